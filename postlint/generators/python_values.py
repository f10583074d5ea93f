"""Values as Python's YAML and TOML readers hold them."""

from __future__ import annotations

from typing import Any

from postlint.generators.generator import FrontMatterReading
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date
from postlint.values.instant import Civil, Instant


def python_held(value: Any) -> Any:
    """Return a value for JSON; a date becomes the text that `str` makes of it."""
    if isinstance(value, Civil):
        return python_date_text(value)
    if isinstance(value, list):
        return [python_held(item) for item in value]
    if isinstance(value, dict):
        return {key: python_held(item) for key, item in value.items()}
    return value


def python_date_text(civil: Civil) -> str:
    """Return `str(date)` or `str(datetime)`."""
    day = f"{civil.year:04d}-{civil.month:02d}-{civil.day:02d}"
    if civil.date_only:
        return day
    fraction = f".{civil.nanosecond // 1000:06d}" if civil.nanosecond >= 1000 else ""
    text = f"{day} {civil.hour:02d}:{civil.minute:02d}:{civil.second:02d}{fraction}"
    if civil.offset is None:
        return text
    sign, minutes = "-" if civil.offset < 0 else "+", abs(civil.offset) // 60
    return f"{text}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def typed_instant(value: Any) -> Instant | None:
    """Return the instant of a typed date, zone-less ones in UTC; None for text and anything else."""
    return value.instant() if isinstance(value, Civil) else None


def read_typed_date(reading: FrontMatterReading, key: str, fault: str) -> tuple[DateReading, ...]:
    """Return the date of a key where only a typed date counts; `fault` says what becomes of another."""
    entry = reading.entries.get(key)
    if entry is None:
        return ()
    instant = typed_instant(entry.value)
    return (build_date(key, entry, instant, None if instant is not None else fault),)
