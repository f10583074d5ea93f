"""The parts that generators build a page's address from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from postlint.generators.generator import FrontMatterReading
from postlint.values.instant import Civil, days_from_civil
from postlint.values.late_pattern import late_pattern

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_NAMED = late_pattern(r":([A-Za-z_]\w*)")


def values_of(reading: FrontMatterReading) -> dict[str, Any]:
    """Return the front matter that the generator sees as plain data."""
    return {key: entry.value for key, entry in reading.entries.items()}


def text_of(value: object) -> str | None:
    """Return a text or a number as text; None for anything else and for an empty text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value) or None


def date_parts(civil: Civil) -> dict[str, str]:
    """Return the parts of a date under the names that several generators share."""
    days = days_from_civil(civil.year, civil.month, civil.day)
    weekday = (days + 3) % 7
    return {
        "year": f"{civil.year:04d}",
        "month": f"{civil.month:02d}",
        "day": f"{civil.day:02d}",
        "hour": f"{civil.hour:02d}",
        "minute": f"{civil.minute:02d}",
        "second": f"{civil.second:02d}",
        "i_month": str(civil.month),
        "i_day": str(civil.day),
        "monthname": _MONTHS[civil.month - 1],
        "weekday": _DAYS[weekday],
        "weekday_number": str(weekday + 1),
        "year_day": str(days - days_from_civil(civil.year, 1, 1) + 1),
    }


def fill(template: str, values: Mapping[str, str | None]) -> str | None:
    """Put values in the place of `:name`; None if one of them is unknown."""
    missing = False

    def replace(match: re.Match[str]) -> str:
        nonlocal missing
        value = values.get(match[1])
        missing = missing or value is None
        return value or ""

    filled = _NAMED.sub(replace, template)
    return None if missing else filled


def without_accents(text: str) -> str:
    """Return the text with the accents of Latin letters taken off."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    kept = [
        char for at, char in enumerate(parts) if not (unicodedata.combining(char) and at and parts[at - 1].isascii())
    ]
    return unicodedata.normalize("NFC", "".join(kept))


def slashed(path: str) -> str:
    """Return the path with one slash before it and no double ones."""
    return re.sub(r"/{2,}", "/", f"/{path}")
