"""Numbers as the YAML libraries read them, one table a library.

A reader gets a plain scalar and returns its number, or None if the library leaves it alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from postlint.front_matter.flavours import Yaml
from postlint.values.late_pattern import late_pattern

Number = int | float | None

# longer digits are infinite as doubles; Python also refuses to read 4,300 of them
_MAX_DIGITS = 309
_A = re.ASCII

_JS4_INT = late_pattern(r"([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o([0-7]+)|([0-9]+))", _A)
_JS4_FLOAT = late_pattern(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?", _A)
_JS3_INT = late_pattern(
    r"([-+]?)(?:0b([01_]*[01])|0x([0-9a-fA-F_]*[0-9a-fA-F])|0([0-7_]*[0-7])"
    r"|(0|[1-9](?:[0-9_]*[0-9])?)|([1-9][0-9_]*(?::[0-5]?[0-9])+))",
    _A,
)
_JS3_FLOAT = late_pattern(
    r"[-+]?(?:0|[1-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?", _A
)
_BASE_60_FLOAT = late_pattern(r"([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)", _A)
_NPM_INT = late_pattern(r"(?:()0o([0-7]+)|()0x([0-9a-fA-F]+)|([-+]?)([0-9]+))", _A)
_NPM_FLOAT = late_pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)", _A)
_PY_INT = late_pattern(
    r"([-+]?)(?:0b([01_]+)|0x([0-9a-fA-F_]+)|0([0-7_]+)|(0|[1-9][0-9_]*)|([1-9][0-9_]*(?::[0-5]?[0-9])+))", _A
)
_PY_FLOAT = late_pattern(r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?", _A)
_RUBY_INT = late_pattern(r"([-+]?)(?:0b([01_,]+)|0x([0-9a-fA-F_,]+)|0([0-7_,]+)|(0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))", _A)
_RUBY_FLOAT = late_pattern(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?", _A)
_RUBY_BASE_60 = late_pattern(r"([-+]?)([0-9][0-9_]*)((?::[0-5]?[0-9]){1,2})(\.[0-9_]*)?", _A)
_SAFE_INT = late_pattern(r"([-+]?)(?:0b([01_]+)|0[xX]([0-9a-fA-F]+)|0([0-7]+)|(0|[1-9][0-9_,]*))", _A)
_SAFE_FLOAT = late_pattern(r"[-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+]?[0-9]+)?", _A)
_GO_INT = late_pattern(r"([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o?([0-7]+)|(0|[1-9][0-9]*))", _A)
_GO_FLOAT = late_pattern(r"[-+]?(?:[0-9]*\.[0-9]+|[0-9]+\.)(?:[eE][-+]?[0-9]+)?", _A)
_OLD_GO_FLOAT = late_pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", _A)
_OLD_GO_INT = late_pattern(r"([-+]?)(?:0[bB]([01]+)|0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))", _A)
_SERDE_INT = late_pattern(r"([-+]?)(?:0b([01]+)|0x([0-9a-fA-F]+)|0o([0-7]+)|(0|[1-9][0-9]*))", _A)
_SERDE_FLOAT = late_pattern(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", _A)
_SPECIAL = late_pattern(r"([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def special_float(text: str) -> float | None:
    """Return infinity or NaN where the text is one of YAML's names for them."""
    match = _SPECIAL.fullmatch(text)
    if match is None:
        return None
    if match[1] is None:
        return math.nan
    return -math.inf if match[1] == "-" else math.inf


def _read_int(match: re.Match[str], drop: str = "_") -> Number:
    """Return the integer of sign, binary, hexadecimal, octal, decimal and base 60 groups."""
    groups = [*match.groups(), None][:6]
    sign, digits, base = groups[0], "", 10
    for index, radix in ((1, 2), (2, 16), (3, 8), (4, 10), (5, 60)):
        if groups[index] is not None:
            digits, base = groups[index] or "", radix
    for mark in drop:
        digits = digits.replace(mark, "")
    if not digits or len(digits) > _MAX_DIGITS:
        return None
    value = _base_60(digits) if base == 60 else int(digits, base)
    return -value if sign == "-" else value


def _base_60(text: str) -> int:
    value = 0
    for part in text.split(":"):
        value = value * 60 + int(part)
    return value


def _base_60_float(match: re.Match[str]) -> float:
    *whole, last = match[2].replace("_", "").split(":")
    value = 0
    for part in whole:
        value = value * 60 + int(part)
    number = value * 60 + float(last)
    return -number if match[1] == "-" else number


def _float(text: str) -> float:
    return float(text.replace("_", ""))


