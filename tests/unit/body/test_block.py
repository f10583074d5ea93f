"""Text mapped to its source."""

from __future__ import annotations

from postlint.body.block import Block
from postlint.values.span import Span


def test_pieces() -> None:
    block = Block("paragraph", Span(10, 30), "abcdef", pieces=((0, 10), (2, 20)), entities=((3, 27),))
    assert [block.source_offset(index) for index in range(6)] == [10, 11, 20, 21, 22, 23]
    assert block.source_span(1, 3) == (11, 21)
    assert block.source_span(2, 4) == (20, 27)
    assert block.source_span(3, 3) == (21, 21)


def test_without_pieces_the_text_is_the_source() -> None:
    block = Block("code", Span(5, 8), "abc")
    assert block.source_offset(2) == 7
    assert block.source_span(0, 3) == (5, 8)
