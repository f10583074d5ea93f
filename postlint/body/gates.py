"""Tests that spare most bodies a parser. They look at `Source.folded`: ASCII in lower case."""

from __future__ import annotations

from postlint.values.late_pattern import late_pattern

_PICTURE_ELEMENT = late_pattern(rb"<(?:[^\s<>/:]*:)*(?:amp-img|img|image|source|video|input|object|embed)[\s/]")
_PICTURE_ATTRIBUTES = (b"url(", b"background", b"data-bg")


def may_hold_picture(folded: bytes) -> bool:
    """Tell whether an HTML element may name a picture, as `html_references` finds them."""
    return _PICTURE_ELEMENT.search(folded) is not None or any(name in folded for name in _PICTURE_ATTRIBUTES)
