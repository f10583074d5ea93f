"""Markdown's escapes undone."""

from __future__ import annotations

from postlint.body.entities import unescape
from postlint.values.late_pattern import late_pattern

_ESCAPE = late_pattern(r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def unescape_markdown(text: str) -> str:
    """Return `text` with backslash escapes and entities undone, as CommonMark does in a destination."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPE.sub(lambda match: match[1] or unescape(match[0]), text)
