"""Whether a sentence that names an outlet is about this text or about something else."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.humans import is_human
from postlint_attribution.match import Match
from postlint_attribution.topics import sentence_start
from postlint_attribution.values import links_in

_PERMITTED_BY = late_pattern(r"\bpermission\s+of\b", re.IGNORECASE)
_BASED_ON = late_pattern(r"\bbased\b", re.IGNORECASE)
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


def names_a_text(match: Match) -> bool:
    """Tell whether a loose wording names a text: "based on [a title](…)" and no tool, "by permission of" no person."""
    first = next(iter(links_in(match.links, match.value_start, match.value_end)), None)
    if _PERMITTED_BY.search(match.cue):
        return first is not None or not is_human(re.split(r"[,.(]", match.value)[0])
    if not _BASED_ON.search(match.cue):
        return True
    return first is not None and len(match.text[first[0] : first[1]].split()) > 2
