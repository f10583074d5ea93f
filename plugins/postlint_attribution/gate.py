"""Which cues of a post can be those of a statement, seen from its text alone.

Blocks cost more than everything else here, so a cue counts only if it stands in a line that its wording matches
roughly; what holds no such cue is never made blocks of.
"""

from __future__ import annotations

import re

from postlint_attribution.catalogue import Catalogue
from postlint_attribution.folding import fold
from postlint_attribution.patterns import FoldedText, Pattern

_HEAD = 1500
_TAIL = 2500
_REACH = 240
_MOST = 250
_HIDDEN = ("[#]", "<!--", "[//]")
_MARKUP = re.compile(r"""<[^>\n]{0,300}>|[*_`]+|\]\([^)\s]*(?:\s+["'(][^)\n]*)?\)|\]\[[^\]\n]*\]|\\(?=\W)""")
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|li|t[dhr]|div|br|blockquote|figcaption|center)\b[^>\n]{0,300}>", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]]")


Hits = list[tuple[int, tuple[int, ...]]]


def find_hits(text: str, start: int, catalogue: Catalogue) -> Hits:
    """Return where cues stand in the body of a post, from `start` on, with their patterns, in order of the text."""
    return sorted(catalogue.spotter.spot(text, start, _without_definitions(text, start)))


def believable(text: str, hits: Hits, catalogue: Catalogue) -> Hits:
    """Return the cues that may be those of a statement, with the patterns they may belong to. A no is sure."""
    kept: Hits = []
    lines: dict[int, tuple[str, FoldedText]] = {}
    tried: dict[tuple[int, int], bool] = {}
    for position, patterns in hits:
        low = max(text.rfind("\n", 0, position) + 1, position - _REACH)
        fitting = []
        for index in patterns:
            fits = tried.get((low, index))
            if fits is None:
                if len(tried) >= _MOST:
                    fits = True
                else:
                    line = lines.get(low)
                    if line is None:
                        written = text[low : _line_end(text, position)]
                        line = lines[low] = written, FoldedText(_roughly_visible(written))
                    fits = _matches(catalogue.patterns[index], line[1], text, low, position)
                tried[low, index] = fits
            if fits:
                fitting.append(index)
        if fitting:
            kept.append((position, tuple(fitting)))
    return kept


def may_hold(text: str, start: int, hits: Hits, last: int, catalogue: Catalogue) -> bool:
    """Tell whether a body may hold a statement, by its believable cues; `last` is where the last cue of all stands.

    The start and the end of a text count for all cues, what is between them for those that are believed there.
    """
    if any(mark in text for mark in _HIDDEN):
        return True
    head, tail = start + _HEAD, last - _TAIL
    for position, patterns in hits:
        if not head < position < tail or any(index in catalogue.middle for index in patterns):
            return True
    return False


def _matches(pattern: Pattern, line: FoldedText, text: str, low: int, position: int) -> bool:
    found = next(pattern.find_in(line), None)
    if found is None and pattern.wording.kind == "photo-credit":
        # the texts of a picture are no visible text
        before = text[low:position]
        return "![" in before or "<img" in before or "{{" in before
    if found is None or not pattern.is_label:
        return found is not None
    written = text[low : position + 80]
    return bool(found["sep"]) or "[" in written or "<a" in written


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position, position + 2 * _REACH)
    return end if end >= 0 else position + 2 * _REACH


def _without_definitions(text: str, start: int) -> int:
    """Return the end of the text without the link definitions that close it."""
    end = len(text)
    while end > start:
        line = text.rfind("\n", start, end) + 1 or start
        written = text[line:end].strip()
        if written and not (written[0] == "[" and "]:" in written):
            return end
        end = line - 1
    return start


def _roughly_visible(line: str) -> str:
    if "<" in line:
        line = _BLOCK_TAG.sub("\n", line)
    return fold(_BRACKET.sub(" ", _MARKUP.sub(_without_target, line)).lstrip(" \t>#*+-"))


def _without_target(found: re.Match[str]) -> str:
    return "]" if found[0][0] == "]" else ""
