"""What a sentence puts under a licence: this text, something in it, or something that it speaks of."""

from __future__ import annotations

import re
from enum import Enum

from postlint import late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.licences import find_licence
from postlint_attribution.match import Match
from postlint_attribution.wordings import licensed_things


class Licensed(Enum):
    """What stands under a licence. A `PART` may be all there is: "this book", where the post is a chapter of it."""

    TEXT = "text"
    IMAGE = "image"
    CODE = "code"
    PART = "part"
    OTHER = "other"
    UNSAID = "unsaid"


_NOUN = late_pattern(
    "|".join(
        f"(?P<{kind}>{fold('|'.join(getattr(licensed_things, kind)))})"
        for kind in ("PART", "CODE", "IMAGE", "OTHER", "TEXT")
    ),
    re.IGNORECASE,
)
_EAST_ASIAN = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SENTENCE_END = late_pattern(r"[。！!？?；;\n]|\.\s")
_LATIN_CLAUSE = late_pattern(r"[,;:]\s|\b(?:and|while|but|whereas)\s", re.IGNORECASE)
_REACH = 160


def licensed_in(match: Match) -> Licensed:
    """Return what the sentence of a licence's match puts under it."""
    text = match.folded
    low = max(0, match.start - _REACH)
    start = max((found.end() for found in _SENTENCE_END.finditer(text, low, match.start)), default=low)
    named = find_licence(text[match.start : match.value_end + 20])
    return licensed_by(text[start : match.start + named.start if named else match.start])


def licensed_by(sentence: str) -> Licensed:
    """Return what a sentence is about, from its folded text before the licence's name.

    The head of an East Asian clause comes last ("文中的图片采用"), that of an English one first ("The images in
    this post are"). What the last English clause says goes before what an earlier one does.
    """
    if _EAST_ASIAN.search(sentence):
        found = [match.lastgroup for match in _NOUN.finditer(sentence)]
        return Licensed[found[-1] or ""] if found else Licensed.UNSAID
    for clause in reversed(_LATIN_CLAUSE.split(sentence)):
        match = _NOUN.search(clause)
        if match:
            return Licensed[match.lastgroup or ""]
    return Licensed.UNSAID
