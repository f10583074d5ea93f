"""Reads an answer that a strict parser refuses, as browsers do."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange, ExchangeError, ExchangeFault

# up to four bytes of an earlier answer, any version or none; without a number it is taken for a 200
_STATUS = late_pattern(
    rb"(?:\r?\n){0,4}[^\r\n]{0,4}?HTTP(?:/[0-9.]{1,8})?(?=[ \t\r\n])[ \t]*([0-9]{3})?", re.IGNORECASE
)
_END = late_pattern(rb"\r?\n\r?\n")
_SIZE = late_pattern(rb"[0-9A-Fa-f]{1,15}")
_MOST = 256 * 1024


def read_leniently(raw: bytes) -> Exchange | None:
    """Return the answer in the bytes that a server sent, as far as they came; None if it is no HTTP.

    Raises ExchangeError for what browsers refuse as well.
    """
    while (found := _STATUS.match(raw)) and (found[1] or b"")[:1] == b"1":
        end = _END.search(raw)
        raw = raw[end.end() :] if end else b""
    end = _END.search(raw, 0, _MOST)
    if found is None or end is None or b"\0" in raw[: end.start()]:
        return None
    headers = []
    for line in raw[: end.start()].lstrip(b"\r\n").splitlines()[1:]:
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            headers.append((name.strip().lower(), value.strip()))
    _refuse_contradiction(headers)
    known = dict(headers)
    body, status = raw[end.end() :], int(found[1] or 200)
    if not body and known.get(b"content-length") != b"0":
        # it may be on its way
        return None
    if b"chunked" in known.get(b"transfer-encoding", b"").lower():
        joined, is_whole, is_bad = _join_chunks(body)
        return Exchange(status, headers, joined, is_whole, is_bad)
    length = known.get(b"content-length", b"")
    if length.isdigit() and len(length) < 19:
        size = int(length)
        return Exchange(status, headers, body[:size], len(body) >= size, False)
    return Exchange(status, headers, body, False, False)


def _refuse_contradiction(headers: list[tuple[bytes, bytes]]) -> None:
    lengths = {value for name, value in headers if name == b"content-length"}
    if len(lengths) > 1 and not any(name == b"transfer-encoding" for name, _ in headers):
        raise ExchangeError(ExchangeFault.NOT_HTTP, "answers with two different lengths, which browsers refuse")


def _join_chunks(raw: bytes) -> tuple[bytes, bool, bool]:
    """Return what the chunks hold, whether the last one is there, and whether one of them is no chunk."""
    joined, at = bytearray(), 0
    while (end := raw.find(b"\n", at)) >= 0:
        digits = raw[at:end].partition(b";")[0].strip()
        if not _SIZE.fullmatch(digits):
            return bytes(joined), False, True
        size, start = int(digits, 16), end + 1
        if size == 0:
            return bytes(joined), True, False
        joined += raw[start : start + size]
        at = start + size
        if raw[at : at + 2] == b"\r\n":
            at += 2
        elif raw[at : at + 1] == b"\n":
            at += 1
        elif raw[at : at + 2] not in (b"", b"\r"):
            return bytes(joined), False, True
    return bytes(joined), False, False
