"""Tests that spare most bodies a parser."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern

_PICTURE_ELEMENT = late_pattern(
    r"<(?:[^\s<>/:]*:)*(?:amp-img|img|image|source|video|input|object|embed)[\s/]", re.IGNORECASE
)
_PICTURE_ATTRIBUTES = (b"url(", b"background", b"data-bg")


def may_hold_picture(markup: str) -> bool:
    """Tell whether an element of `markup` may name a picture, as `html_references` finds them."""
    if _PICTURE_ELEMENT.search(markup):
        return True
    # bytes get into lower case fifty times faster
    lower = markup.encode("ascii", "replace").lower()
    return any(name in lower for name in _PICTURE_ATTRIBUTES)
