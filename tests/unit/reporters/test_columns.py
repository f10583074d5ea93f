"""How wide text is on a terminal."""

from __future__ import annotations

import time

import pytest

from postlint.reporters.columns import expand, width, widths, window


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("山中", 4),
        ("ｆｕｌｌ", 8),
        ("カﾅ", 3),
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab", 2),
        ("한", 2),
        ("\t", 4),
        ("😀", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("❤", 1),
        ("a\u200bb", 2),
        ("", 0),
        ("\x1b", 4),
        ("\u202e", 6),
        ("\ud800", 1),
        ("क\u094dष", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_what_is_printed_is_as_wide_as_counted() -> None:
    text = "a\tb\x1b山\u202e"
    assert expand(text) == "a    b\\x1b山\\u202e"
    assert widths(text) == [1, 4, 1, 4, 2, 6]


def test_a_line_that_fits_stays() -> None:
    assert window("short", 1, 3, 20) == ("short", 1, 3)
    assert window("short", 3, 1, 20) == ("short", 3, 3)


def test_a_long_line_is_cut_around_the_range() -> None:
    line = "a" * 100 + "HERE" + "b" * 100
    cut, start, end = window(line, 100, 104, 32)
    assert cut == "…" + "a" * 10 + "HERE" + "b" * 16 + "…"
    assert cut[start:end] == "HERE"


def test_a_range_at_the_end_of_a_long_line_leaves_no_room_unused() -> None:
    cut, start, end = window("a" * 100 + "HERE", 100, 104, 32)
    assert cut == "…" + "a" * 26 + "HERE"
    assert cut[start:end] == "HERE"


def test_wide_text_is_cut_by_columns() -> None:
    line = "山" * 50 + "HERE" + "中" * 50
    cut, start, end = window(line, 50, 54, 32)
    assert width(cut) <= 32
    assert cut[start:end] == "HERE"


def test_a_range_longer_than_the_room_is_cut() -> None:
    cut, start, end = window("x" * 500, 10, 400, 30)
    assert width(cut) <= 30
    assert 0 <= start < end <= len(cut)


def test_hostile_lengths_take_linear_time() -> None:
    started = time.process_time()
    window("👨\u200d" * 100_000, 50_000, 60_000, 100)
    assert time.process_time() - started < 3
