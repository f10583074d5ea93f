"""Which rules run: codes, prefixes, names and plugins, read as Ruff reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from postlint.values.notices import NOTICES
from postlint.values.settings import Selection, Settings

ALL = "ALL"
_EXACT = 99
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
        return _EXACT
    if text.lower() == rule.plugin:
        return 2
    if text and rule.code.startswith(text.upper()):
        return 2 + len(text)
    return 0


def is_selected(rule: Selectable, layers: Sequence[Selection]) -> bool:
    """Tell whether a rule runs under layers of selection, the weakest first.

    Within a layer the more specific selector wins, of equal ones `ignore`. The last `select` is the basis:
    what stands before it counts no more, except the `ignore` of layers without a `select`, which is
    weighed against it (as Ruff carries it over). A preview must be selected by its code or name.
    """
    is_on = not rule.is_preview
    carried: tuple[str, ...] = ()
    for layer in layers:
        off_selectors = (*layer.ignore, *layer.extend_ignore)
        on = _best((*(layer.select or ()), *layer.extend_select), rule)
        if rule.is_preview and on < _EXACT:
            on = 0
        if layer.select is not None:
            is_on = on > _best((*off_selectors, *carried), rule)
            carried = ()
            continue
        off = _best(off_selectors, rule)
        if on or off:
            is_on = on > off
        carried = (*carried, *off_selectors)
    return is_on


def select_rules(rules: Iterable[R], settings: Settings) -> tuple[R, ...]:
    """Return the rules that the settings select, in the given order."""
    return tuple(rule for rule in rules if is_selected(rule, settings.all_selections))


def is_notice_shown(code: str, settings: Settings) -> bool:
    """Tell whether a notice (`PL…`) is shown: it need not be selected, but can be ignored."""
    notice = NOTICES[code]
    shown = True
    for layer in settings.all_selections:
        on = _best((*(layer.select or ()), *layer.extend_select), notice)
        off = _best((*layer.ignore, *layer.extend_ignore), notice)
        if on or off:
            shown = on > off
    return shown


def is_known_selector(selector: str, rules: Iterable[Selectable], plugins: Iterable[str] = ()) -> bool:
    """Tell whether a selector names ALL, a rule, a notice, or one of `plugins`."""
    text = selector.strip()
    if text.upper() == ALL or text.lower() in plugins:
        return True
    return any(specificity(text, one) for known in (rules, NOTICES.values()) for one in known)


def _best(selectors: Sequence[str], rule: Selectable) -> int:
    return max((specificity(selector, rule) for selector in selectors), default=0)
