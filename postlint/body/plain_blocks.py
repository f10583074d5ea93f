"""Blocks without nested structure, read without a parser, as most are: paragraphs, headings, listings, simple lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postlint.body.bare_urls import bare_links
from postlint.body.block import Block
from postlint.body.mask import FILLER
from postlint.body.open_block import OpenBlock, trimmed
from postlint.body.plain_lines import SIMPLE, Define, add_line
from postlint.body.references import LinkRef
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_FENCE = late_pattern(r"(`{3,}|~{3,})[^`\n]*\n")
_RULE = late_pattern(r"-{3,}|\*{3,}|_{3,}")
_HEADING = late_pattern(r"(#{1,6}) +(?=\S)")
_UNDERLINE = late_pattern(r"(?:=+|-+) *")
# an item with text, of which none is code
_ITEM = late_pattern(r"( {0,3})(?:([-*+])|([0-9]{1,9})[.)]) {1,4}(?=\S)")
_QUOTED = late_pattern(r"> ?")
_CODE = late_pattern(r"    |\t")


class _Line(NamedTuple):
    """A line without the mark of a quotation before it; `start` and `end` are offsets of the source."""

    start: int
    end: int
    text: str
    is_quoted: bool


class _NotPlain(Exception):
    """Only a parser can read it."""


def read_plain(source: str, masked: str, start: int, end: int, define: Define) -> list[Block] | None:
    """Return the blocks that stand between two cuts; None if only a parser can read them.

    `define` returns the span of the destination that a label leads to, None if that is not known.
    """
    written = masked[start:end].rstrip(" \t\n")
    if SIMPLE.fullmatch(written) and "://" not in written and "www." not in written:
        # most blocks: spares nine tenths of the time
        return [Block("paragraph", Span(start, start + len(written)), written, pieces=((0, start),))]
    if _RULE.fullmatch(written):
        return [Block("rule", Span(start, start + len(written)), "")]
    fence = _FENCE.match(written)
    if fence:
        span = Span(start, start + len(written))
        return [Block("code", span, span.of(source))] if _is_closed(written, fence[1]) else None
    if not written or "]:" in written or FILLER in written:
        return None
    try:
        return _Reader(source, masked, define).read(list(_lines(written, start)))
    except _NotPlain:
        return None


def _is_closed(written: str, fence: str) -> bool:
    """Tell whether a listing surely ends with the first line that may close it."""
    if FILLER in written or any(f"\n{blanks}{fence}" in written for blanks in (" ", "  ", "   ")):
        return False
    at = written.find("\n" + fence)
    return at >= 0 and not written[at + 1 :].strip(fence[0])


def _lines(written: str, start: int) -> Iterator[_Line]:
    for text in written.split("\n"):
        end = start + len(text)
        quoted = _QUOTED.match(text)
        first = quoted.end() if quoted else 0
        yield _Line(start + first, end, text[first:], quoted is not None)
        start = end + 1


class _Reader:
    """Reads lines into blocks; raises _NotPlain where they might be something else."""

    def __init__(self, source: str, masked: str, define: Define) -> None:
        self._source, self._masked, self._define = source, masked, define
        self._blocks: list[Block] = []
        self._taken: list[Span] = []
        self._containers: tuple[str, ...] = ()

    def read(self, lines: Sequence[_Line]) -> list[Block]:
        """Return the blocks of some lines."""
        at = 0
        while at < len(lines):
            last = at
            while last < len(lines) and lines[last].is_quoted == lines[at].is_quoted:
                last += 1
            self._containers = ("quote",) if lines[at].is_quoted else ()
            if at and not self._may_follow(lines[at]):
                raise _NotPlain
            self._read_run(lines, at, last)
            at = last
        return self._blocks

    @staticmethod
    def _may_follow(line: _Line) -> bool:
        """Tell whether a line surely ends the quotation or paragraph before it, or is none that goes on with it."""
        return line.is_quoted or _ITEM.match(line.text) is not None

    def _read_run(self, lines: Sequence[_Line], at: int, last: int) -> None:
        """Read lines that are quoted, or that are not."""
        before = ""
        while at < last:
            text = lines[at].text
            if not text.strip(" \t"):
                at += 1
                continue
            item = _ITEM.match(text)
            if item:
                at = self._read_list(lines, at, last)
                before = "list"
            elif _CODE.match(text):
                if before == "list":
                    raise _NotPlain
                at = self._read_code(lines, at, last)
                before = "code"
            else:
                if before == "list" and text[0] == " ":
                    raise _NotPlain
                heading = _HEADING.match(text)
                at = self._read_heading(lines[at], heading) + at if heading else self._read_paragraph(lines, at, last)
                before = "paragraph"

    def _read_heading(self, line: _Line, heading: re.Match[str]) -> int:
        if line.text.rstrip(" ")[-1] == "#":
            raise _NotPlain
        block = OpenBlock("heading", len(heading[1]), line.start)
        self._add(block, line, heading.end())
        self._finish(block, line.end)
        return 1

    def _read_paragraph(self, lines: Sequence[_Line], at: int, last: int) -> int:
        block = OpenBlock("paragraph", 0, lines[at].start)
        first = at
        while True:
            self._add(block, lines[at], 0)
            at += 1
            if at == last:
                break
            text = lines[at].text
            if not text.strip(" \t") or _HEADING.match(text):
                break
            if _UNDERLINE.fullmatch(text):
                block.kind, block.level = "heading", 1 if text[0] == "=" else 2
                at += 1
                break
            item = _ITEM.match(text)
            if item:
                if item[3] not in (None, "1"):
                    raise _NotPlain
                break
            block.add("\n", lines[at - 1].end, lines[at - 1].end + 1)
        if block.kind == "paragraph" and at - first > 1 and _may_be_table(lines[first:at]):
            raise _NotPlain
        self._finish(block, lines[at - 1].end)
        return at

    def _read_list(self, lines: Sequence[_Line], at: int, last: int) -> int:
        """Read items without lines or blocks of their own."""
        found: list[tuple[_Line, int]] = []
        indent = kind = None
        is_loose = has_gap = False
        while at < last:
            text = lines[at].text
            if not text.strip(" \t"):
                has_gap = True
                at += 1
                continue
            item = _ITEM.match(text)
            if item is None:
                if not has_gap or text[0] == " " or text[0] == "\t":
                    raise _NotPlain
                break
            marker = item[2] or text[item.end(3)]
            if kind is None:
                indent, kind = item[1], marker
            if indent != item[1] or kind != marker:
                raise _NotPlain
            is_loose = is_loose or has_gap
            has_gap = False
            found.append((lines[at], item.end()))
            at += 1
        containers = self._containers
        self._containers = (*containers, "list")
        for line, first in found:
            block = OpenBlock("list-item", 0, line.start)
            self._add(block, line, first)
            self._finish(block, line.end if is_loose else -1)
        self._containers = containers
        return at

    def _read_code(self, lines: Sequence[_Line], at: int, last: int) -> int:
        first = at
        while at < last and (not lines[at].text.strip(" \t") or _CODE.match(lines[at].text)):
            at += 1
        if lines[first].is_quoted:
            raise _NotPlain
        indent = _CODE.match(lines[first].text)
        span = trimmed(self._source, lines[first].start + (indent.end() if indent else 0), lines[at - 1].end)
        self._blocks.append(Block("code", span, span.of(self._source), self._containers))
        return at

    def _add(self, block: OpenBlock, line: _Line, first: int) -> None:
        """Add what stands in a line from an index on."""
        if not add_line(block, self._source, line.start + first, line.text[first:], self._taken, self._define):
            raise _NotPlain

    def _finish(self, block: OpenBlock, end: int) -> None:
        """Keep a block that ends at `end`, or -1 if it does with its last text."""
        bare: list[LinkRef] = []
        if any("://" in part or "www." in part for part in block.parts):
            bare += bare_links(self._source, self._masked[: max(end, block.end)], block.start, self._taken)
        self._taken.clear()
        self._blocks.append(block.finished(self._source, end, self._containers, bare))


def _may_be_table(lines: Sequence[_Line]) -> bool:
    return any("|" in line.text for line in lines)
