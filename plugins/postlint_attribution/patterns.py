"""Wordings as patterns, and the folded texts in which they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import late_pattern, lazy
from postlint_attribution.folding import fold
from postlint_attribution.wordings.pieces import PIECES
from postlint_attribution.wordings.wording import Wording

_PIECE = late_pattern(r"<(" + "|".join(PIECES) + r")>")
_LATIN_BOUND = r"(?:^|(?<=[\n(\[（【>|*_–—：])|(?<=[.;,!?:|–—-]\s)|(?<=\s\s)|(?<=[^\x00-\u2fff] ))"
_SEPARATOR = r"(?P<sep>\s*[：:]|\s*[】\]］」]\s*[：:]?(?=.)|\s?[｜|/／=]\s?|\s*[→▶►➡⇒👉]\ufe0f?\s*|\s+[-–—]+\s+)?"
# Behind one of these a label may begin: a class is searched for far faster than a look behind
_BEFORE_LABEL = late_pattern(PIECES["b"].removeprefix("(?:^|(?<=").removesuffix("))"))
_BEFORE_LATIN_LABEL = late_pattern(r"[\n(\[（【>|*_–—：]\s*|\s+")


class FoldedText:
    """A folded text, with the places where a label may begin."""

    __slots__ = ("_latin_starts", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] | None = None
        self._latin_starts: list[int] | None = None

    def starts(self, *, is_latin: bool) -> list[int]:
        """Return where labels may begin, ascending; some of the places turn out not to be such."""
        if is_latin:
            if self._latin_starts is None:
                self._latin_starts = [0, *[found.end() for found in _BEFORE_LATIN_LABEL.finditer(self.text)]]
            return self._latin_starts
        if self._starts is None:
            self._starts = [0, *[found.end() for found in _BEFORE_LABEL.finditer(self.text)]]
        return self._starts


class Pattern:
    """A wording to be looked for in folded text, compiled when it is first needed."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.is_label = wording.frame == "label"
        self._is_latin = wording.language in ("en", "ko")

    @lazy
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern; that of a label has the groups `cue` and `sep`."""
        body = expand(self.wording.pattern)
        if self.is_label:
            bound = _LATIN_BOUND if self._is_latin else PIECES["b"]
            body = f"{bound}(?P<cue>{body}){_SEPARATOR}"
        return late_pattern(body, re.IGNORECASE if self.wording.language == "en" else 0)

    @lazy
    def _shape(self) -> re.Pattern[str] | None:
        return late_pattern(expand(self.wording.shape)) if self.wording.shape else None

    def first_in(self, folded: FoldedText) -> re.Match[str] | None:
        """Return the first match in a folded text, for a label the first with a separator if there is one."""
        text = folded.text
        if self.is_label:
            match, first = self.regex.match, None
            for at in folded.starts(is_latin=self._is_latin):
                found = match(text, at)
                if found and found["sep"]:
                    return found
                first = first or found
            return first
        return self.regex.search(text) if self._shape is None or self._shape.search(text) else None

    def find_in(self, folded: FoldedText, start: int = 0, end: int | None = None) -> Iterable[re.Match[str]]:
        """Return the matches between two offsets of a folded text, ascending and disjoint."""
        text = folded.text
        end = len(text) if end is None else end
        if self.is_label:
            return self._labels_in(folded, start, end)
        return (
            self.regex.finditer(text, start, end) if self._shape is None or self._shape.search(text, start, end) else ()
        )

    def _labels_in(self, folded: FoldedText, start: int, end: int) -> list[re.Match[str]]:
        matches: list[re.Match[str]] = []
        match, text = self.regex.match, folded.text
        for at in folded.starts(is_latin=self._is_latin):
            if start <= at <= end:
                found = match(text, at, end)
                if found:
                    matches.append(found)
                    start = found.end()
        return matches


def expand(pattern: str) -> str:
    """Return a pattern with its `<pieces>` put in, folded as texts are."""
    return fold(_PIECE.sub(lambda found: PIECES[found[1]], pattern))
