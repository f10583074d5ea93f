"""Byte offsets of a UTF-8 text to code point offsets."""

from __future__ import annotations


class Offsets:
    """Turns UTF-8 byte offsets of `text` into code point offsets, plus `base`.

    `data` is the text in UTF-8. Asking in ascending order costs the distance from the last answer; going
    back costs as much.
    """

    __slots__ = ("_base", "_byte", "_code_point", "data", "is_ascii")

    def __init__(self, text: str, base: int) -> None:
        self.data = text.encode("utf-8")
        self.is_ascii = len(self.data) == len(text)
        self._base = base
        self._byte, self._code_point = 0, base

    def at(self, offset: int) -> int:
        """Return the code point offset of a byte offset."""
        if self.is_ascii:
            return offset + self._base
        byte = self._byte
        if offset > byte:
            self._code_point += len(self.data[byte:offset].decode("utf-8", "ignore"))
        elif offset < byte:
            self._code_point -= len(self.data[offset:byte].decode("utf-8", "ignore"))
        self._byte = offset
        return self._code_point
