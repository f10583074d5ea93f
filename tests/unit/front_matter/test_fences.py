"""Where each grammar of front matter puts the block; the answers are those of the real programs."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from postlint.front_matter.fences import (
    split_astro,
    split_jekyll,
    split_mkdocs,
    split_plain,
    split_zola,
)
from postlint.front_matter.gray_fences import split_gray
from postlint.front_matter.hexo_fences import split_hexo
from postlint.front_matter.hugo_fences import split_hugo
from postlint.front_matter.meta_lines import split_mkdocs_lines, split_pelican
from postlint.front_matter.split import Split

Splitter = Callable[[str], Split | None]


def gray(text: str) -> Split | None:
    found = split_gray(text)
    return found.split if found is not None else None


def hugo(text: str) -> Split | None:
    found = split_hugo(text)
    return found if isinstance(found, Split) else None


SPLITTERS: dict[str, Splitter] = {
    "hexo": split_hexo,
    "hugo": hugo,
    "jekyll": split_jekyll,
    "astro": split_astro,
    "gray": gray,
    "mkdocs": split_mkdocs,
    "plain": split_plain,
    "zola": split_zola,
    "pelican": split_pelican,
}
PLAIN = "---\ntitle: A\n---\nBody\n"


@pytest.mark.parametrize("name", SPLITTERS)
def test_the_usual_block(name: str) -> None:
    split = SPLITTERS[name](PLAIN)
    assert split is not None
    assert split.block.of(PLAIN) == "title: A"
    assert split.opening.of(PLAIN) == "---"
    assert split.closing.of(PLAIN) == "---"
    assert split.span.of(PLAIN) == "---\ntitle: A\n---"
    assert PLAIN[split.body :] == "Body\n"


@pytest.mark.parametrize("name", SPLITTERS)
def test_crlf(name: str) -> None:
    text = PLAIN.replace("\n", "\r\n")
    split = SPLITTERS[name](text)
    assert split is not None
    assert split.block.of(text).strip("\r\n") == "title: A"
    assert text[split.body :] == "Body\r\n"


# text, then the splitters that find a block in it
ACCEPTED = {
    "---\rtitle: A\r---\rBody\r": "hugo gray mkdocs plain pelican",
    "\n---\ntitle: A\n---\nBody\n": "hexo hugo astro plain zola",
    " ---\ntitle: A\n---\nBody\n": "hexo hugo plain zola",
    "--- \ntitle: A\n---\nBody\n": "hugo jekyll astro gray mkdocs plain pelican",
    "---\ntitle: A\n--- \nBody\n": "hexo hugo jekyll astro gray mkdocs plain zola pelican",
    "----\ntitle: A\n----\nBody\n": "hexo hugo astro plain",
    "---\ntitle: A\n----\nBody\n": "hexo hugo astro gray plain zola pelican",
    "---\ntitle: A\n--- end\nBody\n": "hexo hugo astro gray pelican",
    "---\ntitle: A\n...\nBody\n": "jekyll mkdocs gray pelican",
    "---\ntitle: A\n+++\nBody\n": "astro gray pelican",
    "---\ntitle: A\n---": "hexo hugo jekyll astro gray plain zola pelican",
    "title: A\n---\nBody\n": "hexo pelican",
    "+++\ntitle = 'A'\n+++\nBody\n": "hugo astro plain zola",
    ';;;\n"title": "A"\n;;;\nBody\n': "hexo",
    '{\n"title": "A"\n}\nBody\n': "hugo plain",
    "#+title: A\n\nBody\n": "hugo",
    "---yaml\ntitle: A\n---\nBody\n": "hugo astro gray",
    "Body\n": "",
    "": "",
    "\n": "",
}


@pytest.mark.parametrize("text", ACCEPTED)
def test_who_sees_a_block(text: str) -> None:
    found = {name for name, splitter in SPLITTERS.items() if splitter(text) is not None}
    assert found - {"pelican"} == set(ACCEPTED[text].split()) - {"pelican"}


def test_hexo_repeats_the_opening_run() -> None:
    text = "-----\ntitle: A\n---\nb\n-----x\n"
    split = split_hexo(text)
    assert split is not None
    assert split.block.of(text) == "title: A\n---\nb"
    assert text[split.body :] == "x\n"


def test_hexo_needs_a_character_in_the_block() -> None:
    assert split_hexo("---\n---\n") is None
    split = split_hexo("---\n\n---\n---\n")
    assert split is not None
    assert split.block == (4, 8)


def test_hexo_old_style() -> None:
    text = "title: A\n\ntext\n---\nBody\n"
    split = split_hexo(text)
    assert split is not None
    assert (split.format, split.block.of(text)) == ("hexo-old", "title: A\n\ntext")
    json = '"title": "A"\n;;;\nBody\n'
    found = split_hexo(json)
    assert found is not None
    assert found.format == "hexo-json"


def test_hexo_3_takes_nothing_after_the_closing_run() -> None:
    assert split_hexo("---\ntitle: A\n--- \nBody\n", closes_strictly=True) is None
    assert split_hexo("---\ntitle: A\n---\nBody\n", closes_strictly=True) is not None
    assert split_hexo("title: A\n---x\nb\n---\n", closes_strictly=True) is not None


def test_gray_matter_reads_to_the_end_of_an_open_block() -> None:
    found = split_gray("---\ntitle: A\n\nBody\n")
    assert found is not None
    assert not found.split.is_closed
    assert found.split.block.of("---\ntitle: A\n\nBody\n") == "title: A\n\nBody"


@pytest.mark.parametrize(
    ("text", "engine"),
    [
        ("---json\n{}\n---\n", "json"),
        ("--- yml\na: b\n---\n", "yaml"),
        ("---js\n{}\n---\n", "js"),
        ("---toml\na=1\n---\n", None),
    ],
)
def test_gray_matter_languages(text: str, engine: str | None) -> None:
    found = split_gray(text)
    assert found is not None
    assert found.engine == engine


def test_gray_matter_does_not_parse_comments() -> None:
    found = split_gray("---\n# a\n\n---\nBody\n")
    assert found is not None
    assert found.is_empty


def test_gray_matter_with_no_line_feed_at_all() -> None:
    found = split_gray("---\rtitle: A\r---\r")
    assert found is not None
    assert found.is_empty


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- item\n", "the page starts with `-` but not with `---`"),
        ("+ item\n", "the page starts with `+` but not with `+++`"),
        ("---\ntitle: A\n", "no closing `---`"),
        ('{"title": "A"', "no closing `}`"),
        ("#+title: A", "no line after the `#+` lines"),
    ],
)
def test_hugo_refuses(text: str, fault: str) -> None:
    assert split_hugo(text) == fault


def test_hugo_json_ends_with_its_brace() -> None:
    text = '{"a": "}\\"}", "b": {}} rest'
    split = split_hugo(text)
    assert isinstance(split, Split)
    assert text[split.body :] == " rest"


def test_mkdocs_wants_a_line_end_after_the_closing_fence() -> None:
    assert split_mkdocs("---\ntitle: A\n---") is None
    assert split_mkdocs("---\n---\nx\n") is None


def test_bare_lines() -> None:
    text = "Title: A\nTags: a\n    b\n\nBody\n"
    for splitter in (split_mkdocs_lines, split_pelican):
        split = splitter(text)
        assert split is not None
        assert split.block.of(text) == "Title: A\nTags: a\n    b"
        assert text[split.body :] == "Body\n"
    assert split_mkdocs_lines("No key\n") is None


def test_pelican_stops_at_a_blank_line() -> None:
    text = "---\ntitle: A\n\ndate: b\n---\n"
    split = split_pelican(text)
    assert split is not None
    assert split.block.of(text) == "title: A"
    assert text[split.body :] == "date: b\n---\n"


HOSTILE = (
    "-" * 200_000,
    "---" + "\n" * 200_000,
    "---\n" + "\n--" * 60_000,
    "---\n" + "+++ x\n" * 40_000,
    "{" * 200_000,
    '{"' * 60_000,
    " " * 200_000,
    "\ufeff" * 100_000,
    "---\n" + "a: b\n" * 40_000,
    "+++\n" + "+++a\n" * 40_000,
    "---" + " " * 200_000,
    "---\n---" + " \t" * 100_000 + "x",
    "---\n" + ("---" + " " * 300 + "x\n") * 500,
    "#+a\n" * 50_000,
    "a:\n" * 60_000,
)


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_hostile_texts_take_linear_time(index: int) -> None:
    started = time.process_time()
    for splitter in (*SPLITTERS.values(), split_mkdocs_lines):
        splitter(HOSTILE[index])
    assert time.process_time() - started < 2.0


def test_hugo_skips_blanks_after_the_opening_fence() -> None:
    text = "--- \t\ntitle: A\n---\n"
    split = split_hugo(text)
    assert isinstance(split, Split)
    assert split.block.of(text) == "title: A"
    old = split_hugo(text, is_old=True)
    assert isinstance(old, Split)
    assert old.block.of(text) == " \t\ntitle: A"
    assert split_hugo("\ufeff---\n---\n") is None
    assert isinstance(split_hugo("\ufeff---\n---\n", is_old=True), Split)
