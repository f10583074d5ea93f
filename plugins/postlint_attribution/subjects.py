"""Whether a sentence that names an outlet is about this text or about something else."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.match import Match
from postlint_attribution.topics import sentence_start

_THIS_TEXT = late_pattern(r"[本此这该原][文篇稿书]|^文章|作者|译|博文|本系列|\b(?:this|article|post)\b", re.IGNORECASE)
# "Originally released on Steam, the game …": the sentence turns out to be about something else
_OTHER_SUBJECT = late_pattern(
    r",\s+(?:the|it|its|we|our|they|i|an?)\s+(?!(?:\w+\s+)?(?:post|article|text|story|piece|essay|series|interview|talk)\b)",
    re.IGNORECASE,
)


def speaks_of_something_else(match: Match) -> bool:
    """Tell whether a clause without a subject goes on in a sentence about something that is not this text."""
    before = match.folded[sentence_start(match.folded, match.start) : match.start].strip(" \t（(【[*_>")
    return bool(before) and not _THIS_TEXT.search(before)


def turns_to_something_else(match: Match) -> bool:
    """Tell whether a sentence that begins with its participle goes on, behind a comma, about what is not this text."""
    if match.text[: match.start].strip(" *_>(["):
        return False
    comma = match.text.find(",", match.end if not match.value else match.value_start)
    return comma >= 0 and _OTHER_SUBJECT.match(match.text, comma) is not None
