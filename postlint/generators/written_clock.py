"""The time of day and the zone behind a written date."""

from __future__ import annotations

import re

from postlint.generators.zones import find_zone
from postlint.values.dataclass import dataclass
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_NAMES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2,
    "eest": 3, "msk": 3, "hkt": 8, "sgt": 8, "awst": 8, "jst": 9, "kst": 9, "aest": 10, "aedt": 11,
    "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
}  # fmt: skip
_HALF = r"(?P<half>[ap]\.?m(?![a-z])\.?|上午|下午|오전|오후)"
_CLOCK = late_pattern(
    r"(?:\s*,?\s*at\s+|\s*[T@,]\s*|\s+|(?=上午|下午|오전|오후|\d{1,2}[:时時点點]))(?:(?P<before>上午|下午|오전|오후)\s*)?"
    r"(?P<hour>\d{1,2})(?:(?P<packed>\d\d(?:\d\d)?)|:(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    r"|\s*[时時点點시]\s*(?:(?P<cjkminute>\d{1,2})\s*[分분]\s*)?(?:(?P<cjksecond>\d{1,2})\s*[秒초])?"
    r"|(?=\s*[ap]\.?m\b))"
    rf"(?:\s*{_HALF})?(?![\d:])",
    re.ASCII | re.IGNORECASE,
)
_ZONE = late_pattern(
    r"\s*(?:(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?"
    r"|\[?(?P<iana>[A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+){1,2})\]?|(?P<name>[A-Za-z]{1,4}))"
    r"(?:\s*\([^()]*\)|\[[^\[\]]*\])?(?![\w:])",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `hour` is None where there is none; `iana` names a zone.

    `is_whole` tells that nothing follows that is no part of a date.
    """

    hour: int | None = None
    minute: int = 0
    second: int = 0
    nanosecond: int = 0
    offset: int | None = None
    iana: str | None = None
    is_whole: bool = True

    def offset_of(self, day: Civil) -> int | None:
        """Return the written zone in seconds east of UTC at this clock on a day, None if there is none."""
        zone = find_zone(self.iana) if self.iana else None
        if zone is None or self.hour is None:
            return self.offset
        return zone.offset_of(Civil(day.year, day.month, day.day, self.hour, self.minute, self.second))


def read_clock(text: str) -> Clock | None:
    """Read what follows a day; None if it is neither a time nor nothing at all."""
    if not text.strip():
        return Clock()
    match = _CLOCK.match(text)
    if match is None:
        # `2021-10-10Z` and the like: a day with a zone
        zone = _ZONE.fullmatch(text)
        return Clock(offset=_offset(zone)) if zone is not None and _is_zone(zone) else None
    minute, second = _minute_and_second(match)
    fields = (_hour(match), minute, second, int((match["fraction"] or "0")[:9].ljust(9, "0")))
    rest = text[match.end() :]
    zone = _ZONE.match(rest)
    if zone is not None and _is_zone(zone):
        return Clock(*fields, _offset(zone), zone["iana"], is_whole=not rest[zone.end() :].strip())
    return Clock(*fields, is_whole=not rest.strip())


def _hour(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    half = (match["half"] or match["before"] or "").lower()
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "p下" or half == "오후" else 0)


def _minute_and_second(match: re.Match[str]) -> tuple[int, int]:
    packed = match["packed"]
    if packed:
        return int(packed[:2]), int(packed[2:] or 0)
    return int(match["minute"] or match["cjkminute"] or 0), int(match["second"] or match["cjksecond"] or 0)


def _is_zone(match: re.Match[str]) -> bool:
    return match["name"] is None or match["name"].lower() in _NAMES


def _offset(match: re.Match[str]) -> int | None:
    if match["sign"]:
        digits = match["hours"]
        seconds = int(digits) * 3600 + int(match["minutes"] or 0) * 60
        return -seconds if match["sign"] == "-" else seconds
    name = match["name"]
    return _NAMES[name.lower()] * 3600 if name else None
