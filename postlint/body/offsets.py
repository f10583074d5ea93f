"""Byte offsets of a UTF-8 text to code point offsets."""

from __future__ import annotations

from collections.abc import Callable


def code_point_offsets(text: str, base: int) -> Callable[[int], int]:
    """Return a function from UTF-8 byte offsets of `text` to code point offsets, plus `base`.

    Asking in ascending order costs the distance from the last answer; going back costs as much.
    """
    if text.isascii():
        return base.__add__
    data = text.encode("utf-8")
    byte = 0
    code_point = base

    def convert(offset: int) -> int:
        nonlocal byte, code_point
        if offset >= byte:
            code_point += len(data[byte:offset].decode("utf-8", "ignore"))
        else:
            code_point -= len(data[offset:byte].decode("utf-8", "ignore"))
        byte = offset
        return code_point

    return convert
