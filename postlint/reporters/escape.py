"""Text of posts, made safe to print."""

from __future__ import annotations

import re

# controls, and the marks that turn the reading direction: a title must not steer a terminal
_UNSAFE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return text for a terminal: controls as `\\xNN` or `\\uNNNN`, lone surrogates as U+FFFD; tabs stay."""
    return _SURROGATE.sub("\ufffd", _UNSAFE.sub(_name, text))


def _name(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def clean_json(text: str) -> str:
    """Return text with lone surrogates as U+FFFD, for JSON."""
    return _SURROGATE.sub("\ufffd", text)
