"""How many columns text takes on a terminal."""

from __future__ import annotations

import unicodedata

from postlint.reporters.escape import visible

_TAB = 4


def columns(char: str) -> int:
    """Return the columns of one character: 2 for wide ones and emoji, 0 for marks that combine."""
    if char == "\t":
        return _TAB
    if char.isascii() and char.isprintable():
        return 1
    if (
        unicodedata.combining(char)
        or unicodedata.category(char) in ("Mn", "Me")
        or char in "\u200b\u200c\u200d\ufe0e\ufe0f"
    ):
        return 0
    shown = visible(char)
    if shown != char:
        return len(shown)
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Return the columns of a text."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(columns, text))


def expand(text: str) -> str:
    """Return text as it is printed: tabs as blanks, controls made visible."""
    return visible(text.replace("\t", " " * _TAB))


def window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return the part of a line around `[start, end)` that fits into `room` columns, and the range in it."""
    if width(line) <= room:
        return line, start, end
    end = max(start, end)
    left, used = start, 0
    lead = room // 3
    while left > 0 and used + columns(line[left - 1]) <= lead:
        left -= 1
        used += columns(line[left])
    right, used = left, 0
    while right < len(line) and used + columns(line[right]) <= room - 2:
        used += columns(line[right])
        right += 1
    before, after = ("…" if left > 0 else ""), ("…" if right < len(line) else "")
    shift = len(before) - left
    return f"{before}{line[left:right]}{after}", start + shift, min(end, right) + shift
