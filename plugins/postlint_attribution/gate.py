"""Which cues of a post can be those of a statement, seen from its text alone.

Blocks cost more than everything else here, so a cue counts only if it stands in a line that its wording matches
roughly; what holds no such cue is never made blocks of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from postlint import Span, late_pattern
from postlint_attribution.catalogue import Catalogue
from postlint_attribution.folding import fold
from postlint_attribution.hidden import may_hold_credit
from postlint_attribution.patterns import FoldedText, Pattern

_HEAD = 1500
_TAIL = 2500
_REACH = 240
_STEP = 120
_TAG = late_pattern(r"<[A-Za-z/!?][^>\n]{0,300}>")
_MARKUP = late_pattern(r"[*_`]+|\\(?=\W)")
_END_OF_ADDRESS = late_pattern(r"[\s()<>\[\]\"'`|]|[^\x00-\x7f]")
# one of these follows a label soon, or there is none
_SIGN_OF_LABEL = late_pattern(r"[：:】\]］」→▶►➡⇒👉｜|丨/／=\-–—\[<\r\n]|\Z")
_LABEL = 28
_TARGET = r"""\](?:\((?:[^()\s]++|\([^()\s]*+\))*+(?:\s+["'(][^)\n]*)?\)|\[[^\]\n]*\])"""
_LINK = late_pattern(rf"\[([^\[\]\n]*){_TARGET}")
_END_OF_LINK = late_pattern(_TARGET)
_BLOCK_TAG = late_pattern(
    r"</?(?:p|h[1-6]|li|t[dhr]|div|br|blockquote|figcaption|center)\b[^>\n]{0,300}>", re.IGNORECASE
)
_BRACKET = late_pattern(r"[\[\]]")


Hits = list[tuple[int, tuple[int, ...]]]


def find_hits(text: str, start: int, catalogue: Catalogue) -> Hits:
    """Return where cues stand in the body of a post, from `start` on, with their patterns, in order of the text."""
    return sorted(catalogue.spotter.spot(text, start, _without_definitions(text, start)))


def outside(hits: Hits, spans: Sequence[Span]) -> Hits:
    """Return the cues outside of some ascending stretches."""
    kept: Hits = []
    first = 0
    for start, end in spans:
        last = bisect_left(hits, (start,), first)
        kept += hits[first:last]
        first = bisect_left(hits, (end,), last)
    return kept + hits[first:]


def believable(text: str, hits: Hits, catalogue: Catalogue) -> Hits:
    """Return the cues that may be those of a statement, with the patterns they may belong to. A no is sure."""
    kept: Hits = []
    lines: dict[int, Hits] = {}
    patterns = catalogue.patterns
    for position, indexes in hits:
        if not _SIGN_OF_LABEL.search(text, position, position + _LABEL):
            indexes = tuple([index for index in indexes if not patterns[index].is_label])
            if not indexes:
                continue
        if text[position] < "\x80" and _is_in_address(text, position):
            continue
        low = text.rfind("\n", max(0, position - _REACH), position) + 1
        if not low and position > _REACH:
            # cues that are near one another in a long line are looked at together
            low = (position - _REACH) // _STEP * _STEP
        if low in lines:
            lines[low].append((position - low, indexes))
        elif not text.startswith("[#]:", low):
            # a note of a translator's tool is read elsewhere
            lines[low] = [(position - low, indexes)]
    for low, cues in lines.items():
        written = text[low : _line_end(text, low + cues[0][0])]
        kept += [(low + at, fitting) for at, fitting in _fitting(written, tuple(cues), catalogue)]
    return kept


@lru_cache(1024)
def _fitting(written: str, cues: tuple[tuple[int, tuple[int, ...]], ...], catalogue: Catalogue) -> Hits:
    """Return the cues of a line that are believable. Posts of one site often end with the same lines."""
    line = _Line(written)
    patterns = catalogue.patterns
    kept: Hits = []
    for at, indexes in cues:
        fitting = tuple([index for index in indexes if line.fits(index, patterns[index], at)])
        if fitting:
            kept.append((at, fitting))
    return kept


def _is_in_address(text: str, position: int) -> bool:
    """Tell whether an offset lies in an address that begins before it."""
    start = text.rfind("://", max(0, position - _REACH), position)
    return start >= 0 and _END_OF_ADDRESS.search(text, start, position) is None


class _Line:
    """One line of a text, or what is near in a long one, as readers see it roughly."""

    __slots__ = ("_forms", "_has_credit", "_tried", "_written")

    def __init__(self, written: str) -> None:
        self._written = written
        self._forms: list[FoldedText] = []
        self._tried: dict[int, bool] = {}
        self._has_credit: bool | None = None

    def fits(self, index: int, pattern: Pattern, at: int) -> bool:
        """Tell whether a wording, one of whose cues stands at an offset, may be in the line."""
        known = self._tried.get(index)
        if known is None:
            known = self._tried[index] = self._matches(pattern, at)
        return known

    def _matches(self, pattern: Pattern, at: int) -> bool:
        for form in self._forms or self._read():
            found = pattern.first_in(form)
            if found:
                break
        else:
            # the texts of a picture are no visible text; what is a source elsewhere is a credit there
            if pattern.wording.kind not in ("photo-credit", "source-link"):
                return False
            if self._has_credit is None:
                self._has_credit = may_hold_credit(self._written)
            return self._has_credit
        if not pattern.is_label or found["sep"]:
            return True
        if len(form.text.strip(" #*_：:>")) <= len(found["cue"]) + 2:
            return True
        written = self._written[: at + 80]
        return "[" in written or "<a" in written or "://" in written

    def _read(self) -> list[FoldedText]:
        """Return the visible text, with a bracket of what is no link as one that parts words besides."""
        written = self._written
        if "&" in written:
            # few texts have any, and their table takes long to load
            from html import unescape

            written = unescape(written)
        if "<" in written:
            written = _TAG.sub("", _BLOCK_TAG.sub("\n", written))
        if "*" in written or "_" in written or "`" in written or "\\" in written:
            written = _MARKUP.sub("", written)
        written = written.lstrip(" \t>#*+-")
        if "[" in written:
            parted = _BRACKET.sub(" ", _END_OF_LINK.sub("]", written)).lstrip()
            self._forms = [FoldedText(fold(_LINK.sub(_text_of, written))), FoldedText(fold(parted))]
        else:
            self._forms = [FoldedText(fold(written))]
        return self._forms


def _text_of(link: re.Match[str]) -> str:
    return link[1]


def may_hold(start: int, hits: Hits, last: int, catalogue: Catalogue) -> bool:
    """Tell whether a body may hold a statement, by its believable cues; `last` is where the last cue of all stands.

    The start and the end of a text count for all cues, what is between them for those that are believed there.
    """
    head, tail = start + _HEAD, last - _TAIL
    for position, patterns in hits:
        if not head < position < tail or any(index in catalogue.middle for index in patterns):
            return True
    return False


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
