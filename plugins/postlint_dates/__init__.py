"""Dates: missing, unreadable, impossible, wrong, in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint import PluginInfo, RuleClass

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


def postlint_rules() -> list[RuleClass]:
    """Return the rules, in code order."""
    from postlint_dates.rules.ambiguous_date import AmbiguousDate
    from postlint_dates.rules.file_name_date_mismatch import FileNameDateMismatch
    from postlint_dates.rules.future_date import FutureDate
    from postlint_dates.rules.impossible_date import ImpossibleDate
    from postlint_dates.rules.inconsistent_date_format import InconsistentDateFormat
    from postlint_dates.rules.missing_date import MissingDate
    from postlint_dates.rules.nonstandard_date_format import NonstandardDateFormat
    from postlint_dates.rules.placeholder_date import PlaceholderDate
    from postlint_dates.rules.unreadable_date import UnreadableDate
    from postlint_dates.rules.updated_before_date import UpdatedBeforeDate
    from postlint_dates.rules.weekday_mismatch import WeekdayMismatch
    from postlint_dates.rules.wrong_instant import WrongInstant

    return [
        MissingDate,
        UnreadableDate,
        ImpossibleDate,
        NonstandardDateFormat,
        WrongInstant,
        FutureDate,
        UpdatedBeforeDate,
        FileNameDateMismatch,
        WeekdayMismatch,
        AmbiguousDate,
        InconsistentDateFormat,
        PlaceholderDate,
    ]


def postlint_plugin_info() -> PluginInfo:
    """Return what the plugin is about."""
    from postlint import PluginInfo

    return PluginInfo(title="Dates", prefix="DT", docs_url=_RULE_PAGE, is_constant=True)
