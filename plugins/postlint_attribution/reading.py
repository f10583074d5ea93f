"""From the blocks of a post to its statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from postlint import Block, Passage, Span, late_pattern
from postlint_attribution.catalogue import Catalogue
from postlint_attribution.fields import Fields, choose_link, read_fields
from postlint_attribution.folding import fold
from postlint_attribution.gate import Hits
from postlint_attribution.judging import (
    Match,
    Verdict,
    is_in_quotation,
    judge_label,
    looks_like_code,
    match_label,
    match_phrase,
)
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.licences import find_licence
from postlint_attribution.outlets import is_presented
from postlint_attribution.patterns import FoldedText, Pattern
from postlint_attribution.phrases import judge_phrase
from postlint_attribution.placing import place
from postlint_attribution.roles import role_of
from postlint_attribution.settling import settle
from postlint_attribution.statement import Statement
from postlint_attribution.surroundings import Surroundings, survey
from postlint_attribution.values import cut_address, find_address, links_in

_READ = frozenset({"paragraph", "heading", "list-item", "table-cell", "caption", "html", "image"})
_CAPTION = 250
_REACH = 400
_SHORT = 240
# statements, and cues of one wording, that are looked at in one block; more is no prose
_MOST = 40
_CLAUSE = late_pattern(r"[，,。！？；;\n|｜!?【】（）()]|\.(?=\s|$)")
_CLOSING = {"(": ")", "（": "）", "[": "]", "【": "】", "「": "」", "『": "』"}
_LINE_LINK_KINDS = frozenset({"reuse-terms", "takedown-offer", "syndication-boilerplate", "permission-obtained"})


def read_statements(
    passage: Passage, number: int, catalogue: Catalogue, hits: Hits, cues_of_all: Hits
) -> list[Statement]:
    """Return the statements in the visible blocks of a passage, in reading order, citations included.

    `number` is that of its first block. `hits` are the offsets of the source, ascending, where cues stand that may
    be believed, with the patterns they may belong to; `cues_of_all` are those of all cues.
    """
    found: list[Statement] = []
    starts = [start for start, _ in hits]
    for at, around, first, last in survey(passage, starts):
        block = around.block
        if not block.text or block.kind not in _READ:
            continue
        is_close = around.is_edge or (len(block.text) <= _CAPTION and around.is_beside_image)
        cues: dict[int, list[int]] = {}
        for start, patterns in hits[first:last]:
            for index in patterns:
                if is_close or index in catalogue.middle:
                    cues.setdefault(index, []).append(start)
        if not cues:
            continue
        here = read_block(around, number + at, catalogue, cues)
        if not is_close and any(s.kind in SOURCE_KINDS for s in here):
            # who says in mid-post where a text is from says there who wrote it, too
            around.names_source = True
            here = read_block(around, number + at, catalogue, _by_pattern(_within(cues_of_all, block.span)))
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


def read_block(around: Surroundings, at: int, catalogue: Catalogue, cues: dict[int, list[int]]) -> list[Statement]:
    """Return the statements of one block. `cues` are patterns with the source offsets of their cues."""
    folded = FoldedText(fold(around.block.text))
    found: list[Statement] = []
    ranges: list[tuple[int, int, int]] = []
    for index in sorted(cues):
        for match, verdict in _matches(catalogue.patterns[index], around, folded, cues[index]):
            statement, start, end = _statement(match, verdict, at)
            found.append(statement)
            ranges.append((start, end, len(match.cue)))
            for other in _implied(statement, match):
                found.append(other)
                ranges.append((start, end, 0))
            if len(found) >= _MOST:
                return settle(found, ranges, around.block)
    return settle(found, ranges, around.block) if found else []


def _matches(
    pattern: Pattern, around: Surroundings, folded: FoldedText, cues: list[int]
) -> Iterable[tuple[Match, Verdict]]:
    place_wanted = pattern.wording.place
    if place_wanted == "edge" and not around.is_edge:
        return
    if place_wanted == "start" and around.index > 1:
        return
    if place_wanted == "image" and not (around.is_beside_image or around.is_before_image):
        return
    text = around.block.text
    for found in _search(pattern, folded, cues, around.block):
        if found.end() == found.start() or looks_like_code(_line(text, found.start())):
            continue
        if pattern.is_label:
            match = match_label(pattern, around, folded.text, found)
            verdict = judge_label(match)
        elif pattern.wording.kind != "licence" and is_in_quotation(text, *found.span()):
            continue
        else:
            match = match_phrase(pattern, around, folded.text, found)
            verdict = judge_phrase(match)
        if verdict is Verdict.NOTHING:
            continue
        if pattern.wording.kind in SOURCE_KINDS and is_presented(folded.text, match.start):
            continue
        yield match, verdict


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


def _statement(match: Match, verdict: Verdict, at: int) -> tuple[Statement, int, int]:
    wording = match.pattern.wording
    fields = _fields(match, verdict)
    kind, subject = place(match, has_url=fields.url is not None or match.has_address)
    if kind != wording.kind and kind == "photo-credit":
        fields = read_fields(
            replace(wording, value="maker"),
            match.cue,
            match.text,
            match.value_start,
            match.value_end,
            match.links,
        )
    start, end = _bounds(match)
    role = role_of(fields.url, wording.role) if fields.url else ""
    statement = Statement(
        kind,
        subject,
        _source_span(match, start, end),
        match.text[start:end],
        wording.language,
        at,
        fields.source,
        fields.url,
        fields.url_span,
        role,
        fields.author,
        fields.translator,
        fields.licence,
        match.cue,
        is_empty=verdict is Verdict.EMPTY,
        is_glued=_is_glued(match, start, end),
    )
    return statement, start, end


def _implied(statement: Statement, match: Match) -> Iterable[Statement]:
    """Yield what a statement says besides: the licence of a picture, the source that gave permission."""
    if statement.kind == "photo-credit":
        named = find_licence(match.text) if statement.licence is None else None
        identifier = statement.licence or (named.identifier if named else None)
        if identifier:
            yield replace(statement, kind="licence", licence=identifier, source=None, author=None, url=None, role="")
    if statement.kind == "permission-obtained" and "转载" in match.cue:
        held = links_in(match.links, match.start, match.end)
        if held:
            link = held[0][2]
            yield replace(
                statement,
                kind="source-link",
                url=cut_address(link.url.text),
                url_span=link.url.span,
                role="reposted-from",
                cue="permission",
            )


def _fields(match: Match, verdict: Verdict) -> Fields:
    wording = match.pattern.wording
    if verdict is Verdict.NEXT_BLOCK:
        return _next_address(match)
    if verdict is Verdict.EMPTY:
        return Fields()
    fields = read_fields(wording, match.cue, match.text, match.value_start, match.value_end, match.links)
    if fields.url is None and wording.kind in ("first-published", "licence", "source-link"):
        held = [link for link in match.links if link[0] <= match.start and match.end <= link[1] + 1]
        if held:
            fields = replace(fields, url=cut_address(held[0][2].url.text), url_span=held[0][2].url.span)
    if fields.url is None and wording.kind == "photo-credit":
        before = [link for link in match.links if 0 <= match.start - link[1] <= 1]
        if before:
            fields = replace(fields, url=cut_address(before[-1][2].url.text), url_span=before[-1][2].url.span)
    if fields.url is None and wording.kind in _LINE_LINK_KINDS:
        line_end = match.text.find("\n", match.end)
        rest = links_in(match.links, *_bounds(match)) or links_in(
            match.links, match.start, line_end if line_end >= 0 else len(match.text)
        )
        chosen = choose_link(rest, is_licence=False)
        if chosen:
            fields = replace(fields, url=cut_address(chosen[2].url.text), url_span=chosen[2].url.span)
        elif match.text[match.end :].rstrip().endswith(("：", ":")) and match.around.following_address:
            fields = _next_address(match)
    return fields


def _next_address(match: Match) -> Fields:
    after = match.around.next
    if after is None:
        return Fields()
    if after.links:
        link = after.links[0][2]
        return Fields(url=cut_address(link.url.text), url_span=link.url.span)
    found = find_address(after.text)
    return Fields(url=after.text[found[0] : found[1]], url_span=after.source_span(*found)) if found else Fields()


def _bounds(match: Match) -> tuple[int, int]:
    """Return the range of a statement in its block: brackets with it, a clause up to its signs."""
    text = match.text
    start, end = match.start, max(match.end, match.value_end)
    if not match.pattern.is_label and not match.pattern.wording.value:
        start, end = _clause(text, start, end)
    held = next((link for link in match.links if link[0] <= start and end <= link[1]), None)
    if held:
        start, end = min(start, held[0]), max(end, held[1])
    while (
        end > start
        and (text[end - 1].isspace() or text[end - 1] in ".。")
        and not any(last == end for _, last, _ in match.links)
    ):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start and end < len(text) and _CLOSING.get(text[start - 1]) == text[end]:
        return start - 1, end + 1
    return start, end


def _source_span(match: Match, start: int, end: int) -> Span:
    """Return the span of a range of the block's text, links that it begins or ends with whole."""
    span = match.around.block.source_span(start, end)
    for first, last, link in match.links:
        if first == start:
            span = Span(min(span.start, link.span.start), span.end)
        if last == end:
            span = Span(span.start, max(span.end, link.span.end))
    return span


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first = start
    while first > 0 and start - first < 40 and not _CLAUSE.match(text, first - 1):
        first -= 1
    last = end
    while last < len(text) and last - end < 40 and not _CLAUSE.match(text, last):
        last += 1
    return (first if start - first < 40 else start), (last if last - end < 40 else end)


def _is_glued(match: Match, start: int, end: int) -> bool:
    before = match.text[:start].rstrip()
    if len(before) < 30 or match.text[end:].strip(" 。.）)】") or match.around.block.kind != "paragraph":
        return False
    return before[-1] in "。！？”」.!?" and "\n" not in match.text[len(before) : start] and match.pattern.is_label
