"""Whether a post may hold a statement at all, seen from its text alone.

Blocks cost more than everything else here, so a post is let through only if a cue stands in a line that its
wording matches roughly. The start and the end of a text are looked at closely, what is between them for the
cues alone that are believed there.
"""

from __future__ import annotations

import re

from postlint_attribution.catalogue import Catalogue, Pattern
from postlint_attribution.folding import fold

_HEAD = 1500
_TAIL = 2500
_REACH = 240
_MOST = 250
_HIDDEN = ("[#]", "<!--", "[//]")
_MARKUP = re.compile(r"<[^>\n]{0,300}>|[*_`]+|(?<=\])\([^)\n]*\)|(?<=\])\[[^\]\n]*\]|\\(?=\W)")
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|li|t[dhr]|div|br|blockquote|figcaption|center)\b[^>\n]{0,300}>", re.IGNORECASE)
_BRACKET = re.compile(r"[\[\]]")


Hits = list[tuple[int, tuple[int, ...]]]


def find_hits(text: str, start: int, catalogue: Catalogue) -> Hits:
    """Return where cues stand in the body of a post, from `start` on, with their patterns, in order of the text."""
    return sorted(catalogue.spotter.spot(text, start, _without_definitions(text, start)))


def may_hold(text: str, start: int, hits: Hits, catalogue: Catalogue) -> bool:
    """Tell whether a body may hold a statement. A no is sure, as far as wordings go."""
    if any(mark in text for mark in _HIDDEN):
        return True
    if not hits:
        return False
    head, tail = start + _HEAD, hits[-1][0] - _TAIL
    lines: dict[int, str] = {}
    tried: set[tuple[int, int]] = set()
    for position, patterns in reversed(hits):
        low = max(text.rfind("\n", 0, position) + 1, position - _REACH)
        for index in patterns:
            if (low, index) in tried or (head < position < tail and index not in catalogue.middle):
                continue
            if len(tried) >= _MOST:
                return True
            tried.add((low, index))
            line = lines.get(low)
            if line is None:
                line = lines[low] = _roughly_visible(text[low : _line_end(text, position)])
            if _matches(catalogue.patterns[index], line, text, low, position):
                return True
    return False


def _matches(pattern: Pattern, line: str, text: str, low: int, position: int) -> bool:
    found = pattern.regex.search(line)
    if found is None and pattern.wording.kind == "photo-credit":
        # the texts of a picture are no visible text
        before = text[low:position]
        return "![" in before or "<img" in before or "{{" in before
    if found is None or not pattern.is_label:
        return found is not None
    written = text[low : position + 80]
    return bool(found["sep"]) or "[" in written or "<a" in written


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position, position + _REACH)
    return end if end >= 0 else position + _REACH


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
    return fold(_BRACKET.sub(" ", _MARKUP.sub("", line)).lstrip(" \t>#*+-"))
