"""Dates as Hugo reads them: a list of Go layouts, tried in order.

Source of the behaviour: spf13/cast `StringToDateInDefaultLocation` (Hugo `common/htime`) and Go's
`time.Parse`; the same in Hugo 0.111 and 0.168.
"""

from __future__ import annotations

import re

from postlint.generators.common_forms import COMMON_FORM, common_instant
from postlint.generators.zones import Zone
from postlint.values.dataclass import replace
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# a blank of a layout stands for one blank or more; seconds may have a fraction that the layout lacks
_PARTS = {
    "2006": r"(?P<year>\d{4})",
    "06": r"(?P<short>\d\d)",
    "01": r"(?P<month>\d\d)",
    "Jan": rf"(?P<name>(?i:{'|'.join(_MONTHS)}))",
    "Monday": "(?i:sunday|monday|tuesday|wednesday|thursday|friday|saturday)",
    "Mon": "(?i:sun|mon|tue|wed|thu|fri|sat)",
    "_2": r"(?P<day>\d\d?)",
    "02": r"(?P<day>\d\d)",
    "15": r"(?P<hour>\d\d?)",
    "3": r"(?P<hour12>\d\d?)",
    "04": r"(?P<minute>\d\d)",
    "05": r"(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?",
    "PM": "(?P<half>AM|PM)",
    "MST": r"(?P<zone>UTC|ChST|MeST|WITA|[A-Z]{3,4}T|[A-Z]{3}|GMT[+-]\d+|[+-]\d{2,}|[+-]\d(?= ))",
    "Z07:00": r"(?P<offset>Z|[+-]\d\d:\d\d)",
    "Z0700": r"(?P<offset>Z|[+-]\d{4})",
    "-07:00": r"(?P<offset>[+-]\d\d:\d\d)",
    "-0700": r"(?P<offset>[+-]\d{4})",
    " ": " +",
    ".": r"\.",
}
_CHUNK = late_pattern("|".join(map(re.escape, sorted(_PARTS, key=len, reverse=True))))
_LAYOUTS = (
    "2006-01-02T15:04:05Z07:00",
    "2006-01-02T15:04:05",
    "Mon, 02 Jan 2006 15:04:05 -0700",
    "Mon, 02 Jan 2006 15:04:05 MST",
    "02 Jan 06 15:04 -0700",
    "02 Jan 06 15:04 MST",
    "Monday, 02-Jan-06 15:04:05 MST",
    "2006-01-02 15:04:05 -0700 MST",
    "2006-01-02T15:04:05-0700",
    "2006-01-02 15:04:05Z0700",
    "2006-01-02 15:04:05",
    "Mon Jan _2 15:04:05 2006",
    "Mon Jan _2 15:04:05 MST 2006",
    "Mon Jan 02 15:04:05 -0700 2006",
    "2006-01-02 15:04:05Z07:00",
    "2006-01-02",
    "02 Jan 2006",
    "2006-01-02 15:04:05 -07:00",
    "2006-01-02 15:04:05 -0700",
    "3:04PM",
    "Jan _2 15:04:05",
)
# layouts without a day or year are in the year 0 and in UTC, whatever the site's zone
_TIME_ONLY = 2


def _compile(layout: str) -> re.Pattern[str]:
    return late_pattern(_CHUNK.sub(lambda chunk: _PARTS[chunk[0]], layout), re.ASCII)


_FORMS: list[re.Pattern[str]] = []


def read_go_date(text: str, *, zone: Zone) -> Instant | None:
    """Return the instant that Hugo reads; None for `not a parsable date`.

    `zone` is the site's `timeZone`, for texts with no zone and for those that only name one.
    """
    common = COMMON_FORM.fullmatch(text)
    if common is not None:
        return common_instant(common, zone)
    if not _FORMS:
        _FORMS.extend(map(_compile, _LAYOUTS))
    for index, form in enumerate(_FORMS):
        match = form.fullmatch(text)
        civil = _build(match.groupdict()) if match is not None else None
        if civil is not None:
            is_floating = index >= len(_FORMS) - _TIME_ONLY
            return civil.instant() if is_floating else zone.instant(civil)
    return None


def read_go_number(seconds: int) -> Instant:
    """Return the instant of an integer: seconds since 1970."""
    return Instant(seconds)


def _build(parts: dict[str, str | None]) -> Civil | None:
    hour = _read_hour(parts)
    if hour is None or not _is_zone_name(parts.get("zone")):
        return None
    offset = None
    if parts.get("offset"):
        offset = _read_offset(parts["offset"] or "")
        if offset is None:
            return None
    name = parts.get("name")
    month = _MONTHS.index(name.lower()) + 1 if name else int(parts.get("month") or 1)
    second = int(parts.get("second") or 0)
    nanosecond = int((parts.get("fraction") or "0")[:9].ljust(9, "0"))
    day, minute = int(parts.get("day") or 1), int(parts.get("minute") or 0)
    civil = Civil(_read_year(parts), month, day, hour, minute, second, nanosecond, offset)
    if not civil.is_real or second > 59:
        return None
    # Go moves the clock by the hours of GMT+8 and then forgets the zone
    moved = _gmt_hours(parts.get("zone"))
    return replace(civil, hour=hour + moved) if moved else civil


def _read_year(parts: dict[str, str | None]) -> int:
    short = parts.get("short")
    if short:
        return int(short) + (1900 if int(short) >= 69 else 2000)
    return int(parts.get("year") or 0)


def _read_hour(parts: dict[str, str | None]) -> int | None:
    if not parts.get("hour12"):
        return int(parts.get("hour") or 0)
    hour = int(parts["hour12"] or 0)
    if hour > 12:
        return None
    return hour % 12 + (12 if parts["half"] == "PM" else 0)


def _read_offset(text: str) -> int | None:
    if text == "Z":
        return 0
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 24 or minutes > 60:
        return None
    offset = hours * 3600 + minutes * 60
    return -offset if text[0] == "-" else offset


def _is_zone_name(text: str | None) -> bool:
    """Tell whether the hours in a name such as `GMT+8` or `+08` are possible; they do not count."""
    digits = (text or "").removeprefix("GMT").lstrip("+-")
    return not digits.isdecimal() or (len(digits) < 19 and int(digits) <= 23)


def _gmt_hours(text: str | None) -> int:
    return int(text[3:]) if text and text.startswith("GMT") and len(text) > 3 else 0
