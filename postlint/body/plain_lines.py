"""Lines of text without nested markup, read without a parser."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.body.mask import FILLER
from postlint.body.open_block import OpenBlock
from postlint.body.references import ImageRef, LinkRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span, new_span

# none of these is there in text that is plain, but where it surely means nothing
_WORDS = rf"[^\\`*_~<>&!|\[\]\x00-\x1f\x7f{FILLER}]"
_MARKS = r"(?<=[^\W_])_++(?=[^\W_])|!(?!\[)|&(?![#A-Za-z])|\|"
_TEXT = rf"(?:{_WORDS}++|{_MARKS})++"
_TITLE = rf'(?: +"[^"\\<>&`\[\]\x00-\x1f{FILLER}]*")?'
_ADDRESS = rf"[^\x00-\x20\x7f()\\<>&`{FILLER}]+(?:&(?![A-Za-z#][A-Za-z0-9]*;)[^\x00-\x20\x7f()\\<>&`{FILLER}]*)*"
_PICTURE = rf"!\[((?:{_WORDS}++)?)\]\(({_ADDRESS}){_TITLE}\)"
_LINK = rf"\[({_TEXT})\](?:\(({_ADDRESS}){_TITLE}\)|\[([^\\`^\[\]\n{FILLER}][^\\`\[\]\n{FILLER}]*)\])"
# marks that open and close whatever stands before and behind them
_STRONG = rf"(?<!\*)\*\*(?=[^\W_])({_TEXT})(?<=[^\W_])\*\*(?!\*)"
# a code span whose text is all that stands between its marks
_CODE = rf"(?<!`)`([^`\x00-\x20\x7f{FILLER}][^`\x00-\x1f\x7f{FILLER}]*+)`(?!`)"
_MARKUP = late_pattern(rf"{_LINK}|{_STRONG}|{_CODE}|{_PICTURE}")
_PLAIN = late_pattern(rf"(?:{_WORDS}++|{_MARKUP.pattern}|{_MARKS})++")
# what begins a line of text, and neither a block of another kind nor blanks
_OPENING = r"(?:[A-Za-z\"'(\[*`!@$%/.,?]|[^\x00-\x7f](?<!\s)|[0-9]+(?![0-9]|[.)](?: |$)))"
_OPENS_TEXT = late_pattern(_OPENING)
SIMPLE = late_pattern(rf"(?![\[*`!]){_OPENING}{_WORDS}*+(?<!\s)")
"""A line that is nothing but text."""

Define = Callable[[str], Span | None]


def add_line(block: OpenBlock, source: str, start: int, line: str, taken: list[Span], define: Define) -> bool:
    """Add the line that stands at `start`, its links to `taken` as well; tells whether it is plain.

    `define` returns the span of the destination that a label leads to, None if that is not known.
    """
    line = line.rstrip(" ")
    if not _OPENS_TEXT.match(line) or line[-1].isspace() or not _PLAIN.fullmatch(line):
        return False
    done = 0
    for found in _MARKUP.finditer(line):
        if found.start() > done:
            block.add(line[done : found.start()], start + done, start + found.start())
        done = found.end()
        if found[7] is not None:
            block.end = start + done
            block.images.append(_picture(source, start, found))
            continue
        if found[1] is None:
            group = 4 if found[5] is None else 5
            first = block.length
            block.add(found[group], start + found.start(group), start + found.end(group))
            if group == 5:
                block.code.append((first, block.length))
                taken.append(_moved(found.span(), start))
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


def _picture(source: str, start: int, found: re.Match[str]) -> ImageRef:
    where = _moved(found.span(7), start)
    raw = source[where[0] : where[1]]
    alt_span = _moved(found.span(6), start)
    return ImageRef("markdown", Url(raw, where, raw), _moved(found.span(), start), found[6], alt_span)


def _link(source: str, start: int, found: re.Match[str], define: Define) -> LinkRef | None:
    text = found[1]
    if text[0].isspace() or text[-1].isspace():
        return None
    if found[2] is not None:
        kind, where = "markdown", _moved(found.span(2), start)
    else:
        defined = define(found[3])
        if defined is None:
            return None
        kind, where = "markdown-reference", defined
    raw = source[where[0] : where[1]]
    return LinkRef(kind, Url(raw, where, raw), _moved(found.span(), start), _moved(found.span(1), start), text)


def _moved(span: tuple[int, int], start: int) -> Span:
    return new_span(start + span[0], start + span[1])
