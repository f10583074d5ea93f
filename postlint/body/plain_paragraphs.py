"""Paragraphs, headings and listings without nested markup, read without a parser, as most are."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.body.bare_urls import bare_links
from postlint.body.block import Block
from postlint.body.mask import FILLER
from postlint.body.open_block import OpenBlock
from postlint.body.references import LinkRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# neither these nor a link are there in a paragraph that is plain
_WORDS = rf"[^\\`*_~<>&!|\[\]\x00-\x1f\x7f{FILLER}]"
_LINK = rf"\[({_WORDS}++)\](?:\(([^\x00-\x20\x7f()\\<>&`{FILLER}]+)\)|\[([^\\`^\[\]\n{FILLER}][^\\`\[\]\n{FILLER}]*)\])"
# marks that open and close whatever stands before and behind them
_STRONG = rf"\*\*(?=[^\W_])({_WORDS}++)(?<=[^\W_])\*\*"
# a code span whose text is all that stands between its marks
_CODE = rf"(?<!`)`([^`\x00-\x20\x7f{FILLER}][^`\x00-\x1f\x7f{FILLER}]*+)`(?!`)"
_MARKUP = late_pattern(rf"{_LINK}|{_STRONG}|{_CODE}")
_PLAIN = late_pattern(rf"(?:{_WORDS}++|{_MARKUP.pattern})++")
_FENCE = late_pattern(r"(`{3,}|~{3,})[^`\n]*\n")

_RULE = late_pattern(r"-{3,}|\*{3,}|_{3,}")
_HEADING = late_pattern(r"(#{1,6}) +")
# what a line may begin with besides letters
_OPENING = "[“‘「『《（(【*`"

Define = Callable[[str], Span | None]


def read_plain(source: str, masked: str, start: int, end: int, define: Define) -> Block | None:
    """Return the block that stands alone from `start` to `end`; None if only a parser can read it.

    `define` returns the span of the destination that a label leads to, None if that is not known.
    """
    written = masked[start:end].rstrip(" \t\n")
    if _RULE.fullmatch(written):
        return Block("rule", Span(start, start + len(written)), "")
    fence = _FENCE.match(written)
    if fence:
        span = Span(start, start + len(written))
        return Block("code", span, span.of(source)) if _is_closed(written, fence[1]) else None
    if "]:" in written:
        return None
    heading = _HEADING.match(written)
    if heading:
        if written[-1] == "#" or "\n" in written:
            return None
        block, first = OpenBlock("heading", len(heading[1]), start), heading.end()
    else:
        block, first = OpenBlock("paragraph", 0, start), 0
    taken: list[Span] = []
    while first <= len(written):
        last = written.find("\n", first)
        last = len(written) if last < 0 else last
        if not _add_line(block, source, start + first, written[first:last], taken, define):
            return None
        if last < len(written):
            block.add("\n", start + last, start + last + 1)
        first = last + 1
    end = start + len(written)
    has_bare = "://" in written or "www." in written
    return block.finished(source, end, (), list(bare_links(source, masked[:end], start, taken)) if has_bare else [])


def _is_closed(written: str, fence: str) -> bool:
    """Tell whether a listing surely ends with the first line that may close it."""
    if FILLER in written or any(f"\n{blanks}{fence}" in written for blanks in (" ", "  ", "   ")):
        return False
    at = written.find("\n" + fence)
    return at >= 0 and not written[at + 1 :].strip(fence[0])


def _add_line(block: OpenBlock, source: str, start: int, line: str, taken: list[Span], define: Define) -> bool:
    """Add the line that stands at `start`, its links to `taken` as well; tells whether it is plain."""
    line = line.rstrip(" ")
    if not line or not (line[0].isalpha() or line[0] in _OPENING) or line[-1].isspace() or not _PLAIN.fullmatch(line):
        return False
    done = 0
    for found in _MARKUP.finditer(line):
        if found.start() > done:
            block.add(line[done : found.start()], start + done, start + found.start())
        done = found.end()
        if found[1] is None:
            group = 4 if found[5] is None else 5
            first = block.length
            block.add(found[group], start + found.start(group), start + found.end(group))
            if group == 5:
                block.code.append((first, block.length))
                taken.append(Span(start + found.start(), start + done))
            continue
        link = _link(source, start, found, define)
        if link is None:
            return False
        first = block.length
        block.add(link.text, *link.text_span)
        block.links.append((first, block.length, link))
        taken.append(link.span)
    if done < len(line):
        block.add(line[done:], start + done, start + len(line))
    return True


def _link(source: str, start: int, found: re.Match[str], define: Define) -> LinkRef | None:
    text = found[1]
    if text[0].isspace() or text[-1].isspace():
        return None
    kind, where = "markdown", None
    if found[2] is not None:
        where = Span(start + found.start(2), start + found.end(2))
    else:
        kind, where = "markdown-reference", define(found[3])
    if where is None:
        return None
    raw = where.of(source)
    first = start + found.start() + 1
    span = Span(first - 1, start + found.end())
    return LinkRef(kind, Url(raw, where, raw), span, Span(first, first + len(text)), text)
