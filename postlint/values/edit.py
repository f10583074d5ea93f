"""Changes that a rule offers."""

from __future__ import annotations

from enum import Enum

from postlint.values.dataclass import dataclass
from postlint.values.span import Span


class Applicability(Enum):
    """How sure a fix is: `safe` keeps the meaning for readers and generator, `unsafe` may not."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text under `span` by `content`; a `\\n` is written as the file's newline."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are applied together or not at all."""

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability

    @classmethod
    def safe(cls, message: str, *edits: Edit) -> Fix:
        """Make a fix that keeps the meaning for readers and for the generator."""
        return cls(message, edits, Applicability.SAFE)

    @classmethod
    def unsafe(cls, message: str, *edits: Edit) -> Fix:
        """Make a fix that a person should look at."""
        return cls(message, edits, Applicability.UNSAFE)

    @property
    def is_safe(self) -> bool:
        """Tell whether `--fix` alone applies it."""
        return self.applicability is Applicability.SAFE


def splice(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """Return `text` with disjoint edits applied, in any order."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts.append(text[done : edit.span.start])
        parts.append(edit.content)
        done = edit.span.end
    parts.append(text[done:])
    return "".join(parts)