def _js4(text: str) -> Number:
    match = _JS4_INT.fullmatch(text)
    value: Number = None
    if match is not None:
        value = _read_int(match)
    elif _JS4_FLOAT.fullmatch(text) and math.isfinite(number := float(text)):
        value = number
    return value


def _js3(text: str) -> Number:
    match = _JS3_INT.fullmatch(text)
    if match is not None:
        value = _read_int(match)
        return math.inf if value is None else value
    if text[-1] == "_":
        return None
    match = _BASE_60_FLOAT.fullmatch(text)
    if match is not None:
        return _base_60_float(match)
    return _float(text) if _JS3_FLOAT.fullmatch(text) and text.strip("._") else None


def _npm(text: str) -> Number:
    match = _NPM_INT.fullmatch(text)
    if match is not None:
        octal, hexadecimal, digits = match[2], match[4], match[6]
        if max(len(octal or ""), len(hexadecimal or ""), len(digits or "")) > _MAX_DIGITS:
            return math.inf
        if digits is None:
            return int(octal, 8) if octal else int(hexadecimal, 16)
        return int(match[5] + digits)
    return float(text) if _NPM_FLOAT.fullmatch(text) else None


def _pyyaml(text: str) -> Number:
    match = _PY_INT.fullmatch(text)
    if match is not None:
        digits = text.replace("_", "").lstrip("+-")
        return 0 if digits == "0" else _read_int(match)
    match = _BASE_60_FLOAT.fullmatch(text)
    if match is not None:
        return _base_60_float(match)
    return _float(text) if _PY_FLOAT.fullmatch(text) else None


def _psych(text: str) -> Number:
    match = _RUBY_BASE_60.fullmatch(text)
    if match is not None:
        return _ruby_base_60(match)
    if _RUBY_FLOAT.fullmatch(text):
        cleaned = text.replace(",", "").replace("_", "")
        return _ruby_float(cleaned) if text not in (".", "-.", "+.") else None
    match = _RUBY_INT.fullmatch(text)
    if match is None:
        return None
    bare = text.lstrip("+-").replace("_", "").replace(",", "")
    return 0 if bare == "0" else _read_int(match, "_,")


def _ruby_float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _ruby_base_60(match: re.Match[str]) -> Number:
    """Return minutes and hours as Psych counts: `12:30` is 45000, `12:30:45` is 45045."""
    parts = match[3].split(":")[1:]
    head = int(match[2].replace("_", "")) * 3600
    value: int | float = -head if match[1] == "-" else head
    value += int(parts[0]) * 60
    if len(parts) > 1:
        value += int(parts[1])
    if match[4] is None:
        return value
    fraction = float(f"0{match[4].replace('_', '')}0")
    return value + (fraction if len(parts) > 1 else fraction * 60)


def _safe_yaml(text: str) -> Number:
    match = _SAFE_INT.fullmatch(text)
    if match is not None:
        return _read_int(match, "_,")
    if _SAFE_FLOAT.fullmatch(text):
        return _ruby_float(text.replace("_", ""))
    match = re.fullmatch(r"([-+]?)([0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)", text, _A)
    return _base_60_float(match) if match is not None else None


def _go(text: str) -> Number:
    plain = text.replace("_", "")
    match = _GO_INT.fullmatch(plain)
    if match is not None:
        return _within_64_bits(match)
    return float(plain) if _GO_FLOAT.fullmatch(plain) else None


def _old_go(text: str) -> Number:
    plain = text.replace("_", "")
    match = _OLD_GO_INT.fullmatch(plain)
    if match is not None:
        value = _within_64_bits(match)
        return value if value is not None else float(plain) if _OLD_GO_FLOAT.fullmatch(plain) else None
    return float(plain) if _OLD_GO_FLOAT.fullmatch(plain) else None


def _within_64_bits(match: re.Match[str]) -> Number:
    value = _read_int(match)
    return value if value is not None and -(2**63) <= value < 2**64 else None


def _serde(text: str) -> Number:
    match = _SERDE_INT.fullmatch(text)
    if match is not None:
        value = _within_64_bits(match)
        return value if value is not None else _ruby_float(text)
    return float(text) if _SERDE_FLOAT.fullmatch(text) else None


READERS: dict[Yaml, Callable[[str], Number]] = {
    Yaml.JS_YAML_4: _js4,
    Yaml.JS_YAML_3: _js3,
    Yaml.YAML_1_2: _npm,
    Yaml.GO_YAML: _go,
    Yaml.GO_YAML_OLD: _old_go,
    Yaml.PSYCH: _psych,
    Yaml.SAFE_YAML: _safe_yaml,
    Yaml.PYYAML: _pyyaml,
    Yaml.SERDE: _serde,
}
