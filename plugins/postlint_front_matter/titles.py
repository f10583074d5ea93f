"""Which titles are worth a closer look."""

from __future__ import annotations

_FIRST = frozenset("\"'|｜丨¦,，、;；:：·•-–— \t\u00a0\u3000")
_LAST = frozenset("\"'_|｜丨¦-–/·•:—,，、;； \t\u00a0\u3000")


def is_suspect(title: str) -> bool:
    """Tell whether a closer look is worth while."""
    return (
        not title.isprintable()
        or "&" in title
        or "\ufffd" in title
        or title[:1] in _FIRST
        or title[-1:] in _LAST
        or not title
    )
