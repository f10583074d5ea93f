"""TOML blocks; values and refusals as tomllib, smol-toml 1.9, go-toml in Hugo 0.168 and `toml` 0.10 gave them."""

from __future__ import annotations

import time
from typing import Any

import pytest

from postlint.front_matter.flavours import Toml
from postlint.front_matter.nodes import Mapping, Parsed, Scalar
from postlint.front_matter.toml_nodes import parse_toml
from postlint.values.instant import Civil
from postlint.values.span import Span

GO, SMOL, PY, RUST = Toml.GO_TOML, Toml.SMOL_TOML, Toml.PY_TOML, Toml.RUST_TOML


def parse(block: str, dialect: Toml = RUST) -> Parsed:
    return parse_toml(block, Span(0, len(block)), dialect)


def value(block: str, dialect: Toml = RUST) -> Any:
    parsed = parse(block, dialect)
    assert parsed.problems == ()
    return parsed.root.value if parsed.root is not None else None


def first(block: str, dialect: Toml = RUST) -> tuple[str, str, str | None, str]:
    problem = parse(block, dialect).problems[0]
    return problem.span.of(block), problem.message, problem.hint, problem.kind


def test_spans() -> None:
    text = "+++\ntitle = \"Hello\" # c\na.b = [1,\n 2]\n[extra]\nx = {y = 'z'}\n+++\n"
    block = Span(4, text.rindex("\n+++"))
    root = parse_toml(text, block, GO).root
    assert isinstance(root, Mapping)
    title, dotted, extra = root.entries
    assert (title.key_span.of(text), title.node.span.of(text)) == ("title", '"Hello"')
    assert title.span.of(text) == 'title = "Hello"'
    assert isinstance(title.node, Scalar)
    assert (title.node.raw, title.node.style) == ('"Hello"', '"')
    assert (dotted.key, dotted.key_span.of(text)) == ("a", "a")
    inner = root.find("a", "b")
    assert inner is not None
    assert inner.node.span.of(text) == "[1,\n 2]"
    assert (extra.key_span.of(text), extra.node.span.of(text)) == ("extra", "[extra]\nx = {y = 'z'}")
    assert root.value == {"title": "Hello", "a": {"b": [1, 2]}, "extra": {"x": {"y": "z"}}}
    assert root.span == Span(4, block.end)


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        ('"a\\tb"', "a\tb"),
        ("'a\\tb'", "a\\tb"),
        ('"""\na\n"b" \\\n  c"""', 'a\n"b" c'),
        ("'''\na'b'''", "a'b"),
        ('""', ""),
        ('""""x"""', '"x'),
        ("true", True),
        ("false", False),
        ("1_000", 1000),
        ("0x1F", 31),
        ("+1", 1),
        ("1.5e3", 1500.0),
        ("[]", []),
        ("{}", {}),
        ("[[1], ['a'],]", [[1], ["a"]]),
        ("{a.b = 1, 'c d' = 2}", {"a": {"b": 1}, "c d": 2}),
        ("04:35:37", "04:35:37"),
        ("2021-10-10", Civil(2021, 10, 10, date_only=True)),
        ("2021-10-10T04:35:37", Civil(2021, 10, 10, 4, 35, 37)),
        ("2021-10-10 04:35:37Z", Civil(2021, 10, 10, 4, 35, 37, 0, 0)),
        ("1979-05-27t07:32:00.123456789-03:30", Civil(1979, 5, 27, 7, 32, 0, 123_456_789, -12_600)),
    ],
)
def test_values(raw: str, held: Any) -> None:
    block = f"k = {raw}\nz = 1\n"
    assert value(block) == {"k": held, "z": 1}
    root = parse(block).root
    assert isinstance(root, Mapping)
    assert root.entries[0].node.span.of(block) == raw


