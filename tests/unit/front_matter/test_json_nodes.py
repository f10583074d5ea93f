"""JSON blocks: spans, values, and what is wrong."""

from __future__ import annotations

import math
import time
from typing import Any

import pytest

from postlint.front_matter.json_nodes import parse_json
from postlint.front_matter.nodes import Mapping, Parsed
from postlint.values.span import Span


def parse(block: str, *, wrap: bool = False) -> Parsed:
    return parse_json(block, Span(0, len(block)), wrap_braces=wrap)


def test_spans() -> None:
    text = 'x{"title": "Hé🙂", "tags": ["a", 1.5], "n": null}y'
    parsed = parse_json(text, Span(1, len(text) - 1))
    assert parsed.problems == ()
    root = parsed.root
    assert isinstance(root, Mapping)
    assert root.span == Span(1, len(text) - 1)
    assert [entry.span.of(text) for entry in root.entries] == ['"title": "Hé🙂"', '"tags": ["a", 1.5]', '"n": null']
    assert [entry.key_span.of(text) for entry in root.entries] == ['"title"', '"tags"', '"n"']
    assert root.value == {"title": "Hé🙂", "tags": ["a", 1.5], "n": None}


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        ('"a\\n\\u4e2d\\ud83d\\ude00"', "a\n中😀"),
        ("true", True),
        ("-12", -12),
        ("1e3", 1000.0),
        ("[]", []),
        ("{}", {}),
        ("[[1], {}]", [[1], {}]),
        ("9" * 500, math.inf),
    ],
)
def test_values(raw: str, held: Any) -> None:
    parsed = parse(f'{{"k": {raw}}}')
    assert parsed.problems == ()
    assert parsed.root is not None
    assert parsed.root.value == {"k": held}


def test_without_braces() -> None:
    block = '"title": "x",\n"date": "y"'
    parsed = parse(block, wrap=True)
    assert parsed.problems == ()
    assert isinstance(parsed.root, Mapping)
    assert (parsed.root.value, parsed.root.span) == ({"title": "x", "date": "y"}, Span(0, len(block)))
    assert parse("", wrap=True) == Parsed(None)
    assert parse('"a": 1}', wrap=True).problems[0].message == "there is no comma between two values"


def test_repeated_keys_are_kept() -> None:
    parsed = parse('{"a": 1, "a": 2}')
    assert (parsed.problems, [entry.value for entry in parsed.duplicates]) == ((), [2])


@pytest.mark.parametrize(
    ("block", "marked", "message", "hint"),
    [
        ("", "", "the JSON block is empty", "write {} or keys"),
        ('{"a": 1,}', ",", "a comma stands after the last value", "delete the comma"),
        ('{"a": 1} x', "x", "text stands after the end of the JSON", "delete it"),
        ('{"a" 1}', "1", 'there is no colon after the key "a"', "put a colon after the key"),
        ('{"a": }', "}", 'the key "a" has no value', "write null, or delete the key"),
        ("{a: 1}", "a", "the key a is not in double quotes", "put the key in double quotes"),
        ("{'a': 1}", "'a'", "the key 'a' is not in double quotes", "put the key in double quotes"),
        ("{?: 1}", "?", '"?" stands where a key should', "put the key in double quotes"),
        ("{\"a\": 'b'}", "'b'", "a string is in single quotes", "use double quotes"),
        ('{"a": b}', "b", '"b" is no JSON value', "put text in double quotes"),
        ('{"a": 01}', "01", '"01" is no JSON value', "put text in double quotes"),
        ('{"a": [1 2]}', "2", "there is no comma between two values", "put a comma before this"),
        ('{"a": 1 "b": 2}', '"', "there is no comma between two values", "put a comma before this"),
        ('{"a": [1', "", "a bracket is not closed", "close it with ]"),
        ('{"a": 1', "", "a brace is not closed", "close it with }"),
        ('{"a": "b\n}', '"b', "a string is not closed", 'close it with "'),
        (
            '{"a": "C:\\path"}',
            '"C:\\path"',
            "a string holds a backslash or a control character that JSON does not take",
            "double the backslash",
        ),
        ('{"a": // c\n 1}', "/", "there are no comments in JSON", "delete the comment"),
        ("[,]", ",", '"," stands where a value should', "write a value"),
    ],
)
def test_mistakes(block: str, marked: str, message: str, hint: str) -> None:
    problem = parse(block).problems[0]
    assert (problem.span.of(block), problem.message, problem.hint) == (marked, message, hint)


def test_a_bad_value_spoils_only_its_own_key() -> None:
    parsed = parse('{"a": b, "c": \'d\', "e": "f\\"" "g": 1}')
    assert parsed.root is not None
    assert parsed.root.value == {"a": "b", "c": "d", "e": 'f"', "g": 1}
    assert len(parsed.problems) == 2


def test_reading_goes_on_at_the_next_comma() -> None:
    parsed = parse('{"a": 1 2, "b": 3}')
    assert parsed.root is not None
    assert parsed.root.value == {"a": 1, "b": 3}


def test_limits() -> None:
    problem = parse("[" * 500).problems[0]
    assert (problem.kind, problem.message) == ("limit", "front matter is nested more than 100 deep")
    assert parse('"a": ' + "[" * 500, wrap=True).problems[0].kind == "limit"
    assert len(parse("{" + "'a': 'b'," * 50).problems) == 10


@pytest.mark.parametrize(
    "block",
    ['{"a": "' * 20_000, "{a b " * 20_000, "{" + '"a":1,' * 20_000, '["' + '\\" ' * 40_000, "[" + "," * 100_000],
    ids=lambda text: repr(text[:7]),
)
def test_hostile_lengths_take_little_time(block: str) -> None:
    start = time.process_time()
    parse(block)
    assert time.process_time() - start < 3
