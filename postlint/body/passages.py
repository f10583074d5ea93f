"""The blocks around some places of a body, read without the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from postlint.body.block import Block
from postlint.body.mask import definition_lines
from postlint.body.open_block import trimmed
from postlint.body.parts import HEAD, TAIL, Parts, Range
from postlint.body.plain_blocks import read_plain
from postlint.source.source import Source
from postlint.values.dataclass import dataclass
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.body.body import Body


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring blocks of a body.

    `before` and `after` are the numbers of blocks that readers see before and after them, exact if below
    `HEAD` and `TAIL`.
    """

    blocks: Sequence[Block]
    before: int = 0
    after: int = 0


def read_passages(body: Body, places: Sequence[int], lone: Sequence[int] = ()) -> tuple[Passage, ...]:
    """Return the blocks at and around some ascending offsets, in order of the source.

    On both sides of a place there are at least two blocks that readers see, unless the body ends before; around
    those of `lone` there need not be any, nor are the blocks before and after counted.
    """
    if not places and not lone:
        return ()
    parts = None if "blocks" in body.__dict__ or body.mdx is not None else Parts.of(body)
    ranges = parts.around(places, lone) if parts is not None else None
    if parts is None or ranges is None:
        return (Passage(body.blocks),)
    blocks = _blocks(body, parts, ranges)
    starts = [block.span.start for block in blocks]
    found = []
    for first, last in ranges:
        low, high = bisect_left(starts, parts.bounds[first]), bisect_left(starts, parts.bounds[last])
        found.append(Passage(blocks[low:high], HEAD if first else 0, TAIL if last < parts.count else 0))
    return tuple(found)


def _blocks(body: Body, parts: Parts, ranges: Sequence[Range]) -> list[Block]:
    """Return the blocks of some parts in source order, and perhaps others: a parser reads what is not plain."""
    source, bounds = body.source.text, parts.bounds
    blocks: list[Block] = []
    others: list[Range] = []
    for first, last in ranges:
        for part in range(first, last):
            start, end = bounds[part], bounds[part + 1]
            has_notes = source.find("[#]:", start, end) >= 0
            if has_notes and body.masked[start:end].isspace():
                blocks += _notes(source, body.source.clean, start, end)
                continue
            found = None if has_notes else read_plain(source, body.masked, start, end, parts.define)
            if found is not None:
                blocks += found
            elif others and others[-1][1] == part:
                others[-1] = others[-1][0], part + 1
            else:
                others.append((part, part + 1))
    if others:
        blocks += _read(body, parts.spans(others))
        blocks.sort(key=_place)
    return blocks


def _notes(source: str, clean: str, start: int, end: int) -> Iterator[Block]:
    """Yield the notes of a translator's tool, which are masked."""
    for (first, last), _ in definition_lines(clean[:end], start):
        span = trimmed(source, first, last)
        yield Block("definition", span, span.of(source))


class _Extract(Source):
    """What bodies are read from, with only some stretches of it there, the others blank."""

    def __init__(self, text: str, clean: str) -> None:
        self.text, self.clean = text, clean


def _read(body: Body, spans: Sequence[Span]) -> tuple[Block, ...]:
    """Return the blocks of a body in some spans between cuts."""
    source = _Extract(_blanked(body.source.text, spans), _blanked(body.source.clean, spans))
    part = type(body)(source, spans[0].start, body.dialect)
    part.mdx = None
    part.masked = _blanked(body.masked, spans)
    part.filled = part.masked if body.filled is body.masked else _blanked(body.filled, spans)
    part.tags = tuple([tag for tag in body.tags if any(start <= tag.span.start < end for start, end in spans)])
    return part.blocks


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """Return the text up to the end of the last span, blank outside of all."""
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if start > done:
            parts += (" " * (start - done - 1), "\n")
        parts.append(text[start:end])
        done = end
    return "".join(parts)


_place = attrgetter("span")
