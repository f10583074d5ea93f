"""Undoes the content encoding of an answer, no further than asked."""

from __future__ import annotations

import zlib

_GZIP = ("gzip", "x-gzip")
_KNOWN = (*_GZIP, "deflate", "br", "zstd")
_EXTRA, _NAME, _COMMENT, _CHECKED = 4, 8, 16, 2


class BadEncoding(Exception):
    """The body is not what its Content-Encoding says; a browser shows nothing."""


class UnknownEncoding(Exception):
    """The encoding is one that was not asked for; browsers may know it."""


def decode(body: bytes, encoding: str, limit: int, *, is_whole: bool) -> tuple[bytes, bool]:
    """Return at most `limit` decoded bytes, and whether the coded streams came to their end.

    As browsers do it: who names an encoding that none of them knows sends the body as it is. Raises BadEncoding
    and UnknownEncoding.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if not body or any(name not in _KNOWN for name in names):
        return body, is_whole
    for name in reversed(names):
        if name in _GZIP:
            body, is_whole = _gunzip(body, limit)
        elif name == "deflate":
            body, is_whole = _undeflate(body, limit)
        else:
            raise UnknownEncoding(encoding)
    return body, is_whole


def _gunzip(body: bytes, limit: int) -> tuple[bytes, bool]:
    """Decode gzip as browsers do, who look neither at its checksum nor for its end."""
    if not b"\x1f\x8b\x08".startswith(body[:3]):
        raise BadEncoding
    start = _gzip_start(body)
    return _inflate(body[start:], -zlib.MAX_WBITS, limit) if start else (b"", False)


def _gzip_start(body: bytes) -> int:
    """Return where the coded bytes begin; 0 if the head is not all there."""
    flags = body[3] if len(body) > 10 else 0
    at = 10
    if flags & _EXTRA:
        at += 2 + int.from_bytes(body[10:12], "little")
    for flag in (_NAME, _COMMENT):
        if flags & flag:
            at = body.find(b"\0", at) + 1 or len(body)
    if flags & _CHECKED:
        at += 2
    return at if at < len(body) else 0


def _undeflate(body: bytes, limit: int) -> tuple[bytes, bool]:
    try:
        return _inflate(body, zlib.MAX_WBITS, limit)
    except BadEncoding:
        # many servers leave the zlib header out, and browsers let them
        return _inflate(body, -zlib.MAX_WBITS, limit)


def _inflate(body: bytes, bits: int, limit: int) -> tuple[bytes, bool]:
    stream = zlib.decompressobj(bits)
    try:
        decoded = stream.decompress(body, limit)
    except zlib.error as error:
        raise BadEncoding(str(error)) from None
    return decoded, stream.eof
