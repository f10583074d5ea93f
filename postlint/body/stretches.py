"""Where a body can be cut so that its pieces, parsed alone, read as they do in the whole.

Nothing but a fence or HTML up to an end of its own (comments, `pre`…) leads from one block of the top level over
a blank line into the next: lists, quotations and tables end before a line that follows a blank one and is not
indented. The cut pieces are thus few and short where only the blocks around some mark are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postlint.values.span import Span

# what may stand before a block within lists and quotations
_CONTAINERS = " \t>-+*.)0123456789"
_BLANKS = " \t\n\x0b\x0c"
# HTML that goes on over blank lines: what follows `<`, and its end
_LASTING = re.compile(r"<(?:!--|[?!]|(?:script|pre|style|textarea)(?=[\s>]|\Z))", re.IGNORECASE)
_END_TAG = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_ITEM = re.compile(r"^[ \t>]*(?:[-+*]|[0-9]|\[\^)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_FENCE_MARKS = ("```", "~~~")


class Doubtful(Exception):
    """The body cannot be cut cheaply: only a parser knows what a line belongs to."""


def find_stretches(text: str, start: int, marks: Iterable[str], *, with_html: bool) -> list[Span] | None:
    """Return ascending stretches of `text` from `start` on, among them every top-level block that holds a mark.

    Blocks of code at the top level are left out, marks in them or not. `with_html` asks for all blocks with
    markup as well. None if the text cannot be cut cheaply. Linear time.
    """
    try:
        holes = list(_find_holes(text, start, with_html=with_html))
    except Doubtful:
        return None
    places = sorted(_places(text, start, marks, with_html=with_html))
    found: list[Span] = []
    hole, done = 0, start
    for at in places:
        if at < done:
            continue
        while hole < len(holes) and holes[hole][1] <= at:
            done = holes[hole][1]
            hole += 1
        limit = len(text)
        if hole < len(holes):
            first, last, is_code = holes[hole]
            if first <= at:
                if not is_code and with_html:
                    found.append(Span(first, last))
                done = last
                continue
            limit = first
        first, last = _first_of_block(text, done, at), _end_of_block(text, at, limit)
        found.append(Span(first, last))
        done = last
    return found


def _places(text: str, start: int, marks: Iterable[str], *, with_html: bool) -> Iterator[int]:
    for mark in marks:
        at = text.find(mark, start)
        while at >= 0:
            yield at
            at = text.find(mark, at + len(mark))
    if with_html:
        yield from (match.start() for match in _MARKUP.finditer(text, start))


def _first_of_block(text: str, start: int, at: int) -> int:
    """Return where a piece with the offset `at` may begin, at `start` or after it."""
    blank = text.rfind("\n\n", start, at)
    while blank >= 0:
        if text[blank + 2] not in _BLANKS:
            return blank + 2
        blank = text.rfind("\n\n", start, blank + 1)
    return start


def _end_of_block(text: str, at: int, limit: int) -> int:
    """Return where a piece with the offset `at` may end, at `limit` or before it."""
    blank = text.find("\n\n", at, limit)
    while blank >= 0:
        if blank + 2 < limit and text[blank + 2] not in _BLANKS:
            return blank + 2
        blank = text.find("\n\n", blank + 1, limit)
    return limit


def _find_holes(text: str, start: int, *, with_html: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end (whole lines) of each block that may hold blank lines, and whether it is code."""
    next_fences = {mark: text.find(mark, start) for mark in _FENCE_MARKS}
    html = _LASTING.search(text, start) if "<" in text else None
    done = start
    while True:
        fences = [at for at in next_fences.values() if at >= 0]
        at = min(fences, default=-1)
        if html is not None and (at < 0 or html.start() < at):
            hole = _html_hole(text, done, html, with_html=with_html)
            after = hole[1] if hole else html.end()
        elif at >= 0:
            hole = _code_hole(text, done, at)
            after = hole[1] if hole else _end_of_run(text, at)
        else:
            return
        if hole is not None and hole[0] < hole[1]:
            yield hole
            done = after
        for mark, known in next_fences.items():
            if 0 <= known < after:
                next_fences[mark] = text.find(mark, after)
        if html is not None and html.start() < after:
            html = _LASTING.search(text, after)


def _code_hole(text: str, done: int, at: int) -> tuple[int, int, bool] | None:
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
            return first, end, True
        closing = text.find(fence, after)
    return first, len(text), True


def _html_hole(text: str, done: int, opening: re.Match[str], *, with_html: bool) -> tuple[int, int, bool] | None:
    at = opening.start()
    first = _lead(text, done, at)
    if first is None:
        if with_html and not text[text.rfind("\n", done, at) + 1 : at].strip(_CONTAINERS):
            # within a list, pyromark's ranges depend on what comes after
            raise Doubtful
        return None
    name = opening[0][1:]
    if name == "!--":
        end = text.find("-->", at)
    elif name in ("!", "?"):
        raise Doubtful
    else:
        match = _END_TAG.search(text, at)
        end = match.start() if match else -1
        if match and match[0] != f"</{name}>":
            raise Doubtful
    end = _line_end(text, end) if end >= 0 else len(text)
    if _BLANK_LINE.search(text, at, end) or end == len(text):
        _check_before(text, done, first, at)
        return first, end, False
    # ends before the next blank line, as all HTML does
    return end, end, False


def _lead(text: str, start: int, at: int) -> int | None:
    """Return where the line of `at` begins if at most three blanks stand before; None if it is not so."""
    first = text.rfind("\n", start, at) + 1 or start
    return first if at - first <= 3 and not text[first:at].strip(" ") else None


def _check_before(text: str, done: int, first: int, at: int) -> None:
    """Raise Doubtful unless a block that begins on the line at `first` is one of the top level."""
    if first == done:
        return
    # an item of a list may hold what is indented
    if at > first and _ITEM.search(text, _first_of_block(text, done, first), first):
        raise Doubtful
    paragraph = text[max(done, text.rfind("\n\n", done, first)) : first]
    if paragraph.strip() and ("<" in paragraph or "|" in paragraph or "]:" in paragraph):
        raise Doubtful


def _end_of_run(text: str, at: int) -> int:
    mark = text[at]
    while text[at : at + 1] == mark:
        at += 1
    return at


def _line_end(text: str, at: int) -> int:
    """Return the offset behind the line end after `at`."""
    return text.find("\n", at) + 1 or len(text)
