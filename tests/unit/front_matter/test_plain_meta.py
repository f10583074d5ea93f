"""Metadata lines as Python-Markdown's `meta` (Pelican) and MkDocs read them."""

from __future__ import annotations

import time

from postlint.front_matter.nodes import Mapping, Parsed, Scalar
from postlint.front_matter.plain_meta import parse_meta
from postlint.values.span import Span

BLOCK = 'Title: Hello: "World"\r\n  tags: a, b\nsummary:\n    one\n\t two\nTitle: again\n'


def parse(block: str, dialect: str) -> Parsed:
    return parse_meta(block, Span(0, len(block)), dialect)


def test_pelican_makes_lists() -> None:
    parsed = parse(BLOCK, "pelican")
    assert parsed.root is not None
    assert parsed.root.value == {
        "title": ['Hello: "World"', "again"],
        "tags": "a, b",
        "summary": ["", "one", "two"],
    }
    assert [entry.key_span.of(BLOCK) for entry in parsed.duplicates] == ["Title"]


def test_mkdocs_joins_text() -> None:
    root = parse(BLOCK, "mkdocs").root
    assert root is not None
    assert root.value == {"title": 'Hello: "World" again', "tags": "a, b", "summary": " one two"}


def test_spans() -> None:
    root = parse(BLOCK, "pelican").root
    assert isinstance(root, Mapping)
    title, tags, summary, again = root.entries
    assert title.node == Scalar(Span(7, 21), 'Hello: "World"', 'Hello: "World"')
    assert tags.span.of(BLOCK) == "tags: a, b"
    assert summary.span.of(BLOCK) == "summary:\n    one\n\t two"
    assert again.node.span.of(BLOCK) == "again"


def test_what_ends_the_block() -> None:
    for text in ("a: 1\nno key\nb: 2\n", "a: 1\n b c: 2\n", "a: 1\n中: 2\n"):
        root = parse(text, "pelican").root
        assert root is not None
        assert root.value == {"a": "1"}
    assert parse("    more\na: 1\n", "pelican") == Parsed(None)
    assert parse("", "mkdocs") == Parsed(None)


def test_many_lines_take_little_time() -> None:
    start = time.process_time()
    parse("a: b\n" * 20_000, "pelican")
    parse("a: b\n" * 20_000, "mkdocs")
    assert time.process_time() - start < 3


def test_tabs_in_a_value_are_blanks_to_pelican() -> None:
    block = "title: a: a\tb\n"
    for dialect, title in (("pelican", "a: a b"), ("mkdocs", "a: a\tb")):
        root = parse(block, dialect).root
        assert root is not None
        assert root.value == {"title": title}


def test_a_key_that_comes_a_hundred_thousand_times() -> None:
    block = "note: more\n" * 100_000
    for dialect in ("pelican", "mkdocs"):
        started = time.process_time()
        parsed = parse(block, dialect)
        assert len(parsed.duplicates) == 99_999
        assert time.process_time() - started < 10
