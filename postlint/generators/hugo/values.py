"""Values of Hugo's front matter as Go turns them into text and truth (`spf13/cast`)."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from postlint.front_matter.nodes import Entry, Scalar
from postlint.values.instant import Civil

_TRUE = frozenset({"1", "t", "T", "TRUE", "true", "True"})


def go_bool(value: Any) -> bool:
    """Return a value as `cast.ToBool` does: of texts only `1`, `t`, `true` and their capitals are true."""
    if isinstance(value, str):
        return value in _TRUE
    return bool(value) if isinstance(value, (bool, int, float)) else False


def hugo_string(entry: Entry, *, is_json: bool = False) -> str:
    """Return a value as `cast.ToString` does; lists and maps are empty."""
    value = entry.value
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and not is_json:
        return str(value)
    if isinstance(value, (int, float)):
        # Go reads every number of JSON as one with a fraction
        return _go_float(float(value))
    if isinstance(value, Civil) and isinstance(entry.node, Scalar):
        return entry.node.raw if value.offset is None else _go_time(value)
    return ""


def _go_float(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    text = f"{Decimal(repr(value)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _go_time(value: Civil) -> str:
    """Return a date with a zone as Go prints a time: `2021-10-10 04:35:37.5 +0800 +0800`."""
    clock = str(value)[:19]
    fraction = f".{value.nanosecond:09d}".rstrip("0") if value.nanosecond else ""
    zone = str(value)[20:].replace(":", "")
    return f"{clock}{fraction} {zone} {'UTC' if not value.offset else zone}"
