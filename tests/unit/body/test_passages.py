"""The blocks around a place, read without the rest."""

from __future__ import annotations

import pytest

from postlint.body.cuts import find_cuts
from postlint.body.holes import find_holes
from postlint.body.plain_blocks import read_plain
from postlint.values.span import Span
from tests.unit.body.bodies import body_of

WORDS = 12 * "Some words.\n\n"


def pieces(text: str) -> list[str] | None:
    cuts = find_cuts(text, 0, find_holes(text, 0, with_html=False))
    return (
        None if cuts is None else [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    )


def test_paragraphs_quotations_and_rules_are_parted() -> None:
    text = "One.\nTwo.\n \t\n> Three\n\n---\n\n**Four**\n\n2024 was good.\n"
    assert pieces(text) == ["One.\nTwo.\n \t\n", "> Three\n\n", "---\n\n", "**Four**\n\n", "2024 was good.\n"]


def test_a_list_is_kept_whole() -> None:
    text = "- One\n\n- Two\n\n  more\n\n1. Three\n\n1) Four\n\nFive.\n"
    assert pieces(text) == ["- One\n\n- Two\n\n  more\n\n1. Three\n\n1) Four\n\n", "Five.\n"]


def test_code_is_kept_whole() -> None:
    assert pieces("One.\n\n```\na\n\nb\n```\n\nTwo.\n") == ["One.\n\n", "```\na\n\nb\n```\n\n", "Two.\n"]
    assert pieces("~~~\na\n\nb\n") == ["~~~\na\n\nb\n"]


@pytest.mark.parametrize(
    "markup",
    [
        "A <ruby>word<rt>said</rt></ruby> and a <br> break.",
        "<table>\n<tr><td>a</td></tr>\n</table>",
        "Write `<table>` for a table.",
        '<a href="x">there</a>',
        "<!-- more -->",
        "a List<String> and a < b",
        "<https://example.org>",
    ],
)
def test_markup_that_ends_in_its_block_does_no_harm(markup: str) -> None:
    assert pieces(f"One.\n\n{markup}\n\nTwo.\n") == ["One.\n\n", f"{markup}\n\n", "Two.\n"]


@pytest.mark.parametrize(
    "markup",
    [
        "<table>",
        "</table>",
        "`a\n`<table>` b",
        "<a href='x'>",
        "<br>\n<img alt='",
        "<!-- one",
        "<pre>a\n\nb</pre>",
        "<iframe><ul></iframe></ul>",
        "<li>one",
    ],
)
def test_what_markup_may_enclose_is_not_parted(markup: str) -> None:
    assert pieces(f"One.\n\n{markup}\n\nTwo.\n") is None


def test_passages_are_as_in_the_whole() -> None:
    text = WORDS + "Here.\n\n" + WORDS
    (passage,) = body_of(text).passages([text.index("Here")])
    assert [block.text for block in passage.blocks] == 2 * ["Some words."] + ["Here."] + 2 * ["Some words."]
    assert (passage.before, passage.after) == (5, 8)
    assert tuple(passage.blocks) == body_of(text).blocks[10:15]


def test_blocks_are_counted_from_a_near_end() -> None:
    text = "# Title\n\nOne.\n\nHere.\n\n" + WORDS + "There.\n\nTwo.\n\n[a]: b\n"
    first, last = body_of(text).passages([text.index("Here"), text.index("There")])
    assert ([block.text for block in first.blocks], first.before) == (
        ["Title", "One.", "Here.", *2 * ["Some words."]],
        0,
    )
    assert ([block.text for block in last.blocks], last.after) == ([*2 * ["Some words."], "There.", "Two."], 0)


@pytest.mark.parametrize(
    "definitions",
    [
        "[a]: https://example.org/a_(b)?c=d&e=f (A title)\n[b]: <x y>",
        "[b]: /b 'A title'\n[a]: /a \"Another\"",
        "[a]: /a\n\n> [a]: /b\n\n[b]: /c\n[a]: /d",
        "> [a]: /b\n\n[a]: /d\n[b]: x&amp;y",
    ],
)
def test_links_lead_where_they_do_in_the_whole(definitions: str) -> None:
    text = f"{WORDS}Here [one][a].\n\nThere [two][b].\n\n{WORDS}{definitions}\n"
    (passage,) = body_of(text).passages([text.index("Here")])
    whole = {block.span: block for block in body_of(text).blocks}
    assert [whole[block.span] for block in passage.blocks] == list(passage.blocks)


def test_a_place_alone_is_read_alone() -> None:
    text = "[#]: via: (x)\n[#]: author: (y)\n\n" + WORDS
    (passage,) = body_of(text).passages([], [text.index("[#]: author")])
    assert [(block.kind, block.text) for block in passage.blocks] == [
        ("definition", "[#]: via: (x)"),
        ("definition", "[#]: author: (y)"),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "One word after another, as they come.",
        "“Said” so.\r\n（And） more  \r\nto come.",
        "作者：[林小溪](https://example.org/lin_xi) 译者：[周大山][z]\n校对：[Lee][z]",
        "[All](x) of [it](y)",
        "via: https://example.org/a (there)",
        "## A heading with [a link](x)",
        "## A heading\nand words",
        "A heading\nof two lines\n===",
        "A heading\n---\nand words",
        "-----",
        "**Words** and `co*de` of **others**, [linked](x)",
        "`https://example.org/a` and https://example.org/b，之",
        "a**b**c**d**",
        "snake_case_名_字, a & b | c!",
        '[a_b](x?y=1&z=2 "A title")',
        "![a map](a.png)",
        '![](a.png "t") and ![中](b.png)',
        "```sh\n  one `two`\n\n**three**\n```",
        "~~~\r\none\r\n~~~~",
        "- One\n- [Two](x)\n- Three https://example.org/a",
        "  * One [two](x)\n\n  * Three `four`",
        "1. One\n2. Two\n10. Three",
        "2024 words\n\n    code\n\n      more code",
        "Words\n- one\n- two",
        "Words\n1. one [z][z]",
        "> * 原文：[One](x)\n> * 译者：[Two](y)\n> * 校对：\n",
        "> * One\n* Two [three](x)",
        "> Words and\n> more [words](x)\n>\n> - One\n> - Two\n",
    ],
)
def test_plain_blocks_are_as_a_parser_reads_them(part: str) -> None:
    text = f"{part}\n\nThe end.\n\n[z]: https://example.org/z\n"
    whole = body_of(text)
    end = text.index("The end")
    defined = text.index("https://example.org/z")
    found = read_plain(whole.source.text, whole.masked, 0, end, {"z": Span(defined, defined + 21)}.get)
    assert found == [block for block in whole.blocks if block.span.end <= end]


