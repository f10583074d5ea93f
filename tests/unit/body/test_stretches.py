"""Where a body can be cut."""

from __future__ import annotations

import pytest

from postlint.body.holes import find_holes
from postlint.body.stretches import find_stretches


def pieces(text: str, *marks: str, with_html: bool = False) -> list[str] | None:
    holes = find_holes(text, 0, with_html=with_html)
    if holes is None:
        return None
    return [stretch.of(text) for stretch in find_stretches(text, 0, holes, marks, with_html=with_html)]


def test_only_blocks_with_a_mark_are_taken() -> None:
    text = "One.\n\nTwo ![a](b)\nmore.\n\nThree.\n\n![c](d)\n"
    assert pieces(text, "![") == ["Two ![a](b)\nmore.\n\n", "![c](d)\n"]


def test_a_list_is_kept_with_what_is_indented_below() -> None:
    text = "- One\n\n  ![a](b)\n\n  two\n\nThree.\n"
    assert pieces(text, "![") == ["- One\n\n  ![a](b)\n\n  two\n\n"]


@pytest.mark.parametrize("fence", ["```", "~~~", "  ````", "``` html"])
def test_code_is_left_out(fence: str) -> None:
    text = f"One.\n\n{fence}\n\n![a](b)\n\n{fence.split(' ht')[0]}\n![c](d)\n"
    assert pieces(text, "![") == ["![c](d)\n"]


def test_code_that_is_never_closed_goes_to_the_end() -> None:
    assert pieces("![a](b)\n```\n\n![c](d)\n", "![") == ["![a](b)\n"]


def test_a_comment_may_hold_blank_lines() -> None:
    text = "<!-- One\n\n![a](b)\n-->\n![c](d)\n"
    assert pieces(text, "![") == ["![c](d)\n"]
    assert pieces(text, "![", with_html=True) == ["<!-- One\n\n![a](b)\n-->\n", "![c](d)\n"]


def test_html_is_taken_where_it_is_asked_for() -> None:
    text = "a < b\n\n<p>One</p>\n\nTwo.\n"
    assert pieces(text, "![") == []
    assert pieces(text, "![", with_html=True) == ["<p>One</p>\n\n"]


@pytest.mark.parametrize(
    "text",
    [
        "1. One\n   ```\n\n   ![a](b)\n",  # the item of a list may hold the code
        "<div>\n```\n\n![a](b)\n",  # HTML goes on to the next blank line
        "| a | b |\n|---|---|\n```\n\n![a](b)\n",
        "<?php\n\n![a](b)\n",
        "<pre>\n</script>\n\n![a](b)\n</pre>\n",
    ],
)
def test_what_only_a_parser_can_tell_is_not_cut(text: str) -> None:
    assert pieces(text, "![") is None
