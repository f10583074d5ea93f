"""Blocks of the top level that may hold blank lines: code in fences, and HTML up to an end of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple

# what may stand before a block within lists and quotations
_CONTAINERS = " \t>-+*.)0123456789"
# HTML that goes on over blank lines: what follows `<`, and its end
_LASTING = late_pattern(r"<(?:!--|[?!]|(?:script|pre|style|textarea)(?=[\s>]|\Z))", re.IGNORECASE)
_END_TAG = late_pattern(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_ITEM = late_pattern(r"^[ \t>]*(?:[-+*]|[0-9]|\[\^)", re.MULTILINE)
_BLANK_LINE = late_pattern(r"\n[ \t]*\n")


class Hole(NamedTuple):
    """Whole lines from `start` to `end` of one such block; `is_code` tells it from HTML."""

    start: int
    end: int
    is_code: bool


class _Doubtful(Exception):
    """Only a parser knows what a line belongs to."""


def find_holes(text: str, start: int, *, with_html: bool) -> list[Hole] | None:
    """Return the holes from `start` on in order; None if only a parser can tell them. Linear time.

    `with_html` asks for more care about HTML within lists.
    """
    try:
        return list(_find_holes(text, start, with_html=with_html))
    except _Doubtful:
        return None


def _find_holes(text: str, start: int, *, with_html: bool) -> Iterator[Hole]:
    size = len(text)
    ticks, tildes = _next(text, "```", start), _next(text, "~~~", start)
    html = _LASTING.search(text, start) if "<" in text else None
    done = start
    while True:
        at = min(ticks, tildes)
        if html is not None and html.start() < at:
            hole = _html_hole(text, done, html, with_html=with_html)
            after = hole.end if hole else html.end()
        elif at < size:
            hole = _code_hole(text, done, at)
            after = hole.end if hole else _end_of_run(text, at)
        else:
            return
        if hole is not None and hole.start < hole.end:
            yield hole
            done = after
        if ticks < after:
            ticks = _next(text, "```", after)
        if tildes < after:
            tildes = _next(text, "~~~", after)
        if html is not None and html.start() < after:
            html = _LASTING.search(text, after)


def _next(text: str, mark: str, start: int) -> int:
    """Return where a mark comes next; the end if it does not."""
    # a single character is found ten times as fast
    at = text.find(mark[0], start)
    at = text.find(mark, at) if at >= 0 else -1
    return at if at >= 0 else len(text)


def _code_hole(text: str, done: int, at: int) -> Hole | None:
    """Return the code block that the marks at `at` begin at the top level; None if they do not."""
    first = _lead(text, done, at)
    if first is None:
        return None
    mark, begin = text[at], _end_of_run(text, at)
    info_end = _line_end(text, begin)
    if mark == "`" and "`" in text[begin:info_end]:
        return None
    _check_before(text, done, first, at)
    fence = mark * (begin - at)
    closing = text.find(fence, info_end)
    while closing >= 0:
        after = _end_of_run(text, closing)
        end = _line_end(text, after)
        if _lead(text, info_end, closing) is not None and not text[after:end].strip(" \t\n"):
            return Hole(first, end, True)
        closing = text.find(fence, after)
    return Hole(first, len(text), True)


def _html_hole(text: str, done: int, opening: re.Match[str], *, with_html: bool) -> Hole | None:
    at = opening.start()
    first = _lead(text, done, at)
    if first is None:
        if with_html and not text[text.rfind("\n", done, at) + 1 : at].strip(_CONTAINERS):
            # within a list, pyromark's ranges depend on what comes after
            raise _Doubtful
        return None
    name = opening[0][1:]
    if name == "!--":
        end = text.find("-->", at)
    elif name in ("!", "?"):
        raise _Doubtful
    else:
        match = _END_TAG.search(text, at)
        end = match.start() if match else -1
        if match and match[0] != f"</{name}>":
            raise _Doubtful
    end = _line_end(text, end) if end >= 0 else len(text)
    if _BLANK_LINE.search(text, at, end) or end == len(text):
        _check_before(text, done, first, at)
        return Hole(first, end, False)
    # ends before the next blank line, as all HTML does
    return Hole(end, end, False)


def _lead(text: str, start: int, at: int) -> int | None:
    """Return where the line of `at` begins if at most three blanks stand before; None if it is not so."""
    first = text.rfind("\n", start, at) + 1 or start
    return first if at - first <= 3 and not text[first:at].strip(" ") else None


def _check_before(text: str, done: int, first: int, at: int) -> None:
    """Raise _Doubtful unless a block that begins on the line at `first` is one of the top level."""
    if first == done:
        return
    # an item of a list may hold what is indented
    if at > first and _ITEM.search(text, done, first):
        raise _Doubtful
    paragraph = text[max(done, text.rfind("\n\n", done, first)) : first]
    if paragraph.strip() and ("<" in paragraph or "|" in paragraph or "]:" in paragraph):
        raise _Doubtful


def _end_of_run(text: str, at: int) -> int:
    mark = text[at]
    while text[at : at + 1] == mark:
        at += 1
    return at


def _line_end(text: str, at: int) -> int:
    """Return the offset behind the line end after `at`."""
    return text.find("\n", at) + 1 or len(text)
