"""Values as JavaScript holds and prints them."""

from __future__ import annotations

import math
from typing import Any

from postlint.generators.js_date import read_js_date, read_js_number
from postlint.generators.zones import Zone
from postlint.values.dataclass import replace
from postlint.values.instant import Civil, Instant, days_from_civil

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def js_yaml_instant(civil: Civil) -> Instant:
    """Return the Date of a js-yaml timestamp: `Date.UTC` rolls over, and years 0 to 99 are 1900 to 1999."""
    if 0 <= civil.year <= 99:
        civil = replace(civil, year=civil.year + 1900)
    found = civil.instant()
    return Instant(found.seconds, found.nanoseconds // 1_000_000 * 1_000_000) if found.nanoseconds else found


def js_truthy(value: Any) -> bool:
    """Tell whether a value counts as true; empty lists and maps do."""
    if isinstance(value, float) and math.isnan(value):
        return False
    return bool(value) or isinstance(value, (list, dict, Civil))


def js_number(value: float) -> str:
    """Return a number as `String(number)` prints it."""
    number = float(value) if abs(value) < 10**308 or isinstance(value, float) else math.copysign(math.inf, value)
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < 1e21:
        return str(_whole(number))
    text = repr(number)
    mantissa, mark, exponent = text.partition("e")
    if not mark:
        return text
    if -7 < int(exponent) < 0:
        return f"{number:.{-int(exponent) + len(mantissa.replace('.', '').lstrip('-')) - 1}f}"
    return f"{mantissa.removesuffix('.0')}e{int(exponent):+d}"


def _whole(number: float) -> int:
    # beyond 2**53 JavaScript prints as many digits as tell the number apart, then zeros
    if abs(number) < 2**53:
        return int(number)
    from decimal import Decimal

    return int(Decimal(repr(number)))


def js_string(value: Any, *, zone: Zone) -> str:
    """Return `String(value)` in a process in `zone`."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return js_number(value)
    if isinstance(value, list):
        return ",".join("" if item is None else js_string(item, zone=zone) for item in value)
    if isinstance(value, Civil):
        return js_date_string(js_yaml_instant(value), zone=zone)
    return "[object Object]"


def js_date_string(instant: Instant, *, zone: Zone) -> str:
    """Return `Date.prototype.toString`; the name in parentheses is that of UTC, else of the zone's file."""
    offset = zone.offset_at(instant)
    clock = instant.civil(offset)
    weekday = _DAYS[(days_from_civil(clock.year, clock.month, clock.day) + 3) % 7]
    sign, minutes = "-" if offset < 0 else "+", abs(offset) // 60
    name = "Coordinated Universal Time" if zone.is_utc else zone.name
    return (
        f"{weekday} {_MONTHS[clock.month - 1]} {clock.day:02d} {clock.year:04d}"
        f" {clock.hour:02d}:{clock.minute:02d}:{clock.second:02d}"
        f" GMT{sign}{minutes // 60:02d}{minutes % 60:02d} ({name})"
    )


def js_iso(instant: Instant) -> str:
    """Return `Date.prototype.toISOString`, milliseconds always written."""
    head = str(Instant(instant.seconds)).removesuffix("Z")
    return f"{head}.{instant.nanoseconds // 1_000_000:03d}Z"


def js_json(value: Any) -> Any:
    """Return a value as `JSON.stringify` writes it: dates as text, whole floats as integers."""
    if isinstance(value, Civil):
        return js_iso(js_yaml_instant(value))
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return _whole(value) if value == int(value) and abs(value) < 1e21 else value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        return js_json(float(value)) if value < 10**300 else None
    if isinstance(value, list):
        return [js_json(item) for item in value]
    if isinstance(value, dict):
        return {key: js_json(item) for key, item in value.items()}
    return value


def new_date(value: Any, *, zone: Zone) -> Instant | None:
    """Return `new Date(value)` in a process in `zone`; None for Invalid Date."""
    if isinstance(value, Civil):
        return js_yaml_instant(value)
    if value is None:
        return Instant(0)
    if isinstance(value, (bool, int, float)):
        return read_js_number(float(value))
    return read_js_date(js_string(value, zone=zone), zone=zone)
