"""Cues without a separator: the text of a link, before a link, or a line of their own."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.match import Match, Verdict, is_reference_text
from postlint_attribution.values import find_address, value_end

_POINTS_AT_LINK = late_pattern(r"(?:见|在|在此|请戳|点此|在这里|地址|链接)$")


def judge_bare_cue(match: Match) -> Verdict:
    """Judge a cue without a separator: the text of a link, before a link, or a line of its own."""
    wording = match.pattern.wording
    if wording.kind not in ("source-link", "self-link", "photo-credit", "citation"):
        return Verdict.NOTHING
    if wording.kind == "self-link" and not re.search(r"本|此|这|this|この|이", match.cue):
        return Verdict.NOTHING
    line = match.text.rfind("\n", 0, match.start) + 1
    if match.around.block.kind == "list-item" and len(match.text[line : match.start].strip()) > 2:
        return Verdict.NOTHING
    if is_reference_text(match.text, match.start, match.cue_end):
        return Verdict.STATEMENT
    linked = _judge_linked_cue(match)
    if linked is not None:
        return linked
    if re.match(r"\s?\[", match.text[match.cue_end : match.cue_end + 2]) and find_address(
        match.text[match.cue_end : match.cue_end + 200]
    ):
        match.value_start = match.cue_end
        match.value_end = value_end(match.text, match.cue_end, match.links)
        return Verdict.STATEMENT
    alone = match.text.strip(" \t#*_：:>") == match.cue
    if alone and match.around.following_link and wording.kind in ("source-link", "self-link"):
        return Verdict.NEXT_BLOCK
    return Verdict.NOTHING


def _judge_linked_cue(match: Match) -> Verdict | None:
    """Judge a cue in, before or reaching into a link; None if no link is there."""
    for start, end, _ in match.links:
        if start <= match.start and match.cue_end <= end:
            rest = match.text[match.cue_end : end]
            if match.start - start > 2 or (len(rest.strip(" 】])）>→»")) > 0 and not re.match(r"\s*[-–—]\s", rest)):
                return Verdict.NOTHING
            after = match.text[end : end + 2].lstrip(" ")
            if after[:1].isalnum():
                return Verdict.NOTHING
            match.value_start, match.value_end = start, end
            return Verdict.STATEMENT
        if match.start < start < match.cue_end <= end and _begins(match):
            # "Read the original article [here](…)"
            match.value_start, match.value_end = start, end
            return Verdict.STATEMENT
        if match.cue_end <= start <= match.cue_end + 1 and match.pattern.wording.kind != "citation":
            ahead = match.text[match.cue_end : start].strip()
            return Verdict.STATEMENT if not ahead and _begins(match) else Verdict.NOTHING
    return None


def _begins(match: Match) -> bool:
    """Tell whether a cue without a separator begins a block, or a clause where it points at a link."""
    before = match.text[: match.start].rstrip(" \t([（【*_")
    # an emoji or a dash is no text
    return not any(char.isalnum() for char in before) or (
        bool(_POINTS_AT_LINK.search(match.cue)) and before.endswith(("，", "。", "；", ",", ";"))
    )
