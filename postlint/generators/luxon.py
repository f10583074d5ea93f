"""Dates as luxon reads them in Eleventy: `DateTime.fromISO(text, {zone: "utc"})`.

Source of the behaviour: luxon 3.7 `impl/regexParser.js` and `datetime.js`; Eleventy 3.1 `Template.js`.
"""

from __future__ import annotations

import re

from postlint.generators.iso_days import day_of_ordinal, day_of_week_date
from postlint.generators.read_date import ReadDate
from postlint.generators.zones import UTC, Zone, find_zone, fixed_zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_LIMIT = 8_640_000_000_000
_NAME = r"[A-Za-z_+-]{1,256}(?::?/[A-Za-z0-9_+-]{1,256}(?:/[A-Za-z0-9_+-]{1,256})?)?"
_CLOCK = r"(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,30}))?)?)?"
_ZONE = (
    r"(?:(?:(?P<zulu>[Zz])|(?P<hours>[+-]\d\d)(?::?(?P<minutes>\d\d))?)?"
    rf"(?:\[(?P<name>{_NAME})\])?)?"
)
_TIME = rf"(?:[Tt]{_CLOCK}{_ZONE})?"
_FORMS = tuple(
    late_pattern(form, re.ASCII)
    for form in (
        rf"(?P<year>[+-]\d{{6}}|\d{{4}})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?{_TIME}",
        rf"(?P<year>\d{{4}})-?W(?P<week>\d\d)(?:-?(?P<weekday>\d))?{_TIME}",
        rf"(?P<year>\d{{4}})-?(?P<ordinal>\d{{3}}){_TIME}",
        rf"{_CLOCK}{_ZONE}",
    )
)


def read_luxon_date(text: str, *, zone: Zone = UTC) -> ReadDate | None:
    """Return what `DateTime.fromISO(text)` makes of a text; a clock alone takes its day from today.

    `zone` is for texts that name none. Instants are whole milliseconds.
    """
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            return _build(match.groupdict(), zone)
    return None


def _build(parts: dict[str, str | None], zone: Zone) -> ReadDate | None:
    day = _read_day(parts)
    clock = _read_clock(parts)
    own = _read_zone(parts, zone)
    if day is None or clock is None or own is None:
        return None
    if "year" not in parts:
        return ReadDate(None, from_today=True)
    civil = Civil(*day, *clock)
    instant = own.instant(civil)
    is_within = all(_is_within(moment) for moment in (instant, civil.instant()))
    return ReadDate(instant) if is_within else None


def _is_within(instant: Instant) -> bool:
    return -_LIMIT <= instant.seconds <= _LIMIT - bool(instant.nanoseconds)


def _read_day(parts: dict[str, str | None]) -> tuple[int, int, int] | None:
    """Return year, month and day (the day may be beyond its month for weeks and ordinals)."""
    if "year" not in parts:
        return 1970, 1, 1
    year = int(parts["year"] or 0)
    if "week" in parts:
        return day_of_week_date(year, int(parts["week"] or 0), int(parts["weekday"] or 1))
    if "ordinal" in parts:
        return day_of_ordinal(year, int(parts["ordinal"] or 0))
    civil = Civil(year, int(parts["month"] or 1), int(parts["day"] or 1))
    return (civil.year, civil.month, civil.day) if civil.is_real else None


def _read_clock(parts: dict[str, str | None]) -> tuple[int, int, int, int] | None:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    millisecond = int((parts["fraction"] or "0")[:3].ljust(3, "0"))
    is_midnight = hour == 24 and minute == second == millisecond == 0
    if (hour < 24 or is_midnight) and minute < 60 and second < 60:
        return hour, minute, second, millisecond * 1_000_000
    return None


def _read_zone(parts: dict[str, str | None], zone: Zone) -> Zone | None:
    own: Zone | None = zone
    if parts["zulu"]:
        own = UTC
    elif parts["hours"]:
        sign = -1 if parts["hours"][0] == "-" else 1
        own = fixed_zone(sign * (int(parts["hours"][1:]) * 3600 + int(parts["minutes"] or 0) * 60))
    if parts["name"]:
        # the name wins over the offset
        own = find_zone(parts["name"])
    return own
