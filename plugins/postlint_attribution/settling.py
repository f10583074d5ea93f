"""Where several wordings found the same words: which statement stands."""

from __future__ import annotations

from collections.abc import Sequence

from postlint import Block, Span, replace
from postlint_attribution.statement import Statement

_RIVALS = (
    frozenset({"source-link", "source-name", "citation", "photo-credit"}),
    frozenset({"photo-credit", "author-credit"}),
    frozenset({"photo-credit", "rights-notice"}) - {"rights-notice"},
    frozenset({"permission-obtained", "repost-forbidden"}),
    frozenset({"source-link", "self-link"}),
    frozenset({"first-published", "source-link", "source-name"}),
    frozenset({"first-published", "author-credit"}),
    frozenset({"translator-credit", "author-credit"}),
    frozenset({"syndication-boilerplate", "citation", "source-link"}),
)
_RANK = {
    "photo-credit": 0,
    "first-published": 1,
    "repost-forbidden": 2,
    "self-link": 3,
    "translator-credit": 4,
    "citation": 5,
}
Range = tuple[int, int, int]


def settle(found: Sequence[Statement], ranges: Sequence[Range], block: Block) -> list[Statement]:
    """Return the statements of a block in reading order, one for each thing said.

    `ranges` holds start, end (offsets into the block's text) and the length of the cue of each. Of rivals
    that overlap the one with the longer cue stands; statements of one kind that touch become one.
    """
    order = sorted(range(len(found)), key=lambda at: (-ranges[at][2], _RANK.get(found[at].kind, 9), ranges[at][0]))
    kept: list[int] = []
    found, ranges = list(found), list(ranges)
    for at in order:
        rivals = [
            other
            for other in kept
            if _are_rivals(found[at].kind, found[other].kind) and _overlap(ranges[at], ranges[other])
        ]
        if not rivals:
            kept.append(at)
        elif found[rivals[0]].kind == found[at].kind:
            other = rivals[0]
            found[other] = _with_names(found[other], found[at])
            if found[other].kind == "photo-credit":
                found[other], ranges[other] = _united((found[other], ranges[other]), (found[at], ranges[at]), block)
                # it may reach over a third one: the licence at its end
                within = {one for one in rivals[1:] if found[one].kind == "photo-credit"}
                kept = [one for one in kept if one not in within]
    kept.sort(key=lambda at: ranges[at][:2])
    merged: list[tuple[Statement, Range]] = []
    for at in kept:
        if merged and _joins(merged[-1], (found[at], ranges[at]), block.text):
            merged[-1] = _join(merged[-1], ranges[at], block)
        else:
            merged.append((found[at], ranges[at]))
    return [statement for statement, _ in merged]


def _are_rivals(one: str, other: str) -> bool:
    return one == other or any(one in rivals and other in rivals for rivals in _RIVALS)


def _with_names(statement: Statement, rival: Statement) -> Statement:
    """Return a statement with the names that another wording read off the same words, if it has none itself."""
    author = statement.author or (rival.author if rival.author != statement.source else None)
    source = statement.source or (rival.source if rival.source != author else None)
    if (author, source) == (statement.author, statement.source):
        return statement
    return replace(statement, author=author, source=source)


def _united(one: tuple[Statement, Range], other: tuple[Statement, Range], block: Block) -> tuple[Statement, Range]:
    """Return a credit with the words of another that overlaps it: "Photo by" before "by Ann on Unsplash"."""
    start, end = min(one[1][0], other[1][0]), max(one[1][1], other[1][1])
    first, last = one[0].span, other[0].span
    span = Span(min(first.start, last.start), max(first.end, last.end))
    return replace(one[0], span=span, text=block.text[start:end]), (start, end, one[1][2])


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joins(last: tuple[Statement, Range], new: tuple[Statement, Range], text: str) -> bool:
    between = text[last[1][1] : new[1][0]]
    is_same = last[0].kind == new[0].kind and last[0].kind in (
        "rights-notice",
        "repost-forbidden",
        "reuse-terms",
        "views-disclaimer",
        "takedown-offer",
    )
    return is_same and len(between) <= 2 and not between.strip("，, 、;；") and "\n" not in between


def _join(last: tuple[Statement, Range], new: Range, block: Block) -> tuple[Statement, Range]:
    start, end = last[1][0], max(last[1][1], new[1])
    joined = replace(last[0], span=block.source_span(start, end), text=block.text[start:end])
    return joined, (start, end, last[1][2])
