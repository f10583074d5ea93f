"""Plain values of YAML that the generator takes for something else than the text that stands there."""

from __future__ import annotations

from postlint import Civil, FrontMatter, Post, Scalar, Yaml, late_pattern
from postlint_front_matter.meant import TEXT_KEYS, is_copy

_JAVASCRIPT = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2})
# they print 1.0 as 1.0
_KEEPS_POINT = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.PYYAML})
_LEADING_ZERO = late_pattern(r"[-+]?0[0-9_]+")
_NUMERALS = frozenset("123456789")
_SHORT = 16
_EXACT = 2**53


def find_reading(post: Post, block: FrontMatter, key: str, scalar: Scalar) -> str | None:
    """Return what the generator makes of a plain value, in words; None if it is what stands there.

    Under keys that hold text every change counts, under others only what hardly anybody expects: leading
    zeros, `12:30`, `1_000`, `1e3`, and numbers that JavaScript cannot hold.
    """
    value, raw = scalar.value, scalar.raw
    if raw[:1] in _NUMERALS and len(raw) < _SHORT and raw.isdigit():
        # 1, 2024: what nearly every number looks like
        return None
    if value.__class__ is Civil and key not in TEXT_KEYS and key.casefold() not in TEXT_KEYS:
        return None
    if value is None or scalar.style != "plain" or isinstance(value, str) or _is_date_key(post, key):
        return None
    if is_copy(block.text, scalar) or block.text[: scalar.span.start].rstrip(" ")[-1:] not in (":", "-", "[", ",", "?"):
        return None
    is_text = key.casefold() in TEXT_KEYS
    if isinstance(value, Civil):
        return _date_reading(block, value, raw) if is_text else None
    if isinstance(value, bool):
        shown = "true" if value else "false"
        return shown if is_text and raw != shown else None
    shown = _shown(value, block.reading.flavour)
    if shown == raw or shown in ("inf", "-inf", "nan"):
        return None
    if not is_text and not _is_surprising(post, key, raw, value):
        return None
    return f"the number {shown}"


def _is_date_key(post: Post, key: str) -> bool:
    profile, name = post.generator.profile, key.casefold()
    return name in profile.date_keys or name in profile.updated_keys or name.endswith(("date", "_at", "updated"))


def _date_reading(block: FrontMatter, value: Civil, raw: str) -> str | None:
    if block.reading.flavour in _KEEPS_POINT and (value.date_only or block.reading.flavour is Yaml.PYYAML):
        return None
    return "a date"


def _shown(value: int | float, flavour: object) -> str:
    if flavour in _JAVASCRIPT and isinstance(value, int) and abs(value) > _EXACT:
        # it is shown with as many digits as tell it from its neighbours, and noughts
        from decimal import Decimal

        text = repr(float(value)) if abs(value) < 10**300 else "inf"
        return f"{Decimal(text):f}" if abs(value) < 10**21 else text
    if isinstance(value, float) and value.is_integer() and flavour not in _KEEPS_POINT and abs(value) < 1e21:
        return str(int(value))
    return repr(value)


def _is_surprising(post: Post, key: str, raw: str, value: int | float) -> bool:
    wanted = post.generator.profile.key_types.get(key, ())
    if ":" in raw:
        return True
    if _LEADING_ZERO.fullmatch(raw):
        return not wanted or "str" in wanted or value != int(raw.replace("_", ""))
    if wanted and "str" not in wanted:
        return False
    lower = raw.lower()
    has_exponent = "e" in lower and not lower.lstrip("+-").startswith("0x")
    return "_" in raw or has_exponent or (isinstance(value, int) and abs(value) > _EXACT)
