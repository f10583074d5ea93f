"""Tests that spare most bodies a parser. They look at `Source.folded`: ASCII in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.values.late_pattern import late_pattern

_PICTURE_ELEMENT = late_pattern(
    rb"<(?:[^\s<>/:]*:)*(?:amp-img|img|image|source|video|input|object|embed|link|meta|use)[\s/]"
)
_PICTURE_ATTRIBUTES = (b"url(", b"background", b"data-bg")


def picture_places(folded: bytes, start: int) -> Iterator[int]:
    """Yield where an HTML element may name a picture, as `html_references` finds them, from `start` on."""
    yield from (match.start() for match in _PICTURE_ELEMENT.finditer(folded, start))
    for name in _PICTURE_ATTRIBUTES:
        at = folded.find(name, start)
        while at >= 0:
            yield at
            at = folded.find(name, at + 1)
