"""Dates as Jekyll reads them: Ruby's `Time.parse(text).localtime`.

Source of the behaviour: Ruby 3.1 `time.rb`; Jekyll 4.3 `Utils.parse_date`.
"""

from __future__ import annotations

import re

from postlint.generators.common_forms import SPACED_FORM, common_instant
from postlint.generators.read_date import ReadDate
from postlint.generators.ruby_date_parts import find_parts
from postlint.generators.ruby_day import Found
from postlint.generators.zones import Zone
from postlint.values.instant import Civil, Instant, civil_from_days, days_from_civil
from postlint.values.late_pattern import late_pattern

_OFFSET = late_pattern(r"([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?", re.ASCII)
_HOURS = late_pattern(r"[+-]\d\d", re.ASCII)
_NAMED = {
    "UTC": 0, "Z": 0, "UT": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5,
    "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    **{letter: hours for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: -hours for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}  # fmt: skip
_TIME_PARTS = ("year", "yday", "mon", "mday", "hour", "min", "sec", "fraction")
_DAY = 86_400
# a leap year stands in for a missing year where only the ranges matter
_ANY_YEAR = 2000


def read_ruby_time(text: str, *, zone: Zone) -> ReadDate | None:
    """Return what `Time.parse(text)` makes of a text; None where it raises.

    `zone` is that of the process (Jekyll's `timezone`), for texts without one. What is missing above the
    first part that is there comes from today: that is so wherever no year was found.
    """
    common = SPACED_FORM.fullmatch(text)
    if common is not None:
        return ReadDate(common_instant(common, zone))
    found = find_parts(text)
    if found is None or not any(name in found for name in _TIME_PARTS):
        return None
    year = found.get("year")
    instant = _make(found, _ANY_YEAR if year is None else year, zone)
    if instant is None:
        return None
    return ReadDate(None, from_today=True) if year is None else ReadDate(instant)


def _make(found: Found, year: int, zone: Zone) -> Instant | None:
    month, day = found.get("mon", 1), found.get("mday", 1)
    hour, minute, second = found.get("hour", 0), found.get("min", 0), found.get("sec", 0)
    if "yday" in found:
        length = days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1)
        if not 1 <= found["yday"] <= length:
            return None
        # time.rb takes the day back that 24:00 or 23:59:60 would add
        is_over = hour * 3600 + minute * 60 + second >= _DAY
        _, month, day = civil_from_days(days_from_civil(year, 1, found["yday"] - is_over))
    nanosecond = int(found.get("fraction", "0")[:9].ljust(9, "0"))
    offset = _find_offset(found.get("zone"), year, zone)
    if offset is not None and abs(offset) >= _DAY:
        return None
    if offset:
        year, month, day, hour, minute, second = _apply_offset([year, month, day, hour, minute, second], offset)
    if not _is_possible(month, day, hour, minute, second):
        return None
    civil = Civil(year, month, day, hour, minute, second, nanosecond)
    return civil.instant() if offset is not None else civil.instant(zone.offset_of(civil))


def _is_possible(month: int, day: int, hour: int, minute: int, second: int) -> bool:
    """Tell whether Time takes the fields; 31 February is one it takes."""
    is_clock = (hour < 24 and minute < 60 and second <= 60) or (hour == 24 and minute == second == 0)
    return 1 <= month <= 12 and 1 <= day <= 31 and min(hour, minute, second) >= 0 and is_clock


def _find_offset(name: str | None, year: int, zone: Zone) -> int | None:
    """Return seconds east of UTC; None for names that Ruby does not know, which do not count."""
    if name is None:
        return None
    name = name.upper()
    match = _OFFSET.fullmatch(name)
    if match is not None:
        seconds = (int(match[2]) * 60 + int(match[4])) * 60 + int(match[5] or 0)
        return -seconds if match[1] == "-" else seconds
    if _HOURS.fullmatch(name):
        return int(name) * 3600
    if name in _NAMED:
        return _NAMED[name] * 3600
    for month, known in zip((1, 7), zone.abbreviations(year), strict=True):
        if known.upper() == name:
            return zone.offset_of(Civil(year, month, 1))
    return None


def _apply_offset(fields: list[int], offset: int) -> list[int]:
    """Return the fields in UTC as time.rb moves them: field by field, one day at the most."""
    year, month, day, hour, minute, second = fields
    parts = []
    sign = 1 if offset < 0 else -1
    left = abs(offset)
    for size, value in ((60, second), (60, minute), (24, hour)):
        left, moved = divmod(left, size)
        if moved:
            carry, value = divmod(value + sign * moved, size)
            left += sign * carry
        parts.append(value)
    second, minute, hour = parts
    if left:
        day += sign * left
        year, month, day = _settle_day(year, month, day, is_later=offset < 0)
    return [year, month, day, hour, minute, second]


def _settle_day(year: int, month: int, day: int, *, is_later: bool) -> tuple[int, int, int]:
    if is_later:
        if day <= _month_days(year, month):
            return year, month, day
        return (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)
    if day >= 1:
        return year, month, day
    year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return year, month, _month_days(year, month)


def _month_days(year: int, month: int) -> int:
    return days_from_civil(year, month + 1, 1) - days_from_civil(year, month, 1)
