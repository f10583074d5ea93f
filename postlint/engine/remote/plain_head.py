"""Reads the head of an answer that is written as nearly all are.

A parser that takes whatever servers send costs four times as much, which counts with thousands of pictures.
"""

from __future__ import annotations

from typing import NamedTuple

from postlint.values.late_pattern import late_pattern

_HEAD = late_pattern(
    rb"HTTP/1\.([01]) ([2-5][0-9]{2})(?: [\t\x20-\x7e\x80-\xff]*)?"
    rb"((?:\r\n[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*)*)\r\n\r\n"
)
_MOST_HEADERS = 100
_MOST_BYTES = 8 * 1024
_WITHOUT_BODY = (204, 304)
_OTHER_WAYS = (b"transfer-encoding", b"upgrade")


class PlainHead(NamedTuple):
    """The head of an answer: its body has `length` bytes and begins at `start`; names are in lower case."""

    status: int
    headers: list[tuple[bytes, bytes]]
    start: int
    length: int
    keeps_open: bool


def is_under_way(raw: bytes) -> bool:
    """Tell whether more of a head may follow."""
    return len(raw) < _MOST_BYTES and raw.startswith(b"HTTP/1.") and b"\r\n\r\n" not in raw and b"\n\n" not in raw


def read_plain_head(raw: bytes) -> PlainHead | None:
    """Return the head that `raw` begins with; None if it is not all there, or not plain.

    Plain is HTTP/1.1 or 1.0 to the letter, with one Content-Length and neither chunks nor another protocol.
    """
    found = _HEAD.match(raw)
    if found is None:
        return None
    version, code, lines = found.groups()
    headers = []
    length = None
    keeps_open = version == b"1"
    for line in lines.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        name, value = name.lower(), value.strip(b" \t")
        headers.append((name, value))
        if name == b"content-length":
            if length is not None or not value.isdigit() or len(value) > 18:
                return None
            length = int(value)
        elif name == b"connection":
            keeps_open = keeps_open and value.lower() == b"keep-alive"
        elif name in _OTHER_WAYS:
            return None
    status = int(code)
    if length is None or status in _WITHOUT_BODY or len(headers) > _MOST_HEADERS:
        return None
    return PlainHead(status, headers, found.end(), length, keeps_open)
