"""ISO 8601 weeks and days of the year as days of January (which may be beyond it)."""

from __future__ import annotations

from postlint.values.instant import days_from_civil


def day_of_week_date(year: int, week: int, weekday: int) -> tuple[int, int, int] | None:
    """Return (year, 1, day) of a week date, Monday being 1; None if the year has no such day."""
    first, following = _first_monday(year), _first_monday(year + 1)
    if not (1 <= week <= (following - first) // 7 and 1 <= weekday <= 7):
        return None
    return year, 1, first - days_from_civil(year, 1, 1) + (week - 1) * 7 + weekday


def day_of_ordinal(year: int, ordinal: int) -> tuple[int, int, int] | None:
    """Return (year, 1, day) of the n-th day of a year, None if the year is shorter."""
    length = days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1)
    return (year, 1, ordinal) if 1 <= ordinal <= length else None


def _first_monday(year: int) -> int:
    """Return the Monday of week 1, the week of 4 January, in days since 1970."""
    fourth = days_from_civil(year, 1, 4)
    return fourth - (fourth + 3) % 7
