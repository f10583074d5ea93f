"""Offsets to lines and back."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from postlint.values.lines import LineIndex
from postlint.values.span import Position, Span


def test_lines_are_found_in_any_order() -> None:
    lines = LineIndex("ab\n\nc\n")
    assert lines.position(5) == Position(3, 2)
    assert lines.position(0) == Position(1, 1)
    assert lines.position(99) == Position(4, 1)
    assert [lines.line_span(number) for number in (1, 2, 3, 4)] == [Span(0, 2), Span(3, 3), Span(4, 5), Span(6, 6)]
    assert len(lines) == 4


def test_a_line_is_known_without_asking_for_an_offset() -> None:
    assert LineIndex("ab\ncd\nef").line_span(2) == Span(3, 5)
    assert LineIndex("ab\ncd\nef").offset(Position(3, 9)) == 8
    assert LineIndex("ab\r\ncd\ref").line_span(3) == Span(7, 9)


@given(st.text(alphabet="a中\n\r", max_size=30), st.lists(st.integers(0, 31), max_size=5))
def test_positions_are_those_of_a_whole_count(text: str, offsets: list[int]) -> None:
    lines = LineIndex(text)
    for offset in offsets:
        at = min(offset, len(text))
        starts = [0, *(end for end in (m.end() for m in re.finditer(r"\r\n|\n|\r", text)) if end <= at)]
        assert lines.position(offset) == Position(len(starts), at - starts[-1] + 1)
        assert lines.offset(lines.position(offset)) <= at
    assert len(lines) == 1 + len(re.findall(r"\r\n|\n|\r", text))
