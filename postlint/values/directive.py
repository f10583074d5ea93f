"""Suppressions that stand in a post."""

from __future__ import annotations

from postlint.values.dataclass import dataclass
from postlint.values.edit import Edit
from postlint.values.span import Position, Span


@dataclass(frozen=True, slots=True)
class Selector:
    """One code, prefix or rule name of a directive, with its span; empty `text` means every rule."""

    text: str
    span: Span

    def covers(self, code: str, name: str) -> bool:
        """Tell whether a rule is meant."""
        return not self.text or name == self.text.lower() or code.startswith(self.text.upper())


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression: which rules, and where.

    `span` is the comment (or key) itself, `target` the half-open range in which findings that start there
    are silenced. `removal` takes the whole directive away. `form` is the word after `postlint-`
    (`disable`, `disable-next-line`, `disable-line`, `disable-file`, `enable`), or `key`.
    """

    form: str
    span: Span
    target: Span
    selectors: tuple[Selector, ...]
    location: Position
    end_location: Position
    removal: tuple[Edit, ...] = ()
    reason: str = ""
    excerpt: str = ""
