"""How many columns text takes on a terminal, as wcwidth counts them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from postlint.reporters.escape import visible

_TAB = 4
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_ZERO = frozenset("\u200b\u200c\u200d\u00ad\ufe0e\ufe0f")


def widths(text: str) -> list[int]:
    """Return the columns of every character: 2 for wide ones, 0 for marks that combine with the one before.

    Characters that `visible` spells out count as spelled. An emoji that is joined to the one before, or a
    skin tone after one, takes no room of its own.
    """
    if text.isascii() and text.isprintable():
        return [1] * len(text)
    found: list[int] = []
    before = ""
    for char in text:
        is_joined = before == _JOINER and char > "\u2000"
        is_skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff" and found and found[-1] == 2
        if is_joined or is_skin_tone:
            found.append(0)
        elif char == _EMOJI_STYLE and found and found[-1] == 1 and "\u203c" <= before <= "\u3299":
            # the selector turns a narrow sign into a wide picture
            found.append(1)
        else:
            found.append(_columns(char))
        before = char
    return found


def _columns(char: str) -> int:
    if char == "\t":
        return _TAB
    if " " <= char <= "~":
        return 1
    if char in _ZERO or unicodedata.category(char) in ("Mn", "Me") or "\u1160" <= char <= "\u11ff":
        return 0
    shown = visible(char)
    if shown != char and len(shown) > 1:
        return len(shown)
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Return the columns of a text."""
    return sum(widths(text))


def expand(text: str) -> str:
    """Return text as it is printed: tabs as blanks, controls made visible."""
    return visible(text.replace("\t", " " * _TAB))


def window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return the part of a line around `[start, end)` that fits into `room` columns, and the range in it.

    A third of the room is kept for what stands before the range; `…` marks where the line was cut.
    """
    cells = widths(line)
    if sum(cells) <= room:
        return line, start, max(start, end)
    room -= 2
    left = _reach(cells[:start][::-1], room // 3)
    first = start - left
    # what follows the range may leave room for more before it
    rest = sum(cells[first:])
    if rest < room:
        first = start - _reach(cells[:start][::-1], room - (rest - sum(cells[first:start])))
    last = first + _reach(cells[first:], room)
    before, after = ("…" if first else ""), ("…" if last < len(line) else "")
    shift = len(before) - first
    return f"{before}{line[first:last]}{after}", start + shift, max(start, min(end, last)) + shift


def _reach(cells: Sequence[int], room: int) -> int:
    """Return how many of the cells fit into the room."""
    return sum(1 for total in accumulate(cells) if total <= room)
