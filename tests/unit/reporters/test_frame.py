"""A finding with its source line and carets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from postlint.reporters.columns import width
from postlint.reporters.frame import render_frame
from postlint.reporters.style import Style
from postlint.values.span import Position, Span
from tests.unit.reporters.results import finding


def carets_and_target(text: str, needle: str, columns: int = 100) -> tuple[int, int, int, int]:
    lines = list(render_frame(finding(text, needle), Style(), columns))
    source = next(line for line in lines if needle in line)
    marks = lines[lines.index(source) + 1]
    return (
        width(source[: source.index(needle)]),
        marks.index("^"),
        width(needle),
        marks.count("^"),
    )


@pytest.mark.parametrize(
    "text",
    ["plain x y", "山中 x", "e\u0301e\u0301 x", "👨\u200d👩\u200d👧 x", "\t\tx", "❤\ufe0f x", "ｆ ﾅ x", "a\u200bb x"],
)
@pytest.mark.parametrize("needle", ["x", "山x", "x😀e\u0301"])
def test_carets_stand_under_the_text(text: str, needle: str) -> None:
    at, caret, wide, carets = carets_and_target(text.replace("x", needle), needle)
    assert at == caret
    assert wide == carets


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_long_lines_are_cut_and_carets_still_stand_under_the_text(columns: int) -> None:
    text = "山" * 300 + "NEEDLE" + "水" * 300
    at, caret, wide, carets = carets_and_target(text, "NEEDLE", columns)
    assert (at, wide) == (caret, carets)
    assert all(width(line) <= columns for line in list(render_frame(finding(text, "NEEDLE"), Style(), columns))[1:])


def test_an_excerpt_that_is_a_part_of_its_line() -> None:
    whole = finding("a" * 900 + "NEEDLE" + "b" * 900, "NEEDLE")
    part = replace(whole, excerpt=whole.excerpt[500:1300], excerpt_column=501)
    lines = list(render_frame(part, Style(), 60))
    assert lines[1].split("| ")[1].startswith("…a")
    assert lines[1].index("NEEDLE") == lines[2].index("^")


def test_a_span_over_lines_says_where_it_ends() -> None:
    lines = list(render_frame(finding("a <b>x\ny</b>\n", "<b>x\ny</b>"), Style(), 80))
    assert lines[1:] == ["         | a <b>x", "         |   ^^^^ to line 2"]


def test_an_empty_span_has_one_caret() -> None:
    item = finding("abc\n", "b")
    empty = replace(item, end_location=item.location, span=Span(1, 1))
    assert list(render_frame(empty, Style(), 80))[2] == "         |  ^"


def test_a_place_beyond_the_excerpt_does_no_harm() -> None:
    item = replace(finding("abc\n", "b"), location=Position(1, 900), end_location=Position(1, 950))
    assert list(render_frame(item, Style(), 80))[2] == "         |    ^"


def test_nothing_is_shown_where_there_is_no_source() -> None:
    item = replace(finding("abc\n", "b"), excerpt="")
    assert len(list(render_frame(item, Style(), 80))) == 1
