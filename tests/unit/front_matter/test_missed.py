"""The block that an author meant where the generator sees none."""

from __future__ import annotations

import time

import pytest

from postlint.front_matter.key_lines import is_meant
from postlint.front_matter.missed import find_missed_block
from postlint.values.span import Span

BLOCK = "title: Hello\ndate: 2021-10-10\n"
# text, the departures from the usual form
CASES = {
    f"---\n{BLOCK}---\nBody\n": (),
    f"\n---\n{BLOCK}---\nBody\n": ("lead:blank-line",),
    f"\n\n---\n{BLOCK}---\nBody\n": ("lead:blank-lines",),
    f" ---\n{BLOCK}---\nBody\n": ("lead:indented",),
    f"\ufeff---\n{BLOCK}---\nBody\n": ("lead:bom",),
    f"\u200b---\n{BLOCK}---\nBody\n": ("lead:leading-text",),
    f"<!-- a -->\n---\n{BLOCK}---\nBody\n": ("lead:leading-text",),
    f"--- \n{BLOCK}---\nBody\n": ("open:trailing-blank",),
    f"---\n{BLOCK}---  \nBody\n": ("close:trailing-blank",),
    f"----\n{BLOCK}---\nBody\n": ("open:long-fence",),
    f"---\n{BLOCK}-----\nBody\n": ("close:long-fence",),
    f"-----\n{BLOCK}-----\nBody\n": ("open:long-fence",),
    f"---\n{BLOCK}...\nBody\n": ("close:wrong-close",),
    f"---\n{BLOCK}--- end\nBody\n": ("close:wrong-close",),
    f"---\n{BLOCK} ---\nBody\n": ("close:indented",),
    f"---\n{BLOCK}\nBody\n": ("close:unclosed",),
    f"+++\n{BLOCK}+++\nBody\n": ("open:format",),
    f";;;\n{BLOCK};;;\nBody\n": ("open:format",),
    f"---yaml\n{BLOCK}---\nBody\n": ("open:named",),
    f"```yaml\n{BLOCK}```\nBody\n": ("open:wrong-fence",),
    f"——\n{BLOCK}——\nBody\n": ("open:wrong-fence", "close:wrong-close"),
    f"- - -\n{BLOCK}- - -\nBody\n": ("open:wrong-fence", "close:wrong-close"),
    f"{BLOCK}---\nBody\n": ("open:wrong-fence",),
    f"{BLOCK}\nBody\n": ("open:wrong-fence",),
    '{"title": "A"}\nBody\n': ("open:format",),
    "---\rtitle: Hello\r---\rBody\r": ("line:line-ends",),
    "---\ntitle：Hello\n---\nBody\n": (),
}


@pytest.mark.parametrize("text", CASES)
def test_what_is_different(text: str) -> None:
    missed = find_missed_block(text)
    assert missed is not None
    assert missed.departures == CASES[text]
    assert "itle" in missed.split.block.of(text)
    assert text[missed.split.body :].strip() == "Body"


PROSE = (
    "",
    "\n",
    "Body\n",
    "---\n\nStarts with a rule.\n\n---\n\nMore.\n",
    "---\nNote: one line of prose\n---\nMore.\n",
    "Note: prose\n\n---\nMore.\n",
    "Intro line.\n\n---\n\nMore.\n",
    "- item\n- other\n",
    "{% include a.html %}\n",
    "{{< figure >}}\n",
    "***\nText\n***\n",
    "https://example.org/\n",
    "# Title\n\ntext\n",
    "Title: a book about gardens\n\nText that goes on.\n",
    "```yaml\nfoo: bar\n```\n",
)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_block(text: str) -> None:
    assert find_missed_block(text) is None


def test_what_a_generator_accepts_is_not_the_reason() -> None:
    missed = find_missed_block(f"\n--- \n{BLOCK}---\n")
    assert missed is not None
    assert missed.why(frozenset()) == "blank-line"
    assert missed.why(frozenset({"lead:blank-line"})) == "trailing-blank"


def test_an_open_block_ends_before_the_prose() -> None:
    text = f"---\n{BLOCK}tags:\n  - a\n\nProse here.\n\n| a |\n"
    missed = find_missed_block(text)
    assert missed is not None
    assert missed.split.block.of(text) == f"{BLOCK}tags:\n  - a"
    assert not missed.split.is_closed


def test_old_style_blocks_need_a_common_key() -> None:
    assert is_meant("title: a\n", Span(0, 9))
    assert not is_meant("Note: a\n", Span(0, 8))
    assert is_meant("a: b\n  - c\n\ndate: d\n", Span(0, 20))
    assert not is_meant("Prose comes first.\ntitle: a\n", Span(0, 27))


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 50_000,
        "<!---->" * 50_000,
        "---\n" + "a: b\n" * 100_000,
        "---\n" + " " * 300_000,
        "title" * 60_000,
        "- " * 100_000,
        "{" + '"a":{' * 50_000,
        "\u200b" * 300_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    started = time.process_time()
    find_missed_block(text)
    assert time.process_time() - started < 1.0
