"""Which answers lead on to another address."""

from __future__ import annotations

from collections.abc import Iterable

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def locations(status: int, headers: Iterable[tuple[bytes, bytes]]) -> list[bytes]:
    """Return where an answer leads, each address once; names of headers are in lower case.

    Browsers refuse an answer that leads to several places, and take one without a place for the picture itself.
    """
    if status not in _REDIRECTS:
        return []
    return list(dict.fromkeys(value for name, value in headers if name == b"location" and value.strip()))
