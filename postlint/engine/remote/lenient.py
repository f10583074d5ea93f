"""Reads an answer that a strict parser refuses, as browsers do."""

from __future__ import annotations

from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange

_STATUS = late_pattern(rb"HTTP/1\.[01] +([1-5][0-9]{2}|999)\b")
_END = late_pattern(rb"\r?\n\r?\n")
_MOST = 64 * 1024


def read_leniently(raw: bytes) -> Exchange | None:
    """Return the answer in the bytes that a server sent, cut at its Content-Length; None if it is no HTTP.

    A body in chunks is not read this way.
    """
    while (found := _STATUS.match(raw)) and found[1][:1] == b"1":
        end = _END.search(raw)
        raw = raw[end.end() :] if end else b""
    end = _END.search(raw, 0, _MOST)
    if found is None or end is None:
        return None
    headers = []
    for line in raw[: end.start()].splitlines()[1:]:
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            headers.append((name.strip().lower(), value.strip()))
    known = dict(headers)
    if b"chunked" in known.get(b"transfer-encoding", b"").lower():
        return None
    body = raw[end.end() :]
    length = known.get(b"content-length", b"")
    if length.isdigit() and len(length) < 19:
        size = int(length)
        return Exchange(int(found[1]), headers, body[:size], len(body) >= size, False)
    return Exchange(int(found[1]), headers, body, False, False)
