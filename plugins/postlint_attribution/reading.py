"""From the blocks of a post to its statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from postlint import Block, Passage, Span, late_pattern
from postlint_attribution.catalogue import Catalogue
from postlint_attribution.described import describes_something_else
from postlint_attribution.folding import fold
from postlint_attribution.gate import Hits
from postlint_attribution.judging import judge_label
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.known_blocks import content
from postlint_attribution.licences import find_licence
from postlint_attribution.match import (
    Match,
    Verdict,
    is_in_quotation,
    is_mentioned,
    looks_like_code,
    match_label,
    match_phrase,
)
from postlint_attribution.outlets import is_presented
from postlint_attribution.patterns import FoldedText, Pattern
from postlint_attribution.phrases import judge_phrase
from postlint_attribution.settling import settle
from postlint_attribution.statement import Statement
from postlint_attribution.stating import implied, make_statement
from postlint_attribution.surroundings import Surroundings, survey

_READ = frozenset({"paragraph", "heading", "list-item", "table-cell", "caption", "html", "image"})
_APPLIES = late_pattern(r"(?:[采採]用|使用|遵循|基于|基於|以|按照?|[依遵][据據照守])\s?[“「『‘\"]\Z")
_CAPTION = 250
_REACH = 400
_SHORT = 240
# statements, and cues of one wording, that are looked at in one block; more is no prose
_MOST = 40


def read_statements(
    passage: Passage, number: int, text: str, catalogue: Catalogue, hits: Hits, cues_of_all: Hits
) -> list[Statement]:
    """Return the statements in the visible blocks of a passage, in reading order, citations included.

    `number` is that of its first block, `text` is that of the source. `hits` are the offsets, ascending, where cues
    stand that may be believed, with the patterns they may belong to; `cues_of_all` are those of all cues.
    """
    found: list[Statement] = []
    starts = [start for start, _ in hits]
    header = 0
    for at, around, first, last in survey(passage, starts):
        block = around.block
        around.header = header
        if not block.text or block.kind not in _READ or around.is_example:
            continue
        is_close = around.is_edge or (len(block.text) <= _CAPTION and around.is_beside_image)
        cues: dict[int, list[int]] = {}
        for start, patterns in hits[first:last]:
            for index in patterns:
                if is_close or index in catalogue.middle:
                    cues.setdefault(index, []).append(start)
        if not cues:
            continue
        here = _read_again(around, number + at, text, catalogue, cues)
        if not is_close and any(s.kind in SOURCE_KINDS for s in here):
            # who says in mid-post where a text is from says there who wrote it, too
            more = _by_pattern(_within(cues_of_all, block.span))
            here = read_block(around.naming_source(), number + at, catalogue, more)
        header += bool(here) and around.is_head
        found += here
    return found


def _within(hits: Hits, span: Span) -> Hits:
    return hits[bisect_left(hits, (span.start,)) : bisect_left(hits, (span.end,))]


def _by_pattern(hits: Hits) -> dict[int, list[int]]:
    cues: dict[int, list[int]] = {}
    for start, patterns in hits:
        for index in patterns:
            cues.setdefault(index, []).append(start)
    return cues


def _read_again(
    around: Surroundings, at: int, text: str, catalogue: Catalogue, cues: dict[int, list[int]]
) -> list[Statement]:
    """Return the statements of a block as `read_block` does, those of one that was read before from memory."""
    held = content(around.block, text)
    if held is None:
        return read_block(around, at, catalogue, cues)
    start = around.block.span.start
    key = held, tuple([(index, *[cue - start for cue in found]) for index, found in cues.items()])
    known = catalogue.known.find(key, around, at)
    if known is None:
        known = read_block(around, at, catalogue, cues)
        catalogue.known.keep(key, around, known)
    return known


def read_block(around: Surroundings, at: int, catalogue: Catalogue, cues: dict[int, list[int]]) -> list[Statement]:
    """Return the statements of one block. `cues` are patterns with the source offsets of their cues."""
    folded = FoldedText(fold(around.block.text))
    found: list[Statement] = []
    ranges: list[tuple[int, int, int]] = []
    for index in sorted(cues):
        for match, verdict in _matches(catalogue.patterns[index], around, folded, cues[index]):
            statement, start, end = make_statement(match, verdict, at)
            found.append(statement)
            ranges.append((start, end, len(match.cue)))
            for other, first, last in implied(statement, match, start, end):
                found.append(other)
                # the post's own address is none of a source; what else is implied gives way to what is written
                ranges.append((first, last, len(match.cue) if other.kind == "self-link" else 0))
            if len(found) >= _MOST:
                return settle(found, ranges, around.block)
    return settle(found, ranges, around.block) if found else []


def _matches(
    pattern: Pattern, around: Surroundings, folded: FoldedText, cues: list[int]
) -> Iterable[tuple[Match, Verdict]]:
    place_wanted = pattern.wording.place
    if place_wanted == "edge" and not around.is_edge:
        return
    if place_wanted == "start" and not around.is_first:
        return
    if place_wanted == "image" and not (around.is_beside_image or around.is_before_image):
        return
    text = around.block.text
    for found in _search(pattern, folded, cues, around.block):
        if found.end() == found.start() or looks_like_code(_line(text, found.start())):
            continue
        if pattern.is_label:
            match = match_label(pattern, around, folded.text, found)
            if is_mentioned(text, match.value_start):
                continue
            verdict = judge_label(match)
        elif _is_only_quoted(pattern, text, found):
            continue
        else:
            match = match_phrase(pattern, around, folded.text, found)
            verdict = judge_phrase(match)
        if verdict is Verdict.NOTHING or (verdict is Verdict.STATEMENT and describes_something_else(match)):
            continue
        if pattern.wording.kind in SOURCE_KINDS and is_presented(folded.text, match.start):
            continue
        yield match, verdict


def _is_only_quoted(pattern: Pattern, text: str, found: re.Match[str]) -> bool:
    """Tell whether a phrase is one that the sentence speaks of; the full name of a licence may stand in signs."""
    if pattern.wording.kind == "licence":
        named = find_licence(found[0])
        is_applied = _APPLIES.search(text, max(0, found.start() - 6), found.start())
        is_family = named is not None and not named.is_exact and not is_applied
        return is_family and is_in_quotation(text, found.start(), found.start())
    return is_in_quotation(text, *found.span()) or is_mentioned(text, found.end())


def _search(pattern: Pattern, folded: FoldedText, cues: list[int], block: Block) -> Iterable[re.Match[str]]:
    """Yield the matches around some cues: a long text is not gone over whole."""
    length = len(folded.text)
    if length <= _SHORT:
        yield from pattern.find_in(folded)
        return
    if len(cues) > _MOST:
        cues = cues[: _MOST // 2] + cues[-_MOST // 2 :]
    before, after = (24, 60) if pattern.is_label else (140, 200)
    done = 0
    for cue in cues:
        index = _index_of(block, cue)
        start, end = max(done, index - before), min(length, index + after)
        if start >= end:
            continue
        for found in pattern.find_in(folded, start, end):
            yield found
            done = found.end()


def _index_of(block: Block, offset: int) -> int:
    """Return about where in a block's text an offset of the source is."""
    if not block.pieces:
        return offset - block.span.start
    at = bisect_right(block.pieces, offset, key=lambda piece: piece[1]) - 1
    index, source = block.pieces[max(0, at)]
    following = block.pieces[at + 1][0] if at + 1 < len(block.pieces) else len(block.text)
    return min(index + max(0, offset - source), following)


def _line(text: str, at: int) -> str:
    """Return the line around an index, of a very long one what is near."""
    low = max(0, at - _REACH)
    start = text.rfind("\n", low, at) + 1 or low
    end = text.find("\n", at, at + _REACH)
    return text[start : end if end >= 0 else at + _REACH]
