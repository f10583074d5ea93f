"""Tells whether a picture that is known whole ends before its end.

Only files whose structure is sound up to there are judged: what is no such file is not called cut.
"""

from __future__ import annotations

import struct
import zlib

_PNG_START = 8
_CHUNK_START = struct.Struct(">I4s")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def is_cut(body: bytes, kind: str) -> bool:
    """Tell whether a PNG, JPEG, GIF or WebP lacks its end."""
    if kind == "png":
        return _png_is_cut(body)
    if kind == "jpeg":
        return _jpeg_is_cut(body)
    if kind == "gif":
        return _gif_is_cut(body)
    if kind == "webp":
        known = body[12:16] in (b"VP8 ", b"VP8L", b"VP8X")
        return known and int.from_bytes(body[4:8], "little") + 8 > len(body) + 1
    return False


def _png_is_cut(body: bytes) -> bool:
    first = body[_PNG_START : _PNG_START + 25]
    if first[4:8] != b"IHDR" or zlib.crc32(first[4:21]) != int.from_bytes(first[21:25], "big"):
        return False
    at = _PNG_START
    while at + 8 <= len(body):
        length, name = _CHUNK_START.unpack_from(body, at)
        at += 12 + length
        if name == b"IEND":
            return False
    return True


def _jpeg_is_cut(body: bytes) -> bool:
    at = 2
    while at + 4 <= len(body):
        if body[at] != 0xFF:
            return False
        marker = body[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _STANDALONE:
            at += 2
        elif marker == 0xD9:
            return False
        else:
            length = int.from_bytes(body[at + 2 : at + 4], "big")
            if length < 2:
                return False
            at += 2 + length
            if marker == 0xDA:
                return body.find(b"\xff\xd9", at) < 0
    # the segments lead past the end
    return at > 2


def _gif_is_cut(body: bytes) -> bool:
    if len(body) < 13:
        return True
    flags = body[10]
    at = 13 + (3 * (2 << (flags & 7)) if flags & 0x80 else 0)
    while at < len(body):
        block = body[at]
        if block == 0x3B:
            return False
        if block == 0x21:
            at = _skip_blocks(body, at + 2)
        elif block == 0x2C:
            local = body[at + 9] if at + 9 < len(body) else 0
            at = _skip_blocks(body, at + 11 + (3 * (2 << (local & 7)) if local & 0x80 else 0))
        else:
            # no such block: not for us to judge
            return False
    # a last block that is whole but for the trailer is shown by every browser
    return at > len(body)


def _skip_blocks(body: bytes, at: int) -> int:
    while at < len(body):
        size = body[at]
        at += size + 1
        if size == 0:
            return at
    return len(body) + 1
