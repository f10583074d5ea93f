"""Judges answers that are plainly good pictures, as nearly all are, and leaves the others to `judge`."""

from __future__ import annotations

import hashlib

from postlint.engine.remote.cut import is_cut
from postlint.engine.remote.judge import KEPT_BYTES, KEPT_HEADERS, MOST_OF_A_HEADER, SMALL, TOO_LARGE
from postlint.values.network import Exchange, Target
from postlint.values.request import Response, Verdict

_STARTS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF89a", "gif"))
# none of these is refused on any page, with any other header but those below
_TYPES = frozenset({b"image/png", b"image/jpeg", b"image/gif", b"image/webp"})
_LOOKED_AT = frozenset({b"content-encoding", b"cross-origin-resource-policy"})


def judge_plain(target: Target, exchange: Exchange, *, keep_body: bool = False) -> Response | None:
    """Return what `judge` makes of a first answer to an ask for a picture; None where it has to look closer."""
    status, headers, body, is_whole, is_broken_off = exchange
    kind = _kind(body)
    if status != 200 or kind is None or is_broken_off:
        return None
    size = types = 0
    kept = []
    for name, value in headers:
        if name in KEPT_HEADERS:
            kept.append((name.decode(), value[:MOST_OF_A_HEADER].decode("latin-1")))
        if name == b"content-length":
            size = int(value)
        elif name == b"content-type":
            types += 1 if value in _TYPES else 2
        if name in _LOOKED_AT:
            return None
    if types != 1 or not 0 < size <= TOO_LARGE or (is_whole and is_cut(body, kind)):
        return None
    digest = hashlib.sha256(body).hexdigest() if is_whole and len(body) < SMALL else ""
    kept_body = body if keep_body else body[:KEPT_BYTES]
    return Response(str(target), status, tuple(kept), kept_body, (), Verdict.GOOD, "", "", kind, size, digest)


def _kind(body: bytes) -> str | None:
    for start, kind in _STARTS:
        if body.startswith(start):
            return kind
    return "webp" if body.startswith(b"RIFF") and body[8:12] == b"WEBP" else None
