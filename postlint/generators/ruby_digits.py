"""What Ruby's `Date._parse` makes of a run of digits without signs between them (ruby/date, `date_parse.c`)."""

from __future__ import annotations

import re

from postlint.generators.ruby_day import Found

# lengths of the parts of a run of digits, by its own length
_FROM_START = {
    2: (("mday", 2),), 3: (("yday", 3),), 4: (("mon", 2), ("mday", 2)), 5: (("year", 2), ("yday", 3)),
    6: (("year", 2), ("mon", 2), ("mday", 2)), 7: (("year", 4), ("yday", 3)),
    **{
        count: (("year", 4), ("mon", 2), ("mday", 2), ("hour", 2), ("min", 2), ("sec", 2))[: count // 2 - 1]
        for count in (8, 10, 12, 14)
    },
}  # fmt: skip
_BACKWARDS = (("sec", 2), ("min", 2), ("hour", 2), ("mday", 2), ("mon", 2), ("year", 4))


def take_digits(match: re.Match[str], found: Found) -> None:
    """Take what a match of digits, clock, fraction and zone says, by the number of digits."""
    sign, digits, clock, fraction, zone = match.groups()
    if clock is None and fraction is not None:
        _take_from_end(sign, digits, found)
    else:
        _take_from_start(sign, digits, found)
    if clock is not None and len(clock) in (2, 4, 6):
        pairs = [int(clock[at : at + 2]) for at in range(0, len(clock), 2)]
        names = ("hour", "min", "sec")
        found.update(zip(names if fraction is None else names[-len(pairs) :], pairs, strict=False))
    if fraction is not None:
        found["fraction"] = fraction
    if zone is not None:
        inner = zone[1:-1]
        found["zone"] = (inner.partition(":")[2] if ":" in inner else inner) if zone[0] == "[" else zone


def _take_from_start(sign: str, digits: str, found: Found) -> None:
    at = 0
    for name, width in _FROM_START.get(len(digits), ()):
        found[name] = int(digits[at : at + width])
        at += width
    if sign == "-" and "year" in found and len(digits) >= 5:
        found["year"] = -found["year"]
    if len(digits) >= 8 and len(digits) % 2 == 0:
        found["comp"] = False


def _take_from_end(sign: str, digits: str, found: Found) -> None:
    """Take second, minute and so on from the end, for digits with a fraction."""
    if len(digits) > 8 and len(digits) % 2:
        return
    end = len(digits)
    for name, width in _BACKWARDS:
        if end <= 0:
            break
        found[name] = int(digits[max(0, end - width) : end])
        end -= width
    if sign == "-" and len(digits) in (12, 14):
        found["year"] = -found["year"]
    if len(digits) == 14:
        found["comp"] = False
