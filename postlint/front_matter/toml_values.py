"""TOML value tokens to values; `tomllib` decides what is not plain to see."""

from __future__ import annotations

import re
from typing import Any

from postlint.front_matter.flavours import Toml
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_INT = late_pattern(r"[+-]?(?:0|[1-9][0-9]*)", re.ASCII)
_DATE = late_pattern(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?([Zz]|[+-]\d\d:\d\d)?)?", re.ASCII
)
_TIME = late_pattern(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?", re.ASCII)
_NEW_ESCAPE = late_pattern(r"\\(?:(e)|x([0-9a-fA-F]{2})|[^ex])", re.DOTALL)
# these read TOML 1.1: no seconds, `\e` and `\x41`, inline tables on several lines
NEWER = frozenset({Toml.GO_TOML, Toml.SMOL_TOML})


def bare_value(raw: str, dialect: Toml) -> Any:
    """Return the value of a bare token. Raises ValueError where it is none."""
    if raw == "true":
        return True
    if raw == "false":
        return False
    if _INT.fullmatch(raw) and len(raw) < 20:
        return _checked_int(int(raw), dialect)
    date = _DATE.fullmatch(raw)
    if date is not None:
        return _read_date(date, raw, dialect)
    if _TIME.fullmatch(raw):
        if raw.count(":") == 2 or dialect not in NEWER:
            _load(raw)
        # smol-toml makes a Date of it
        return _read_date(_DATE.fullmatch(f"0000-01-01T{raw}"), raw, dialect) if dialect is Toml.SMOL_TOML else raw
    value = _load(raw)
    return _checked_int(value, dialect) if isinstance(value, int) else value


def _load(raw: str) -> Any:
    # few posts need it
    import tomllib

    return tomllib.loads(f"v={raw}")["v"]


def _checked_int(value: int, dialect: Toml) -> int:
    if dialect is Toml.SMOL_TOML and abs(value) >= 2**53:
        raise ValueError("beyond what JavaScript holds exactly")
    if dialect is not Toml.PY_TOML and not -(2**63) <= value < 2**63:
        raise ValueError("beyond 64 bits")
    return value


def _read_date(match: re.Match[str] | None, raw: str, dialect: Toml) -> Civil:
    if match is None:
        raise ValueError("is no date")
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    if hour is not None and second is None and dialect not in NEWER:
        raise ValueError("seconds are missing")
    offset = None
    if zone is not None:
        offset = 0 if zone in "Zz" else (int(zone[1:3]) * 3600 + int(zone[4:6]) * 60)
        offset = -offset if zone[0] == "-" else offset
    nanosecond = int((fraction or "0")[:9].ljust(9, "0"))
    civil = Civil(
        int(year),
        int(month),
        int(day),
        int(hour or 0),
        int(minute or 0),
        int(second or 0),
        nanosecond,
        offset,
        hour is None,
    )
    if dialect is not Toml.SMOL_TOML:
        is_early = dialect is Toml.PY_TOML and not civil.year
        if not civil.is_real or civil.second > 59 or abs(civil.offset or 0) >= 86_400 or is_early:
            raise ValueError("does not exist")
    elif not _is_javascript_date(civil):
        raise ValueError("does not exist")
    return civil


def _is_javascript_date(civil: Civil) -> bool:
    """Tell whether `new Date` takes the text: it rolls 30 February over, and not month 13."""
    return (
        1 <= civil.month <= 12
        and 1 <= civil.day <= 31
        and civil.hour <= 23
        and civil.minute <= 59
        and civil.second <= 59
        and abs(civil.offset or 0) < 86_400
    )


def string_value(raw: str, dialect: Toml) -> str:
    """Return the value of a quoted token. Raises ValueError where an escape or a character is not allowed."""
    if raw[0] == '"' and "\\" in raw and dialect in NEWER:
        raw = _NEW_ESCAPE.sub(_as_old_escape, raw)
    if raw.startswith(("'''", '"""')):
        value = _load(raw)
    elif raw[0] == "'" or "\\" not in raw:
        value = raw[1:-1]
        if (_LINE_ENDS if dialect is Toml.PY_TOML else _CONTROL).search(value):
            raise ValueError("holds a control character")
        return value
    else:
        value = _load(raw)
    return str(value)


def _as_old_escape(match: re.Match[str]) -> str:
    if match[1]:
        return "\\u001b"
    return f"\\u00{match[2]}" if match[2] else match[0]


_CONTROL = late_pattern("[\x00-\x08\x0a-\x1f\x7f]")
_LINE_ENDS = late_pattern("[\r\n]")
