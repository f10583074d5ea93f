"""Texts of posts in messages."""

from __future__ import annotations


def clip(text: str, width: int) -> str:
    """Return a text of at most `width` code points, its end cut where it is longer."""
    return text if len(text) <= width else f"{text[: width - 1]}…"
