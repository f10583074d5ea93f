"""Character references of HTML; their table takes long to load, and few texts have any."""

from __future__ import annotations


def unescape(text: str) -> str:
    """Return a text with its character references decoded."""
    if "&" not in text:
        return text
    import html

    return html.unescape(text)
