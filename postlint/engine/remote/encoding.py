"""Undoes the content encoding of an answer, no further than asked."""

from __future__ import annotations

import zlib

_NONE = ("", "identity", "none", "binary", "utf-8", "utf8", "8bit", "7bit")


class BadEncoding(Exception):
    """The body is not what its Content-Encoding says; a browser shows nothing."""


class UnknownEncoding(Exception):
    """The encoding is one that was not asked for; browsers may know it."""


def decode(body: bytes, encoding: str, limit: int, *, is_whole: bool) -> tuple[bytes, bool]:
    """Return at most `limit` decoded bytes, and whether the coded stream came to its end.

    Raises BadEncoding and UnknownEncoding.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    names = [name for name in names if name not in _NONE]
    if not names or not body:
        return body, is_whole
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise UnknownEncoding(encoding)
    if names[0] == "deflate":
        try:
            return _inflate(body, zlib.MAX_WBITS, limit)
        except BadEncoding:
            # many servers leave the zlib header out, and browsers let them
            return _inflate(body, -zlib.MAX_WBITS, limit)
    return _inflate(body, zlib.MAX_WBITS | 16, limit)


def _inflate(body: bytes, bits: int, limit: int) -> tuple[bytes, bool]:
    stream = zlib.decompressobj(bits)
    try:
        decoded = stream.decompress(body, limit)
    except zlib.error as error:
        raise BadEncoding(str(error)) from None
    return decoded, stream.eof
