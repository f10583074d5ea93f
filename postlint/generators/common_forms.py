"""The few forms that most dates have, which every library reads alike: its own grammar need not look at them."""

from __future__ import annotations

import re

from postlint.generators.zones import Zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

# only what exists in every month and on every clock
_DAY = r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])"
_CLOCK = r"[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)"
_ZONE = r"(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d))"

COMMON_FORM = late_pattern(rf"{_DAY}(?:{_CLOCK}{_ZONE}?)?", re.ASCII)
"""A day, with a clock or not, with a zone right behind that or not."""

SPACED_FORM = late_pattern(rf"{_DAY}(?:{_CLOCK}(?: ?{_ZONE})?)?", re.ASCII)
"""The same, and a blank may stand before the zone."""


def common_instant(match: re.Match[str], zone: Zone) -> Instant:
    """Return the instant of a match of a form with these groups; `zone` counts where none is written."""
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = match.groups()
    if hour is None:
        civil = Civil(int(year), int(month), int(day))
    else:
        civil = Civil(int(year), int(month), int(day), int(hour), int(minute), int(second))
        if zulu:
            return civil.instant()
        if sign:
            offset = int(hours) * 3600 + int(minutes) * 60
            return civil.instant(-offset if sign == "-" else offset)
    return civil.instant(zone.offset_of(civil))
