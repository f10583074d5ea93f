"""Text of posts, made safe to print."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern

# controls, and the marks that turn the reading direction: a title must not steer a terminal
_UNSAFE = late_pattern("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff]")
# json escapes what is below U+0020; line ends between tokens stay
_UNSAFE_IN_JSON = late_pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff]")
_SURROGATE = late_pattern("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return text for a terminal: controls as `\\xNN` or `\\uNNNN`, lone surrogates as U+FFFD; tabs stay."""
    return _SURROGATE.sub("\ufffd", _UNSAFE.sub(_name, text))


def _name(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def clean_json(text: str) -> str:
    """Return JSON text with lone surrogates as U+FFFD, and marks that steer a terminal as `\\uNNNN`."""
    return _SURROGATE.sub("\ufffd", _UNSAFE_IN_JSON.sub(_name_in_json, text))


def _name_in_json(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
