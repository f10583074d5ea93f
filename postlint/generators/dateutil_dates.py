"""Dates as Pelican reads them: `dateutil.parser.parse`, missing parts from today.

Source of the behaviour: Pelican 4.12 `utils.get_date` and `utils.set_date_tzinfo`; dateutil itself is asked.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone, tzinfo
from typing import Any

from postlint.generators.common_forms import SPACED_FORM, common_instant
from postlint.generators.read_date import ReadDate
from postlint.generators.zones import Zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_BLANKS = late_pattern(" +")
# two days that share no field: what differs between the readings came from today
_DAYS = (datetime(2001, 1, 3), datetime(2004, 12, 28))
_DAY = 86_400
# dateutil is quadratic in the number of tokens; no date is as long as this
_MOST = 200
# the year whose abbreviations count; Python asks the current one, and they hardly change
_PRESENT = 2026


def read_dateutil_date(text: str, *, zone: Zone) -> ReadDate | None:
    """Return what Pelican makes of a text; None where it raises, so that the article is left out.

    `zone` is the setting TIMEZONE, for texts without a zone; its own abbreviations are known, others do not
    count.
    """
    common = SPACED_FORM.fullmatch(text)
    if common is not None and common[1] != "0000":
        return ReadDate(common_instant(common, zone))
    if len(text) > _MOST:
        return None
    readings = [_parse(_BLANKS.sub(" ", text), day, zone) for day in _DAYS]
    if None in readings:
        return None
    first, second = readings
    return ReadDate(first) if first == second else ReadDate(None, from_today=True)


class _Local(tzinfo):
    """Marks a text that names the site's own zone."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return None: the offset is found afterwards."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """Return no name."""
        return None

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return None, as for a naive time."""
        return None


def _parse(text: str, default: datetime, zone: Zone) -> Instant | None:
    from dateutil.parser import parse

    def find_zone(name: str | None, offset: int | None) -> Any:
        if name and name in zone.abbreviations(_PRESENT):
            return _Local()
        if offset is None:
            return None
        # an offset of a day or more (`04-35-37`) is taken but cannot be applied: the clock stays
        return timezone(timedelta(seconds=offset if abs(offset) < _DAY else 0))

    try:
        moment = parse(text, default=default, tzinfos=find_zone)
        offset = moment.utcoffset()
    except (ValueError, TypeError, OverflowError, ArithmeticError, LookupError, AttributeError):
        return None
    seconds = None if offset is None else offset.days * 86_400 + offset.seconds
    day, clock = (moment.year, moment.month, moment.day), (moment.hour, moment.minute, moment.second)
    return zone.instant(Civil(*day, *clock, moment.microsecond * 1000, seconds))
