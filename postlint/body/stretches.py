"""Where a body can be cut so that its pieces, parsed alone, read as they do in the whole.

Nothing but a fence or HTML up to an end of its own (comments, `pre`…) leads from one block of the top level over
a blank line into the next: lists, quotations and tables end before a line that follows a blank one and is not
indented. The cut pieces are thus few and short where only the blocks around some mark are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postlint.body.holes import Hole
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span, new_span

_BLANKS = " \t\n\x0b\x0c"
_MARKUP = late_pattern(r"<[A-Za-z/!?]")


def find_stretches(
    text: str, start: int, holes: Sequence[Hole], marks: Iterable[str], *, with_html: bool = False
) -> list[Span]:
    """Return the top-level blocks from `start` on that hold a mark, and perhaps their neighbours, in order.

    What lies in a hole is left out, marks in it or not. `with_html` asks for all
    blocks with markup as well. Stretches found for other marks are either the same or disjoint. Linear time.
    """
    found: list[Span] = []
    number, done = 0, start
    for at in sorted(_places(text, start, marks, with_html=with_html)):
        if at < done:
            continue
        while number < len(holes) and holes[number].end <= at:
            done = holes[number].end
            number += 1
        limit = len(text)
        if number < len(holes):
            hole = holes[number]
            if hole.start <= at:
                if with_html and not hole.is_code:
                    found.append(Span(hole.start, hole.end))
                done = hole.end
                continue
            limit = hole.start
        first, last = _first_of_block(text, done, at), _end_of_block(text, at, limit)
        found.append(new_span(first, last))
        done = last
    return found


def _places(text: str, start: int, marks: Iterable[str], *, with_html: bool) -> Iterator[int]:
    for mark in marks:
        # a single character is found ten times as fast
        at = text.find(mark[0], start)
        while at >= 0:
            if text.startswith(mark, at):
                yield at
            at = text.find(mark[0], at + 1)
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
