"""Dates as V8 reads them: `new Date(text)` and `new Date(number)`.

Source of the behaviour: V8 `src/date/dateparser*.h`, checked against Node 20 and 22. A text is first read as
an ECMAScript date-time; what is left over goes to the older, lenient grammar.
"""

from __future__ import annotations

import math
import re

from postlint.generators.common_forms import common_instant
from postlint.generators.js_date_parts import Clock, Day, Offset, Scanner, Token
from postlint.generators.zones import UTC, Zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_LIMIT = 8_640_000_000_000
_COMMON = late_pattern(
    r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"(?:[T ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d))?)?",
    re.ASCII,
)


def read_js_date(text: str, *, zone: Zone) -> Instant | None:
    """Return the instant of `new Date(text)` in a process in `zone`; None for Invalid Date.

    A date alone is UTC, a date with a time and no zone is in `zone`. Instants are whole milliseconds.
    """
    common = _COMMON.fullmatch(text)
    if common is not None and (text[10:11] != " " or common[1] > "0099"):
        return common_instant(common, zone if common[4] else UTC)
    civil = parse_js_date(text)
    return _limited(zone.instant(civil)) if civil is not None else None


def read_js_number(milliseconds: float) -> Instant | None:
    """Return the instant of `new Date(number)`; None for Invalid Date."""
    if not math.isfinite(milliseconds):
        return None
    whole = math.trunc(milliseconds)
    if abs(whole) > _LIMIT * 1000:
        return None
    return Instant(whole // 1000, whole % 1000 * 1_000_000)


def _limited(instant: Instant) -> Instant | None:
    return instant if -_LIMIT <= instant.seconds <= _LIMIT - bool(instant.nanoseconds) else None


def parse_js_date(text: str) -> Civil | None:
    """Return the fields that V8 takes from a text; `offset` is None where it will use the local zone."""
    scanner = Scanner(text)
    day, clock, offset = Day(), Clock(), Offset()
    token = _parse_iso(scanner, day, clock, offset)
    if token is None or not _parse_lenient(scanner, token, day, clock, offset):
        return None
    date, time = day.resolve(), clock.resolve()
    if date is None or time is None:
        return None
    hour, minute, second, millisecond = time
    return Civil(*date, hour, minute, second, millisecond * 1_000_000, offset.resolve())


def _parse_iso(scanner: Scanner, day: Day, clock: Clock, offset: Offset) -> Token | None:
    """Read as far as the text is ISO; return the first token for the lenient grammar, None to give up."""
    sign = scanner.peek()
    if sign.kind in ("+", "-"):
        scanner.next()
        if not scanner.peek().is_number(6):
            return sign
        year = scanner.next().value
        if sign.kind == "-" and year == 0:
            return sign
        day.add(-year if sign.kind == "-" else year)
    elif sign.is_number(4):
        day.add(scanner.next().value)
    else:
        return scanner.next()
    for most in (12, 31):
        if not scanner.skip("-"):
            break
        if not (scanner.peek().is_number(2) and 1 <= scanner.peek().value <= most):
            return scanner.next()
        day.add(scanner.next().value)
    if scanner.peek().kind == "T":
        if not _parse_iso_clock(scanner, clock) or not _parse_iso_offset(scanner, offset):
            return None
    elif scanner.peek().kind:
        return scanner.next()
    else:
        offset.set(0)
    day.is_iso = True
    return scanner.end


def _parse_iso_clock(scanner: Scanner, clock: Clock) -> bool:
    scanner.next()
    if not (scanner.peek().is_number(2) and scanner.peek().value <= 24):
        return False
    hour = scanner.next().value
    most = 0 if hour == 24 else 59
    clock.add(hour)
    if not scanner.skip(":") or not _add_iso_part(scanner, clock, most):
        return False
    if not scanner.skip(":"):
        return True
    if not _add_iso_part(scanner, clock, most):
        return False
    if scanner.skip("."):
        token = scanner.next()
        if token.kind != "0" or (most == 0 and token.value > 0):
            return False
        clock.add(token.milliseconds)
    return True


def _add_iso_part(scanner: Scanner, clock: Clock, most: int) -> bool:
    token = scanner.next()
    return token.is_number(2) and token.value <= most and clock.add(token.value)


def _parse_iso_offset(scanner: Scanner, offset: Offset) -> bool:
    if scanner.peek().is_zulu:
        scanner.next()
        offset.set(0)
    elif scanner.peek().kind in ("+", "-"):
        offset.sign = -1 if scanner.next().kind == "-" else 1
        token = scanner.next()
        if token.is_number(4):
            hour, minute = divmod(token.value, 100)
        elif token.is_number(2) and scanner.skip(":") and scanner.peek().is_number(2):
            hour, minute = token.value, scanner.next().value
        else:
            return False
        if hour > 23 or minute > 59:
            return False
        offset.hour, offset.minute = hour, minute
    return not scanner.peek().kind


def _parse_lenient(scanner: Scanner, token: Token, day: Day, clock: Clock, offset: Offset) -> bool:
    """Read the rest, and whatever is no ISO date at all. The word after a number must mean something."""
    has_number = not day.is_empty
    while token.kind:
        if token.kind == "0":
            has_number = True
            if not _take_number(scanner, token, day, clock, offset):
                return False
        elif token.kind in ("w", "T"):
            if not _take_word(scanner, token, has_number, day, clock, offset):
                return False
        elif token.kind in ("+", "-") and (offset.is_utc or not clock.is_empty):
            has_number = True
            if not _take_offset(scanner, token, offset):
                return False
        elif token.kind in ("+", "-", ")") and has_number:
            return False
        token = scanner.next()
    return True


def _take_number(scanner: Scanner, token: Token, day: Day, clock: Clock, offset: Offset) -> bool:
    number = token.value
    if scanner.skip(":"):
        if scanner.skip(":"):
            return clock.is_empty and clock.add(number) and clock.add(0)
        if not clock.add(number):
            return False
        scanner.skip(".")
        return True
    if scanner.skip(".") and clock.expects(number):
        clock.add(number)
        if scanner.peek().kind != "0":
            return False
        clock.add_last(scanner.next().milliseconds)
        return True
    if offset.expects(number):
        offset.minute = number
        return True
    if clock.expects(number):
        clock.add_last(number)
        after = scanner.peek()
        return after.kind in ("", " ", "+", "-") or after.is_zulu
    if not day.add(number):
        return False
    scanner.skip("-")
    return True


def _take_word(scanner: Scanner, token: Token, has_number: bool, day: Day, clock: Clock, offset: Offset) -> bool:
    meaning, value = token.meaning
    if meaning == "half" and not clock.is_empty:
        clock.half = value
    elif meaning == "month":
        day.month = value
        scanner.skip("-")
    elif meaning == "zone" and has_number:
        offset.set(value)
    else:
        return not has_number and scanner.peek().kind != "0"
    return True


def _take_offset(scanner: Scanner, token: Token, offset: Offset) -> bool:
    offset.sign = -1 if token.kind == "-" else 1
    number = length = 0
    if scanner.peek().kind == "0":
        follower = scanner.next()
        number, length = follower.value, follower.length
    if scanner.peek().kind == ":":
        offset.hour, offset.minute = number, None
    elif length in (1, 2):
        offset.hour, offset.minute = number, 0
    elif length in (3, 4):
        offset.hour, offset.minute = divmod(number, 100)
    else:
        return False
    return True