@pytest.mark.parametrize(
    "part",
    [
        "*Words*",
        "_Words_",
        "A `` code``",
        "A ` code `",
        "A `code",
        "**Words",
        "** Words**",
        "***Words***",
        "**Words****more**",
        "**“Words”**",
        "```\none",
        "```\none\n  ```\n```",
        "```\none\n```two\n```",
        "[x][y]",
        "[ x](y)",
        "[![x](y)](z)",
        "a\n  b",
        "# a #",
        "a &amp; b",
        "a | b\nc | d",
        "- One\n  - Two",
        "- One\nand more",
        "- One\n\n  and more",
        "- One\n* Two",
        "-     code",
        "- # One",
        "Words\n2. One",
        "Words\n\xa0\nmore",
        "> Words\nand more",
        "> > Words",
        "a <b>c</b>",
        "[^1]: x",
    ],
)
def test_what_is_not_plain_is_left_to_a_parser(part: str) -> None:
    body = body_of(f"{part}\n")
    assert read_plain(body.source.text, body.masked, 0, len(part) + 1, lambda label: None) is None


def test_a_note_below_a_paragraph_is_read_with_it() -> None:
    text = WORDS + "Here.\n\n[#]: via: (x)\n\n" + WORDS
    (passage,) = body_of(text).passages([], [text.index("[#]")])
    assert [(block.kind, block.text) for block in passage.blocks] == [
        ("paragraph", "Here."),
        ("definition", "[#]: via: (x)"),
    ]


def test_no_places_no_passages() -> None:
    assert body_of(WORDS).passages([]) == ()


@pytest.mark.parametrize("text", ["Here.\n\nTwo.\n", "<ul>\n\nHere.\n\n" + WORDS])
def test_else_all_blocks_are_read(text: str) -> None:
    body = body_of(text)
    (passage,) = body.passages([text.index("Here")])
    assert passage.blocks is body.blocks