def test_tables() -> None:
    block = "[a.b]\nx = 1\n[a]\ny = 2\n[[l]]\nq = 1\n[[l]]\nq = 2\n[l.m]\nz = 3\n"
    assert value(block) == {"a": {"b": {"x": 1}, "y": 2}, "l": [{"q": 1}, {"q": 2, "m": {"z": 3}}]}
    root = parse(block).root
    assert isinstance(root, Mapping)
    assert root.entries[1].node.span.of(block) == "[[l]]\nq = 1\n[[l]]\nq = 2\n[l.m]\nz = 3"
    assert value("[a]\n") == {"a": {}}
    assert value("# nothing\n") is None
    assert value("a = 1\r\nb = 2\r\n") == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("a = 1\na = 2\n", "key `a` is there twice"),
        ("[t]\n[t]\n", "`t` is there already"),
        ("a = {b = 1}\na.c = 2\n", "key `a` is there twice"),
        ("[x]\n[[x]]\n", "`x` is there already"),
        ("a = 1\n[a.b]\n", "`a` is there already"),
    ],
)
def test_repeated_keys(block: str, message: str) -> None:
    for dialect in (RUST, GO, SMOL):
        problem = parse(block, dialect).problems[0]
        assert (problem.message, problem.kind) == (message, "duplicate-key")


def test_tables_within_tables_come_in_any_order() -> None:
    assert value("[a]\nx = 1\n[a.b]\ny = 2\n[a.c.d]\nz = 3\n") == {"a": {"x": 1, "b": {"y": 2}, "c": {"d": {"z": 3}}}}


def test_a_repeated_key_is_kept() -> None:
    parsed = parse("a = 1\na = 2\n")
    assert parsed.root is not None
    assert parsed.root.value == {"a": 2}
    assert [entry.value for entry in parsed.duplicates] == [2]


@pytest.mark.parametrize(
    ("block", "marked", "message", "hint"),
    [
        ("t: x\n", ":", "`t` is followed by a colon, as in YAML", "write `t = …` in a block of +++"),
        ("t = x y\n", "x y", '"x y" is not in quotes', "put text in quotes"),
        ("t = True\n", "True", '"True" is no value in TOML', "write true"),
        ("t = “x”\n", "“x”", "`“` is no quote in TOML", 'use the straight quotes "'),
        ("t = 12:30 h\n", "12:30 h", '"12:30 h" is no number in TOML', "put text in quotes"),
        ("t = \n", "", "a key has no value", 'write a value; nothing is ""'),
        ("t\n", "t", "`t` has no value", "write it as `t = …`"),
        ("a b = 1\n", "b", "there is no = after the key `a`", "put a key with blanks in quotes"),
        ("名 = 1\n", "名", '"名" is no bare key in TOML', "put the key in quotes"),
        ("= 1\n", "=", "a line has no key", "write it as `key = value`"),
        ('t = "x\n', '"x', "a quote is opened and not closed", 'close it with "'),
        ("t = '''x\n", "'''x\n", "a quote is opened and not closed", "close it with '''"),
        ('t = "C:\\path"\n', "\\p", "`\\p` is no escape in TOML", "use single quotes, or double the backslash"),
        ("t = 'a\x07'\n", "'a\x07'", "a string holds a control character", "delete it"),
        ('"\\q" = 1\n', '"\\q"', 'the key "\\q" holds a bad escape', "use single quotes"),
        ("t = [1\nb = 2\n", "[1", "a bracket is not closed", "close it with ]"),
        ("t = [\nb = 2\n", "[", "a bracket is not closed", "close it with ]"),
        ("t = [1\n", "[1", "a bracket is not closed", "close it with ]"),
        ("t = [1 2]\n", "2", "there is no comma between two values", "put a comma before this"),
        ("t = [,]\n", ",", '"," stands where a value should', "write a value"),
        ("t = {a = 1\n", "{a = 1", "a brace is not closed", "close it with }"),
        ("t = {a = 1,}\n", ",", "a comma stands before the closing brace", "delete the comma"),
        ("t = 'x' y\n", "y", "text stands after the value", "put the whole value in quotes, or start a new line"),
        ("[t\n", "[t", "the bracket of a table's name is not closed", "close it with ]"),
        ("t = 0x\n", "0x", '"0x" is no number in TOML', "put text in quotes"),
    ],
)
def test_mistakes(block: str, marked: str, message: str, hint: str) -> None:
    assert first(block)[:3] == (marked, message, hint)


