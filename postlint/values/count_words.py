"""Counts in words."""

from __future__ import annotations


def plural(count: int, word: str, many: str | None = None) -> str:
    """Return a count with its noun; `info` has no plural."""
    if count == 1 or word == "info":
        return f"{count} {word}"
    return f"{count} {many or word + 's'}"
