"""Where a body can be cut so that the blocks of each part are those that it has in the whole.

A cut is made behind a blank line, before a line that is neither indented nor an item of a list: no list, table,
quotation or paragraph goes on there. Fences are never cut, and where there is HTML that may hold more than what
stands between two blank lines, nothing is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from postlint.body.holes import Hole
from postlint.values.late_pattern import late_pattern

_CUT = late_pattern(r"\n[ \t]*\n(?=[^\s\-*+0-9]|[-*+][^\s]|[0-9]{1,9}(?![.)0-9]|$))")
# What lets blocks begin, go on or be hidden until it ends, as `html_blocks` has it, or what tokenizers look for the
# end of
_NESTING = (
    "blockquote|ul|ol|dl|menu|table|details|figure|aside|li|dt|dd|td|th|figcaption|caption|h[1-6]|a|"
    "select|optgroup|option"
)
_HIDING = (
    "pre|script|style|template|title|textarea|noframes|iframe|svg|math|head|xmp|noembed|noscript|plaintext|listing"
)
_LASTING = rf"/?(?:{_NESTING}|{_HIDING})(?![\w:-])"
# such markup, and lines that begin with any, which may be blocks of HTML
_SUSPECT = late_pattern(
    rf"<(?:[!?]|{_LASTING}|[A-Za-z/](?:(?<=\n<.)|(?<=\n[ >]<.)|(?<=\n[ >][ >]<.)|(?<=\n[ >]{{3}}<.)|"
    r"(?<=[-*+.)>][ \t]<.)))",
    re.IGNORECASE,
)
_TOKEN = late_pattern(
    r"(?P<ticks>`+)|(?P<comment><!--)|<(?P<end>/?)(?P<name>[A-Za-z][^\s<>/\"']*)|<[!?/]", re.IGNORECASE
)
_REST_OF_TAG = late_pattern(r"""(?:[^<>"'`]++|"[^<>"`]*+"|'[^<>'`]*+')*+>""")
_NAMES_NESTING = late_pattern(_NESTING, re.IGNORECASE)
_NAMES_HIDING = late_pattern(_HIDING, re.IGNORECASE)
_TICKS = late_pattern(r"`+")


def find_cuts(masked: str, start: int, holes: Sequence[Hole] | None) -> list[int] | None:
    """Return where the body from `start` on may be cut, ascending; None if a cut might change it. Linear time.

    `holes` are those of `find_holes`.
    """
    if holes is None or any(not hole.is_code for hole in holes):
        return None
    if "<" in masked and not _is_harmless(masked, start, holes):
        return None
    cuts = [found.end() for found in _CUT.finditer(masked, start)]
    for first, last, _ in holes:
        del cuts[bisect_left(cuts, first + 1) : bisect_left(cuts, last)]
    return cuts


def _is_harmless(masked: str, start: int, holes: Sequence[Hole]) -> bool:
    """Tell whether all markup outside of fences is over before the next blank line."""
    done, number = start, 0
    if not start and masked.startswith("<"):
        return False
    for found in _SUSPECT.finditer(masked, start):
        at = found.start()
        if at < done:
            continue
        while number < len(holes) and holes[number][1] <= at:
            number += 1
        if number < len(holes) and holes[number][0] <= at:
            done = holes[number][1]
            continue
        first = max(masked.rfind("\n\n", start, at) + 2, start, holes[number - 1][1] if number else 0)
        end = masked.find("\n\n", at)
        done = len(masked) if end < 0 else end
        if not _is_over(masked, first, done):
            return False
    return True


def _is_over(masked: str, start: int, end: int) -> bool:
    """Tell whether what the markup between two blank lines begins ends there, too."""
    depths: dict[str, int] = {}
    is_hiding = False
    at = start
    while True:
        found = _TOKEN.search(masked, at, end)
        if found is None:
            break
        at = _end_of(masked, found, end)
        if at < 0:
            return False
        name = found["name"]
        if name is None:
            continue
        if _NAMES_HIDING.fullmatch(name):
            is_hiding = True
        elif not _NAMES_NESTING.fullmatch(name):
            continue
        name = name.lower()
        depth = depths[name] = depths.get(name, 0) + (-1 if found["end"] else 1)
        if depth < 0:
            return False
    return not any(depths.values()) and not (is_hiding and len(depths) > 1)


def _end_of(masked: str, token: re.Match[str], end: int) -> int:
    """Return where code, a comment or a tag ends; -1 if that is not sure."""
    if token["ticks"]:
        return _end_of_code(masked, token, end)
    if token["comment"]:
        closing = masked.find("-->", token.end(), end)
        return -1 if closing < 0 or masked.startswith((">", "->"), token.end()) else closing + 3
    if token["name"] is None:
        return -1
    rest = _REST_OF_TAG.match(masked, token.end(), end)
    return rest.end() if rest else -1


def _end_of_code(masked: str, ticks: re.Match[str], end: int) -> int:
    """Return where the code that begins with some ticks ends; -1 unless that is on their line, surely."""
    if masked[ticks.start() - 1 : ticks.start()] == "\\":
        return -1
    first, width = ticks.end(), len(ticks[0])
    line_end = masked.find("\n", first, end)
    for closing in _TICKS.finditer(masked, first, line_end if line_end >= 0 else end):
        if len(closing[0]) == width:
            return -1 if masked.find("|", first, closing.start()) >= 0 else closing.end()
    return -1
