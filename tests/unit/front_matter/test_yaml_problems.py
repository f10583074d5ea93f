"""What a blogger is told about broken YAML, where, and what is read all the same."""

from __future__ import annotations

import pytest

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Mapping
from postlint.front_matter.yaml_mistakes import find_mistake
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.values.span import Span

# line, the text that is marked, message, hint
_CASES = [
    (
        "title: Foo: bar",
        "Foo: bar",
        'value "Foo: bar" holds a colon that YAML takes for a key\'s',
        "quote the title: it holds a colon",
    ),
    (
        "title: foo:",
        "foo:",
        'value "foo:" holds a colon that YAML takes for a key\'s',
        "quote the title: it holds a colon",
    ),
    (
        "title: @me",
        "@me",
        'value "@me" starts with an at sign',
        "quote the title: it starts with @",
    ),
    (
        "title: `x` y",
        "`x` y",
        'value "`x` y" starts with a backtick',
        "quote the title: it starts with `",
    ),
    (
        "title: %x",
        "%x",
        'value "%x" starts with a percent sign',
        "quote the title: it starts with %",
    ),
    (
        "title: *x*: y",
        "*x*: y",
        'value "*x*: y" starts with *, which YAML reads as an alias',
        "quote the title: it starts with *",
    ),
    (
        "title: &x: y: z",
        "&x: y: z",
        'value "&x: y: z" starts with &, which YAML reads as an anchor',
        "quote the title: it starts with &",
    ),
    (
        "title: [x] y",
        "[x] y",
        'text stands after the closing bracket: "y"',
        "quote the title: it starts with a bracket",
    ),
    (
        "title: {x} y",
        "{x} y",
        'text stands after the closing brace: "y"',
        "quote the title: it starts with a brace",
    ),
    (
        "title: [x",
        "[x",
        "the bracket that opens `title` is not closed",
        "close it with ], or quote the value",
    ),
    (
        "title: {x",
        "{x",
        "the brace that opens `title` is not closed",
        "close it with }, or quote the value",
    ),
    (
        "title: > x",
        "> x",
        'value "> x" starts with >, which opens a block of text',
        "quote the title: it starts with >",
    ),
    (
        "title: |x",
        "|x",
        'value "|x" starts with |, which opens a block of text',
        "quote the title: it starts with |",
    ),
    (
        "title: - x",
        "- x",
        'value "- x" starts with - and a blank',
        "quote the title: it starts with -",
    ),
    (
        "title: ? x",
        "? x",
        'value "? x" starts with ? and a blank',
        "quote the title: it starts with ?",
    ),
    (
        "title: ,x",
        ",x",
        'value ",x" starts with a comma',
        "quote the title: it starts with ,",
    ),
    (
        "title：x",
        "：",
        "the colon after `title` is a full-width one",
        "write `title: ` with an ASCII colon and a blank",
    ),
    (
        "title:x",
        ":x",
        "there is no blank after the colon of `title`",
        "put a blank after the colon",
    ),
    (
        "title:\u3000x",
        "\u3000",
        "the colon of `title` is followed by U+3000, not by a blank",
        "put an ordinary blank after the colon",
    ),
    (
        "title:\xa0x",
        "\xa0",
        "the colon of `title` is followed by U+00A0, not by a blank",
        "put an ordinary blank after the colon",
    ),
    (
        "\ttitle: x",
        "\t",
        "the line is indented with a tab",
        "indent with blanks",
    ),
    (
        "\u3000title: x",
        "\u3000",
        "the line is indented with U+3000",
        "indent with blanks",
    ),
    (
        'title: "x',
        '"x',
        "the quote that opens `title` is not closed",
        "close the quote at the end of the value",
    ),
    (
        'title: "x" y',
        " y",
        'text stands after the closing quote: "y"',
        "put the quotes around the whole value",
    ),
    (
        'title: "a "b" c"',
        'b" c"',
        'text stands after the closing quote: "b" c""',
        "put a backslash before the inner quotes",
    ),
    (
        "title: 'a'b'",
        "b'",
        'text stands after the closing quote: "b\'"',
        "double the inner quotes",
    ),
    (
        'title: "C:\\path"',
        "\\p",
        "`\\p` is no escape in a double-quoted value",
        "use single quotes, or double the backslash",
    ),
    (
        "// note",
        "// note",
        "`//` starts no comment in YAML",
        "start the comment with #",
    ),
    (
        "<!-- note -->",
        "<!-- note -->",
        "`<!--` starts no comment in YAML",
        "start the comment with #",
    ),
    (
        "  - @x",
        "@x",
        'value "@x" starts with an at sign',
        "quote the item: it starts with @",
    ),
    (
        '"title": @x',
        "@x",
        'value "@x" starts with an at sign',
        "quote the title: it starts with @",
    ),
    (
        "-\tx",
        "\t",
        "a tab stands after the dash",
        "put a blank after the dash",
    ),
]


