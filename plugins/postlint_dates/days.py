"""Questions about the days of readings that several rules ask."""

from __future__ import annotations

import re

from postlint import Civil, DateReading, Instant, Post, Span, late_pattern

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = late_pattern(
    r"\s*(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\b",
    re.ASCII | re.IGNORECASE,
)
_EITHER_ORDER = late_pattern(r"\s*(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d)", re.ASCII)
_NAME = late_pattern(r"(?:.*/)?(\d{4})-(\d{1,2})-(\d{1,2})(?:[-_. ][^/]*)?(?:/index\.\w+)?", re.ASCII)
# a day of difference is a matter of time zones
_SLACK = 1
_DAY = 86_400


def is_impossible(civil: Civil) -> bool:
    """Tell whether a day or a clock does not exist; 24:00:00 is the end of its day."""
    if civil.hour == 24 and civil.minute == civil.second == 0:
        civil = Civil(civil.year, civil.month, civil.day)
    return not civil.is_real


def other_order(date: DateReading) -> Civil | None:
    """Return the date with day and month (or day and year) changed over, where nobody can tell."""
    match = _EITHER_ORDER.match(date.raw)
    if match is None or date.civil is None:
        return None
    first, second, third = int(match[1]), int(match[3]), match[4]
    civil = date.civil
    if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
        return Civil(civil.year, civil.day, civil.month, date_only=True)
    if len(third) == 2 and 1 <= int(third) <= 31:
        other = Civil(2000 + first, second, int(third), date_only=True)
        return other if other.is_real and other.instant() != day_of(civil) else None
    return None


def day_of(civil: Civil) -> Instant:
    """Return the start of a day, whatever its clock and zone, for comparing days."""
    return Civil(civil.year, civil.month, civil.day).instant()


def day_text(civil: Civil) -> str:
    """Return `YYYY-MM-DD`."""
    return str(Civil(civil.year, civil.month, civil.day, date_only=True))


def is_empty(date: DateReading) -> bool:
    """Tell whether nothing is written behind the key."""
    return date.entry is not None and date.entry.value in (None, "")


def named_day(path: str) -> Civil | None:
    """Return the day that the name of a file begins with, or that of the folder of a bundle."""
    name = path[path.rfind("/") + 1 :]
    if not name[:4].isdecimal() and not name.startswith("index."):
        return None
    match = _NAME.fullmatch(path)
    return Civil(int(match[1]), int(match[2]), int(match[3]), date_only=True) if match is not None else None


def is_near(one: Civil, other: Civil) -> bool:
    """Tell whether two days may be one, counted in different zones."""
    return abs(day_of(one).seconds - day_of(other).seconds) <= _SLACK * _DAY


def written_weekday(date: DateReading) -> tuple[str, Span] | None:
    """Return the weekday that a date names as it is written, and its place in the post."""
    match = _WEEKDAY.match(date.raw)
    if match is None or date.entry is None:
        return None
    quoted = getattr(date.entry.node, "raw", "")
    start = date.span.start + quoted.find(date.raw) + match.start(1)
    if date.raw not in quoted:
        return None
    return match[1], Span(start, start + len(match[1]))


def weekday_of(civil: Civil, like: str) -> str:
    """Return the weekday of a day, as long and in the case of another."""
    name = _WEEKDAYS[(day_of(civil).seconds // _DAY + 3) % 7]
    if len(like) < 6 and like.lower() not in _WEEKDAYS:
        name = name[:3]
    return name.upper() if like.isupper() else name.capitalize() if like[0].isupper() else name


def is_same_weekday(one: str, other: str) -> bool:
    """Tell whether two names mean one weekday."""
    return one[:3].lower() == other[:3].lower()


def has_wrong_weekday(date: DateReading) -> bool:
    """Tell whether a date names a weekday that its day is not: one of the two is wrong."""
    found = written_weekday(date) if date.civil is not None and not date.raw[:1].isdigit() else None
    if found is None or date.civil is None or is_impossible(date.civil):
        return False
    return not is_same_weekday(found[0], weekday_of(date.civil, found[0]))


def source_text(post: Post, date: DateReading) -> str:
    """Return the value as it stands in the post, quotes and braces included."""
    return date.span.of(post.text) if date.entry is not None else date.raw
