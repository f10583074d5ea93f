"""The names that a config may use: those of rules, views, generators, formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from postlint.config.select import Selectable, is_known_selector
from postlint.rulekit.options import Options
from postlint.values.dataclass import dataclass, field
from postlint.values.suggest import nearest


class KnownRule(Selectable, Protocol):
    """A rule with its options."""

    @property
    def options_type(self) -> type[Options]:
        """Return the rule's option set."""


class KnownView(Protocol):
    """A view, or what is known of one."""

    @property
    def options_type(self) -> type[Options]:
        """Return the view's option set."""


@dataclass(frozen=True)
class KnownNames:
    """What the loaded plugins and core bring. With `is_complete` False, unknown rules are let pass.

    That is so where a plugin failed to load or is switched off: its rules may well be meant.
    """

    rules: tuple[KnownRule, ...] = ()
    plugins: tuple[str, ...] = ()
    views: Mapping[str, KnownView] = field(default_factory=dict)
    generators: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    is_complete: bool = True

    def find_rule(self, name: str) -> KnownRule | None:
        """Return the rule of a name, former name or code."""
        for rule in self.rules:
            if name.upper() == rule.code or name in (rule.name, *rule.aliases):
                return rule
        return None

    def complaint(self, selector: str) -> str | None:
        """Return what is wrong with a selector, or None."""
        if is_known_selector(selector, self.rules, self.plugins) or not self.is_complete:
            return None
        names = [*(rule.code for rule in self.rules), *(rule.name for rule in self.rules), *self.plugins]
        return f'no rule, prefix or plugin is called "{selector}"{suggestion(selector, names)}'


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?`, or nothing where no known word is near."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""