@pytest.mark.parametrize(("line", "marked", "message", "hint"), _CASES, ids=[case[0] for case in _CASES])
def test_mistakes(line: str, marked: str, message: str, hint: str) -> None:
    found = find_mistake(line)
    assert found is not None
    assert (line[found.start : found.end], found.message, found.hint) == (marked, message, hint)


@pytest.mark.parametrize(
    "line",
    [
        *("", "# note", "title: x", "title:", "title: # c", "title: http://a.b/c", "title: a:b", "url: 'a: b' # c"),
        *(
            'x: "a\\n\\x41" # c',
            "x: 'it''s'",
            "x: [a, 'b]', {c: d}] # e",
            "x: -1",
            "x: |2-",
            "x: > # c",
            "- a",
            "- a: b",
        ),
        *("x: &y z", "x: *y", "x: !z y", "a sentence without", "一个很长很长的句子 with blanks：不是键", "a: b # c: d"),
    ],
)
def test_no_mistake(line: str) -> None:
    assert find_mistake(line) is None


def _parse(block: str, flavour: Yaml = Yaml.JS_YAML_4) -> tuple[dict[str, object], list[tuple[str, str]]]:
    parsed = parse_yaml(block, Span(0, len(block)), flavour)
    root = parsed.root
    assert root is None or isinstance(root, Mapping)
    return (root.value if root is not None else {}), [
        (found.span.of(block), found.message) for found in parsed.problems
    ]


def test_one_bad_value_spoils_only_its_own_key() -> None:
    block = "title: Foo: bar\ndate: 2021\ntags:\n  - a\n  - b\ncover: @x\n"
    data, problems = _parse(block)
    assert data == {"title": "Foo: bar", "date": 2021, "tags": ["a", "b"], "cover": "@x"}
    assert [marked for marked, _ in problems] == ["Foo: bar", "@x"]


def test_keys_that_are_written_wrong_are_read_all_the_same() -> None:
    data, problems = _parse("title：Hello\ndate:2021\n'x': [1\n")
    assert data == {"title": "Hello", "date": "2021", "x": "[1"}
    assert len(problems) == 3


def test_a_key_that_is_indented_differently() -> None:
    data, problems = _parse("a:\n   b: 1\n  c: 2\nd: 3\n")
    assert list(data) == ["a", "d"]
    assert problems == [("  c", "`c` is not indented like the keys above it")]


def test_a_line_that_is_neither_key_nor_value() -> None:
    data, problems = _parse("a: 1\ndraft\nb: 2\n")
    assert list(data) == ["a", "b"]
    assert problems == [("draft", 'line "draft" is neither a key nor part of a value')]


def test_errors_without_a_known_mistake_say_where() -> None:
    _, problems = _parse("a: %\n  x\n  - ]\n")
    assert problems
    _, problems = _parse("a: !<x\n", Yaml.PSYCH)
    assert problems[0][1].startswith("the block is not valid YAML here: ")


def test_unclosed_is_a_kind() -> None:
    problem = parse_yaml('a: "b', Span(0, 5), Yaml.JS_YAML_4).problems[0]
    assert problem.kind == "unclosed"


def test_at_most_ten_keys_are_complained_about() -> None:
    _, problems = _parse("a: @x\n" * 50, Yaml.PYYAML)
    assert len(problems) == 10


def test_repeated_keys_next_to_an_error() -> None:
    block = "a: 1\na: 2\nb: @x\n"
    parsed = parse_yaml(block, Span(0, len(block)), Yaml.JS_YAML_4)
    assert [found.kind for found in parsed.problems] == ["duplicate-key", "syntax"]
    assert len(parsed.duplicates) == 1


def test_places_are_those_of_the_source_where_something_was_cut() -> None:
    block = f"{'k' * 1500}: v\ntitle: @x\n"
    parsed = parse_yaml(block, Span(0, len(block)), Yaml.JS_YAML_4)
    assert parsed.problems[0].span.of(block) == "@x"
