"""Dates as moment reads them in Gatsby, and what Hexo does to an instant with moment-timezone.

Source of the behaviour: gatsby 5.16 `schema/types/date.js` with moment 2.30; Hexo 8.1
`plugins/processor/common.js` and hexo-front-matter 4.2.
"""

from __future__ import annotations

import re

from postlint.generators.iso_days import day_of_ordinal, day_of_week_date
from postlint.generators.zones import Zone
from postlint.values.dataclass import dataclass
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

# lengths of Gatsby's formats, those with a zone also with +hh and +hh:mm written out
_LENGTHS = frozenset((4, 7, 8, 9, 10, *range(12, 34)))
_LIKELY_CLOCK = r"\d\d(?::\d\d(?::\d\d(?:\.\d{3}(?:\d{3})?)?)?|\d\d(?:\d\d(?:\.\d{3}(?:\d{3})?)?)?)?"
_CLOCK = (
    r"(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?"
    r"|(?P<minute2>\d\d)(?:(?P<second2>\d\d)(?:\.(?P<fraction2>\d+))?)?)?"
)
_ZONE = r"(?:Z|[+-]\d\d(?::?\d\d)?)"
_LIKELY = late_pattern(
    rf"\d{{4}}(?:-\d\d(?:-\d\d(?:[T ]{_LIKELY_CLOCK}{_ZONE}?| {_LIKELY_CLOCK} {_ZONE})?)?)?"
    r"|\d{8}|\d{4}-?W\d\d|\d{4}-W\d\d-\d|\d{4}W\d{3}|\d{4}-\d{4}",
    re.ASCII,
)
_FORMS = tuple(
    late_pattern(form, re.ASCII)
    for form in (
        rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:(?P<t>[T ]){_CLOCK}"
        rf"(?P<blank> )?(?P<zone>[Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<year>\d{4})-?W(?P<week>\d\d)",
        r"(?P<year>\d{4})-W(?P<week>\d\d)-(?P<weekday>\d\d?)",
        r"(?P<year>\d{4})W(?P<week>\d\d)(?P<weekday>\d\d?)",
        r"(?P<year>\d{4})-?(?P<ordinal>\d{3})",
    )
)


@dataclass(frozen=True, slots=True)
class GatsbyDate:
    """A text from which Gatsby infers a field of type Date; `instant` is None for `Invalid date`."""

    instant: Instant | None


def read_gatsby_date(text: str) -> GatsbyDate | None:
    """Return what Gatsby makes of a text; None if the field is then inferred as a String.

    One such post turns the field into a String for the whole site. Zone-less texts are UTC.
    """
    if len(text) not in _LENGTHS or not text[:4].isdecimal() or not text.isascii():
        return None
    if text[-1] != "Z" and not text[-1].isdecimal():
        return None
    instant = read_moment_iso(text)
    if instant is None and _LIKELY.fullmatch(text) is None:
        return None
    return GatsbyDate(instant)


def read_moment_iso(text: str) -> Instant | None:
    """Return the instant of `moment.utc(text, formats, true)` with Gatsby's list of ISO formats."""
    for form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            parts = match.groupdict()
            day, clock, offset = _read_day(parts), _read_clock(parts), _read_offset(parts)
            if day is not None and clock is not None and offset is not None:
                return Civil(*day, *clock).instant(offset)
    return None


def _read_day(parts: dict[str, str | None]) -> tuple[int, int, int] | None:
    year = int(parts["year"] or 0)
    if "week" in parts:
        return day_of_week_date(year, int(parts["week"] or 0), int(parts.get("weekday") or 1))
    if "ordinal" in parts:
        return day_of_ordinal(year, int(parts["ordinal"] or 0))
    day = Civil(year, int(parts["month"] or 1), int(parts["day"] or 1))
    return (day.year, day.month, day.day) if day.is_real else None


def _read_clock(parts: dict[str, str | None]) -> tuple[int, int, int, int] | None:
    if not parts.get("hour"):
        return 0, 0, 0, 0
    hour = int(parts["hour"] or 0)
    minute = int(parts["minute"] or parts["minute2"] or 0)
    second = int(parts["second"] or parts["second2"] or 0)
    millisecond = int(float(f"0.{parts['fraction'] or parts['fraction2'] or 0}") * 1000)
    is_midnight = hour == 24 and minute == second == millisecond == 0
    if (hour < 24 or is_midnight) and minute < 60 and second < 60:
        return hour, minute, second, millisecond * 1_000_000
    return None


def _read_offset(parts: dict[str, str | None]) -> int | None:
    """Return seconds east of UTC, None where the formats have no such zone."""
    zone = parts.get("zone")
    if parts.get("blank") and (not zone or parts["t"] == "T"):
        return None
    if not zone or zone in ("Z", "z"):
        return 0
    hours, minutes = int(zone[1:3]), int(zone[3:].removeprefix(":") or 0)
    offset = hours * 3600 + minutes * 60
    if minutes > 59 or offset > (12 if zone[0] == "-" else 14) * 3600:
        return None
    return -offset if zone[0] == "-" else offset


def as_machine_clock(instant: Instant, *, machine: Zone) -> Instant:
    """Return what Hexo's front matter makes of a YAML date: its UTC clock, read again on the machine.

    The offset is that at the instant, as `getTimezoneOffset` gives it.
    """
    return instant.shifted(-machine.offset_at(instant))


def as_site_clock(instant: Instant, *, machine: Zone, site: Zone | None) -> Instant:
    """Return a date of Hexo after `timezone:` of the site: the machine's clock, read again at the site.

    `site` is None where the config names no zone.
    """
    if site is None:
        return instant
    return instant.shifted(machine.offset_at(instant) - site.offset_at(instant))
