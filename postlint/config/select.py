"""Which rules run: codes, prefixes, names and plugins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from postlint.values.settings import Settings

ALL = "ALL"
R = TypeVar("R", bound="Selectable")


class Selectable(Protocol):
    """What selection needs to know of a rule."""

    @property
    def code(self) -> str:
        """Return the rule's code."""

    @property
    def name(self) -> str:
        """Return the rule's name."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the rule's former names."""

    @property
    def plugin(self) -> str:
        """Return the name of its plugin."""

    @property
    def is_preview(self) -> bool:
        """Tell whether it runs only when it is named."""


def specificity(selector: str, rule: Selectable) -> int:
    """Return how exactly a selector names a rule: 0 not at all, 1 ALL, 2 plugin, 3+ prefix, 99 code or name."""
    text = selector.strip()
    if text.upper() == ALL:
        return 1
    if text.upper() == rule.code or text.lower() in (rule.name, *rule.aliases):
        return 99
    if text.lower() == rule.plugin:
        return 2
    if text and rule.code.startswith(text.upper()):
        return 2 + len(text)
    return 0


def is_selected(rule: Selectable, settings: Settings) -> bool:
    """Tell whether a rule runs: of two selectors the more specific one wins, of equal ones `ignore`."""
    chosen = settings.select or (ALL,)
    on = _best((*chosen, *settings.extend_select), rule)
    off = _best((*settings.ignore, *settings.extend_ignore), rule)
    if rule.is_preview and on < 99:
        return False
    return on > off


def select_rules(rules: Iterable[R], settings: Settings) -> tuple[R, ...]:
    """Return the rules that the settings select, in the given order."""
    return tuple(rule for rule in rules if is_selected(rule, settings))


def is_known_selector(selector: str, rules: Iterable[Selectable]) -> bool:
    """Tell whether a selector names any rule."""
    return selector.upper() == ALL or any(specificity(selector, rule) for rule in rules)


def _best(selectors: Sequence[str], rule: Selectable) -> int:
    return max((specificity(selector, rule) for selector in selectors), default=0)
