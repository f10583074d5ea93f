"""Parsers of front matter against any input, and against the libraries that decide."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.json_nodes import parse_json
from postlint.front_matter.nodes import Mapping, Node, Parsed, Scalar, Sequence
from postlint.front_matter.plain_meta import parse_meta
from postlint.front_matter.toml_nodes import parse_toml
from postlint.front_matter.yaml_events import parse_events
from postlint.front_matter.yaml_lines import read_lines
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.values.instant import Civil
from postlint.values.span import Span

_VALUES = (
    *("Hello", "Foo: bar", "foo:", "C# x", "C #x", "# x", "'a'", '"a"', "'a", '"a', "'a'b'", '"a" b', "[a, b]"),
    *("[a, b", "[]", "{}", "{a: b}", "{a: b", "[a] b", "- x", "@x", "`x`", "%x", "*x", "&x y", "!x y", "!!str 1"),
    *("> x", "|", "? x", ":x", "~", "null", "true", "no", "12", "1.5", "0x1f", "010", "1_000", ".inf", "=", "<<"),
    *("2021-10-10", "2021-10-10 04:35:37 +08:00", "2021-13-01", "12:30", '"\\C"', '"\\n"', "中文：标题", "\u3000x"),
    *("x\t", "a\tb", "a\u2028b", "a\x85b", "a\x07b", "\ufeffx", "{{ x }}", "<!-- x -->", "http://a.b/c", "x\n  y"),
    *('"x \n\n   y "', "'x\n  y'", "'\n\n\n  x\n  - y: #\n '", "'x\n\n'", "'x\n  y''z'", "'x\ny'", "x\n  - y\n  z"),
    *('"x\n  y"', "|\n  x\n\n  y", ">-\n  x\n  y", "\n  - a\n  - b: c", "\n  a: b\n c: d", "\n\t- a", "&a [1]\nz: *a"),
    *("🙂", "", " ", '""', "\udc80", "a\r\nb: c", "\\", "'''x'''", '"""x"""', "[1, 'x', {a = 1}]", "1979-05-27T07:32Z"),
)
_KEYS = (
    "title",
    "date",
    "tags",
    "a b",
    '"q"',
    "标题",
    "1",
    "true",
    "~",
    "<<",
    "- k",
    "? k",
    "[k]",
    " k",
    "\tk",
    "&k",
    "",
)
_SEPARATORS = (": ", ":", "： ", ":\t", " : ", " = ", "=", "\n")
_ALPHABET = "ab:-#'\"[]{},&*!|>%@`?=~\\+.0 1\n\t\r\u00a0\u2028\ufeff🙂\x00"


def _line() -> st.SearchStrategy[str]:
    return st.builds(
        "".join,
        st.tuples(st.sampled_from(_KEYS), st.sampled_from(_SEPARATORS), st.sampled_from(_VALUES)),
    )


def blocks() -> st.SearchStrategy[str]:
    """Return blocks made of lines that bloggers write, and of characters that mean something."""
    lines = st.lists(_line(), max_size=4).map("\n".join)
    return st.one_of(lines, lines.map(lambda text: f"{text}\n"), st.text(_ALPHABET, max_size=40), st.text(max_size=20))


def plain_data() -> st.SearchStrategy[object]:
    """Return nested data of the types that YAML, TOML and JSON share."""
    scalar = st.one_of(
        st.text("ab :#-'\"[]{}é中\n\\", max_size=8),
        st.integers(-(2**53) + 1, 2**53 - 1),
        st.booleans(),
        st.floats(allow_nan=False, allow_infinity=False),
    )
    keys = st.text("abc -é", min_size=1, max_size=4)
    return st.recursive(
        scalar,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
        max_leaves=8,
    )


LEAD, TAIL = "---\n", "\n---\nbody: x\n"


def _in_a_post(block: str) -> tuple[str, Span]:
    return f"{LEAD}{block}{TAIL}", Span(len(LEAD), len(LEAD) + len(block))


def _check(text: str, block: Span, parsed: Parsed) -> None:
    for problem in parsed.problems:
        assert block.start <= problem.span.start <= problem.span.end <= block.end
        assert 0 < len(problem.message) <= 100
        assert problem.message[0] == problem.message[0].lower()
    if parsed.root is not None:
        _check_node(text, block, parsed.root)


def _check_node(text: str, block: Span, node: Node) -> None:
    assert block.start <= node.span.start <= node.span.end <= block.end
    if isinstance(node, Scalar):
        assert node.span.of(text) == node.raw
    elif isinstance(node, Sequence):
        for item in node.items:
            _check_node(text, block, item)
    else:
        for entry in node.entries:
            assert entry.span.holds(entry.key_span)
            assert isinstance(entry.key, str)
            _check_node(text, block, entry.node)
    assert node.value == node.value or isinstance(node, (Sequence, Mapping)) or node.type == "float"


@pytest.mark.parametrize("flavour", list(Yaml))
@settings(max_examples=150)
@given(block=blocks())
def test_yaml_never_raises_and_spans_fit(flavour: Yaml, block: str) -> None:
    text, span = _in_a_post(block)
    _check(text, span, parse_yaml(text, span, flavour))


@pytest.mark.parametrize("dialect", list(Toml))
@settings(max_examples=150)
@given(block=blocks())
def test_toml_never_raises_and_spans_fit(dialect: Toml, block: str) -> None:
    text, span = _in_a_post(block)
    _check(text, span, parse_toml(text, span, dialect))


@settings(max_examples=200)
@given(block=blocks(), wrap=st.booleans())
def test_json_never_raises_and_spans_fit(block: str, wrap: bool) -> None:
    text, span = _in_a_post(block)
    _check(text, span, parse_json(text, span, wrap_braces=wrap))


@settings(max_examples=100)
@given(block=blocks(), dialect=st.sampled_from(["pelican", "mkdocs"]))
def test_meta_never_raises_and_spans_fit(block: str, dialect: str) -> None:
    text, span = _in_a_post(block)
    _check(text, span, parse_meta(text, span, dialect))


@pytest.mark.parametrize("flavour", list(Yaml))
@settings(max_examples=150)
@given(block=blocks())
def test_the_short_way_agrees_with_the_parse_events(flavour: Yaml, block: str) -> None:
    text, span = _in_a_post(block)
    entries = read_lines(text, span, flavour)
    if entries is None:
        return
    parsed = parse_events(block, span.start, flavour)
    assert all(problem.kind == "duplicate-key" for problem in parsed.problems)
    assert parsed.root is None or isinstance(parsed.root, Mapping)
    assert entries == (parsed.root.entries if parsed.root is not None else ())


def _as_pyyaml(value: Any) -> Any:
    if isinstance(value, Civil):
        return str(value)
    if isinstance(value, float) and value != value:
        return "NaN"
    if isinstance(value, list):
        return [_as_pyyaml(item) for item in value]
    if isinstance(value, dict):
        return {key: _as_pyyaml(item) for key, item in value.items()}
    return value


def _from_pyyaml(value: Any) -> Any:
    if isinstance(value, datetime):
        offset = value.utcoffset()
        seconds = None if offset is None else int(offset.total_seconds())
        fields = value.year, value.month, value.day, value.hour, value.minute, value.second
        return str(Civil(*fields, value.microsecond * 1000, seconds))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value != value:
        return "NaN"
    if isinstance(value, list):
        return [_from_pyyaml(item) for item in value]
    if isinstance(value, dict):
        return {_key(key): _from_pyyaml(item) for key, item in value.items()}
    return value


def _key(key: Any) -> str:
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool):
        return {None: "null", True: "true", False: "false"}[key]
    return str(_from_pyyaml(key))


@settings(max_examples=400)
@given(block=blocks())
def test_pyyaml_decides_what_its_flavour_takes(block: str) -> None:
    block = block.encode("utf-8", "replace").decode()
    if "!!" in block or "\ufeff" in block or "\r" in block or ("true" in block and "1" in block):
        # sets, a BOM that libyaml counts, and `1` and `true`, which are one key in Python
        return
    try:
        expected: Any = yaml.load(f"{block}\n", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError):
        expected = _Refused
    parsed = parse_yaml(block, Span(0, len(block)), Yaml.PYYAML)
    if expected is _Refused:
        assert parsed.problems
        return
    assert not parsed.problems
    assert _as_pyyaml(parsed.root.value if parsed.root is not None else None) == _from_pyyaml(expected)


class _Refused:
    """Stands for an exception."""


@settings(max_examples=200)
@given(data=st.dictionaries(st.text("ab c-é", min_size=1, max_size=4), plain_data(), max_size=4))
def test_json_means_what_json_says(data: dict[str, Any]) -> None:
    block = json.dumps(data, ensure_ascii=False, indent=1)
    parsed = parse_json(block, Span(0, len(block)))
    assert not parsed.problems
    assert parsed.root is not None
    assert parsed.root.value == data


@settings(max_examples=300)
@given(block=blocks())
def test_json_takes_what_json_takes(block: str) -> None:
    try:
        expected = json.loads(block, parse_constant=_refuse)
    except (ValueError, RecursionError):
        assert parse_json(block, Span(0, len(block))).problems
        return
    parsed = parse_json(block, Span(0, len(block)))
    assert not parsed.problems
    assert parsed.root is not None
    assert parsed.root.value == expected


def _refuse(name: str) -> None:
    raise ValueError(name)


@settings(max_examples=300)
@given(block=blocks().map(lambda text: text.replace(": ", " = ")))
def test_toml_takes_what_tomllib_takes(block: str) -> None:
    if "\udc80" in block:
        return
    try:
        expected = tomllib.loads(block)
    except (ValueError, RecursionError):
        assert parse_toml(block, Span(0, len(block)), Toml.RUST_TOML).problems
        return
    parsed = parse_toml(block, Span(0, len(block)), Toml.RUST_TOML)
    assert not parsed.problems
    assert _from_pyyaml(_as_pyyaml(parsed.root.value if parsed.root is not None else {})) == _from_pyyaml(expected)
