"""How Ruby's `Date._parse` sorts three pieces into year, month and day (ruby/date, `date_parse.c`, `s3e`)."""

from __future__ import annotations

from typing import Any

from postlint.values.late_pattern import late_pattern

Found = dict[str, Any]

_SIGNED_YEAR = late_pattern("[-+0-9]")
_DIGITS = late_pattern("[0-9]+")
_NUMBER = late_pattern("[-+]?[0-9]*")


def set_day(found: Found, year: str | None, month: str | None, day: str | None) -> None:
    """Sort three pieces into year, month and day: a long or quoted one is the year, wherever it is."""
    if year is not None and month is not None and day is None:
        year, month, day = None, year, month
    if year is None and day is not None and (len(day) > 2 or day.startswith("'")):
        year, day = day, None
    if year is not None:
        start = _SIGNED_YEAR.search(year)
        if start is not None:
            number = _number_at(year, start.start())
            if start.start() + len(number) < len(year):
                year, day = day, number
    if month is not None and (month.startswith("'") or len(month) > 2):
        year, month, day = month, day, year
    if day is not None and (day.startswith("'") or len(day) > 2):
        year, day = day, year
    if year is not None:
        _set_year(found, year)
    for name, text in (("mon", month), ("mday", day)):
        digits = _DIGITS.search(text or "")
        if digits is not None:
            found[name] = int(digits[0])


def _set_year(found: Found, text: str) -> None:
    start = _SIGNED_YEAR.search(text)
    if start is None:
        return
    number = _number_at(text, start.start())
    digits = number.lstrip("+-")
    found["year"] = int(number) if digits else 0
    if number[0] in "+-" or len(digits) > 2:
        found["comp"] = False


def _number_at(text: str, start: int) -> str:
    """Return the sign, if any, and the digits from `start` on."""
    match = _NUMBER.match(text, start)
    return match[0] if match is not None else ""
