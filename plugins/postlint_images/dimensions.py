"""Width and height of a picture, from its first bytes."""

from __future__ import annotations

from struct import error as StructError
from struct import unpack_from
from typing import Protocol

from postlint import late_pattern

# a JPEG's size may come after a preview and a colour profile
_FIRST, _FURTHER = 512, 65_536
_LENGTH = late_pattern(rb"\s(width|height)\s*=\s*[\"']\s*([0-9]{1,5})(?:\.[0-9]+)?(?:px)?\s*[\"']")


class Heads(Protocol):
    """The part of the site's disk that is needed here."""

    def head(self, path: str, count: int = 64) -> bytes: ...


def read_size(files: Heads, path: str) -> tuple[int, int] | None:
    """Return width and height in pixels; None where the bytes do not tell."""
    head = files.head(path, _FIRST)
    if head.startswith(b"\xff\xd8"):
        return _jpeg(files.head(path, _FURTHER))
    return size_of(head)


def size_of(head: bytes) -> tuple[int, int] | None:
    """Return the size of a PNG, GIF, WebP, BMP or SVG by its first bytes."""
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return _positive(*unpack_from(">II", head, 16))
        if head.startswith((b"GIF87a", b"GIF89a")):
            return _positive(*unpack_from("<HH", head, 6))
        if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            return _webp(head)
        if head.startswith(b"BM"):
            width, height = unpack_from("<ii", head, 18)
            return _positive(width, abs(height))
    except StructError:
        # cut off
        return None
    return _svg(head) if b"<svg" in head else None


def _positive(width: int, height: int) -> tuple[int, int] | None:
    return (width, height) if width > 0 and height > 0 else None


def _webp(head: bytes) -> tuple[int, int] | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        width, height = unpack_from("<HH", head, 26)
        return _positive(width & 0x3FFF, height & 0x3FFF)
    return None


def _jpeg(head: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = unpack_from(">HH", head, at + 5)
            return _positive(width, height)
        at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None


def _svg(head: bytes) -> tuple[int, int] | None:
    start = head.find(b"<svg")
    end = head.find(b">", start)
    tag = head[start:end] if end > 0 else b""
    found = {name.decode(): int(value) for name, value in _LENGTH.findall(tag)}
    return _positive(found["width"], found["height"]) if len(found) == 2 else None