_DATE_HINT = "write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, an existing day"


@pytest.mark.parametrize("date", ["2021-1-5", "2021-02-30", "2021-10-10T25:00:00", "2021-10-10T04:35:37+0800"])
def test_dates_that_are_none(date: str) -> None:
    assert first(f"d = {date}\n") == (date, f'date "{date}" is none that TOML has', _DATE_HINT, "syntax")


def test_dialects() -> None:
    assert value("d = 2021-02-30\n", SMOL) == {"d": Civil(2021, 2, 30, date_only=True)}
    assert parse("d = 2021-10-10T24:00:00\n", SMOL).problems
    assert value("d = 2021-10-10T04:35\n", GO) == {"d": Civil(2021, 10, 10, 4, 35)}
    assert parse("d = 2021-10-10T04:35\n", RUST).problems
    assert parse("d = 04:35\n", RUST).problems
    assert value("d = 04:35\n", GO) == {"d": "04:35"}
    # smol-toml's Date of a local time
    assert value("d = 04:35:37\n", SMOL) == {"d": Civil(0, 1, 1, 4, 35, 37)}
    assert value('e = "\\e\\x41\\\\e"\n', GO) == {"e": "\x1bA\\e"}
    assert value("t = {a = 1,\n b = 2,\n}\nz = 1\n", GO) == {"t": {"a": 1, "b": 2}, "z": 1}
    assert value("n = 9007199254740993\n", GO) == {"n": 9007199254740993}
    assert parse("n = 9007199254740993\n", SMOL).problems
    assert parse("n = 9223372036854775808\n", GO).problems
    assert value("n = 9223372036854775808\n", PY) == {"n": 9223372036854775808}
    assert first("l = [1, 'a']\n", PY)[1] == "a list holds values of different kinds"
    assert value("名 = 1\n", PY) == {"名": 1}
    assert parse("d = 0000-01-01\n", PY).problems
    assert value("\ufeffa = 1\n", SMOL) == {"a": 1}


def test_what_tomllib_alone_refuses() -> None:
    _, message, hint, _ = first("a.b = 1\n[a]\nc = 2\n")
    assert hint == "write each line as `key = value`"
    assert message == "the block is not valid TOML here: cannot declare ('a',) twice"
    assert first("a.b = 1\n[a]\nc = {d = [1,\n2]}\n", GO)[1] == message


def test_a_broken_line_spoils_only_its_own_key() -> None:
    parsed = parse('title = Hello World\ndate: 2021-10-10\nx = 1\ny = "a\nz = [1,\n')
    assert parsed.root is not None
    assert parsed.root.value == {"title": "Hello World", "date": "2021-10-10", "x": 1, "y": "a", "z": "[1,"}
    assert len(parsed.problems) == 4


def test_limits() -> None:
    for block in ("a = " + "[" * 500, "a." * 500 + "a = 1", "a = " + "{a = " * 500):
        problem = parse(block).problems[0]
        assert (problem.kind, problem.message) == ("limit", "front matter is nested more than 100 deep")
    assert len(parse("a = x\n" * 50).problems) == 10


@pytest.mark.parametrize("dialect", [GO, RUST])
@pytest.mark.parametrize(
    "block",
    ['a = "x\n' * 10_000, "a = [" + "," * 100_000, 'a = """' + 'x"' * 50_000, "a = '" + "\\" * 100_000, "a." * 50_000],
    ids=lambda text: repr(text[:7]),
)
def test_hostile_lengths_take_little_time(block: str, dialect: Toml) -> None:
    start = time.process_time()
    parse(block, dialect)
    assert time.process_time() - start < 3
