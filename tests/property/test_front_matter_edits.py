"""Edits of front matter: the key has its new value, every other key has what it had."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.front_matter.edits import FrontMatterEdit
from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.json_nodes import parse_json
from postlint.front_matter.nodes import Mapping, Parsed
from postlint.front_matter.plain_meta import parse_meta
from postlint.front_matter.split import Split
from postlint.front_matter.toml_nodes import parse_toml
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.values.edit import Edit, splice
from postlint.values.instant import Civil
from postlint.values.span import Span

_TEXTS = st.one_of(
    st.text("ab1 :#-'\"[]{},&*!|>%@`?=~\\+.中\n\t", max_size=10),
    st.sampled_from(["yes", "null", "2021-10-10", "12:30", "1e3", "0x1f", "<<", "=", "", " a", "a ", "- a", "a: b"]),
)
_VALUES = st.one_of(_TEXTS, st.booleans(), st.integers(-99, 99), st.just(Civil(2021, 10, 10, 4, 35, 37)))
_YAML_LINES = st.sampled_from(
    [
        *("title: Hello", "title: 'Hello'", 'title: "Hello"', "title:", "title:   # none", "title: &a Hello # c"),
        *("title: |\n  one\n\n  two", "title: Hello\n  world", "title: [a, b]", "title: {a: 1}"),
        *("title:\n  - a\n  - b", "title:\n- a", "title:\n  a: 1\n  b:\n    - 2", '"title": x'),
    ]
)
_OTHERS = st.sampled_from(["# note", "date: 2021-10-10", "tags:\n  - a # c\n  - b", "x: 'y'", "n:", "", "z: {q: [1]}"])


def _post(lines: list[str], opening: str = "---", closing: str = "---") -> tuple[str, Split]:
    block = "\n".join(lines)
    text = f"{opening}\n{block}\n{closing}\nbody\n" if block else f"{opening}\n{closing}\nbody\n"
    start = len(opening) + 1
    end = start + len(block)
    close = end + 1 if block else end
    split = Split(
        "yaml",
        Span(0, close + len(closing)),
        Span(start, end),
        close + len(closing) + 1,
        Span(0, len(opening)),
        Span(close, close + len(closing)),
    )
    return text, split


def _as(split: Split, format_: str) -> Split:
    return Split(format_, split.span, split.block, split.body, split.opening, split.closing)


def _editor(text: str, split: Split, parsed: Parsed, flavour: Yaml | Toml) -> FrontMatterEdit:
    root = parsed.root if isinstance(parsed.root, Mapping) else Mapping(split.block, ())
    return FrontMatterEdit(text, split, root, flavour)


def _apply(text: str, split: Split, edits: tuple[Edit, ...]) -> tuple[str, Span]:
    """Return the new text and where its block is: everything outside of the block has stayed."""
    done = splice(text, edits)
    grown = len(done) - len(text)
    head, tail = split.block.start, len(text) - split.closing.start
    assert done[:head] == text[:head]
    assert done[len(done) - tail :] == text[len(text) - tail :]
    end = split.closing.start + grown
    return done, Span(head, end - 1 if end > head else end)


def _data(parsed: Parsed) -> dict[str, Any]:
    assert parsed.problems == ()
    return parsed.root.value if parsed.root is not None else {}


@pytest.mark.parametrize("flavour", list(Yaml))
@settings(max_examples=60)
@given(
    before=st.lists(_OTHERS, max_size=2, unique=True),
    line=_YAML_LINES,
    after=st.lists(_OTHERS, max_size=2, unique=True),
    value=_VALUES,
)
def test_yaml_set_changes_one_key(flavour: Yaml, before: list[str], line: str, after: list[str], value: Any) -> None:
    lines = list(dict.fromkeys([*before, line, *after]))
    text, split = _post(lines)
    old = _data(parse_yaml(text, split.block, flavour))
    edit = _editor(text, split, parse_yaml(text, split.block, flavour), flavour)
    done, block = _apply(text, split, edit.set("title", value))
    new = _data(parse_yaml(done, block, flavour))
    wanted = str(value) if isinstance(value, Civil) and flavour in _DATELESS else value
    assert new == {**old, "title": wanted}
    assert list(new) == list(old)


_DATELESS = {Yaml.GO_YAML, Yaml.GO_YAML_OLD, Yaml.SERDE}


@settings(max_examples=150)
@given(lines=st.lists(st.one_of(_YAML_LINES, _OTHERS), max_size=4, unique=True), value=_VALUES, data=st.data())
def test_yaml_insert_remove_rename(lines: list[str], value: Any, data: st.DataObject) -> None:
    flavour = Yaml.PYYAML
    text, split = _post(lines)
    parsed = parse_yaml(text, split.block, flavour)
    old = _data(parsed)
    if parsed.duplicates:
        return
    edit = _editor(text, split, parsed, flavour)
    after = data.draw(st.sampled_from([None, *old]))
    done, block = _apply(text, split, edit.insert("new key", value, after=after))
    assert _data(parse_yaml(done, block, flavour)) == {**old, "new key": value}
    if not old:
        return
    key = data.draw(st.sampled_from(list(old)))
    done, block = _apply(text, split, edit.remove(key))
    assert _data(parse_yaml(done, block, flavour)) == {name: old[name] for name in old if name != key}
    done, block = _apply(text, split, edit.rename(key, "a: new"))
    renamed = {("a: new" if name == key else name): held for name, held in old.items()}
    assert _data(parse_yaml(done, block, flavour)) == renamed


@settings(max_examples=150)
@given(lines=st.lists(_YAML_LINES, min_size=1, max_size=1), value=_VALUES)
def test_line_ends_stay_as_they_are(lines: list[str], value: Any) -> None:
    text, split = _post([*lines, "last: 1"])
    crlf = text.replace("\n", "\r\n")

    def moved(at: int) -> int:
        return at + text.count("\n", 0, at)

    spans = (Span(moved(span.start), moved(span.end)) for span in (split.span, split.block))
    whole, block = spans
    fences = Span(0, 3), Span(moved(split.closing.start), moved(split.closing.end))
    crlf_split = Split("yaml", whole, block, moved(split.body), *fences)
    edits = _editor(text, split, parse_yaml(text, split.block, Yaml.JS_YAML_4), Yaml.JS_YAML_4).set("title", value)
    parsed = parse_yaml(crlf, crlf_split.block, Yaml.JS_YAML_4)
    crlf_edits = _editor(crlf, crlf_split, parsed, Yaml.JS_YAML_4).set("title", value)
    written = tuple(Edit(edit.span, edit.content.replace("\n", "\r\n")) for edit in crlf_edits)
    assert splice(crlf, written) == splice(text, edits).replace("\n", "\r\n")


_TOML_LINES = st.sampled_from(
    [
        *('title = "Hello"', "title = 'Hello'", 'title="""\na\n"""', "title = [ 'a', # c\n 'b' ]", "title = 1 # one"),
        *("title = {a = 1}", "title = 2021-10-10", '"title" = true'),
    ]
)
_TOML_OTHERS = st.sampled_from(["# note", "date = 2021-10-10", "x.y = 1", "z = ['a']", ""])
_TABLES = st.sampled_from(["[extra]\na = 1", "[[list]]\na = 1\n[[list]]\na = 2", "", "[t.u]\nv = 'w'"])
_TOML_VALUES = st.one_of(_TEXTS, st.booleans(), st.integers(-99, 99), st.lists(_TEXTS, max_size=3))


@settings(max_examples=200)
@given(before=_TOML_OTHERS, line=_TOML_LINES, table=_TABLES, value=_TOML_VALUES, dialect=st.sampled_from(list(Toml)))
def test_toml_edits_change_one_key(before: str, line: str, table: str, value: Any, dialect: Toml) -> None:
    text, split = _post([before, line, table], "+++", "+++")
    split = _as(split, "toml")
    parsed = parse_toml(text, split.block, dialect)
    old = _data(parsed)
    edit = _editor(text, split, parsed, dialect)
    results: list[tuple[tuple[Edit, ...], dict[str, Any]]] = [
        (edit.set("title", value), {**old, "title": value}),
        (edit.insert("new key", value), {**old, "new key": value}),
        (edit.remove("title"), {name: held for name, held in old.items() if name != "title"}),
        (edit.rename("title", "a b"), {("a b" if name == "title" else name): held for name, held in old.items()}),
    ]
    for edits, wanted in results:
        done, block = _apply(text, split, edits)
        assert _data(parse_toml(done, block, dialect)) == wanted


def _json_block(data: dict[str, Any], indent: int | None) -> str:
    return json.dumps(data, indent=indent, ensure_ascii=False)


def _wrapped(data: dict[str, Any], indent: int | None) -> str:
    return json.dumps(data, indent=indent, ensure_ascii=False)[1:-1].strip("\n")


@pytest.mark.parametrize(("write", "wrap"), [(_json_block, False), (_wrapped, True)])
@settings(max_examples=100)
@given(
    old=st.dictionaries(st.sampled_from(["a", "b", "c d"]), st.one_of(_TEXTS, st.lists(_TEXTS)), min_size=1),
    value=st.one_of(_TEXTS, st.none(), st.lists(st.integers())),
    indent=st.sampled_from([None, 0, 2]),
    data=st.data(),
)
def test_json_edits_change_one_key(
    write: Callable[[dict[str, Any], int | None], str],
    wrap: bool,
    old: dict[str, Any],
    value: Any,
    indent: int | None,
    data: st.DataObject,
) -> None:
    text, split = _post([write(old, indent)], ";;;", ";;;")
    split = _as(split, "hexo-json" if wrap else "json")
    parsed = parse_json(text, split.block, wrap_braces=wrap)
    edit = _editor(text, split, parsed, Yaml.JS_YAML_4)
    key = data.draw(st.sampled_from(list(old)))
    results: list[tuple[tuple[Edit, ...], dict[str, Any]]] = [
        (edit.set(key, value), {**old, key: value}),
        (edit.insert("new", value, after=key), {**old, "new": value}),
        (edit.remove(key), {name: held for name, held in old.items() if name != key}),
        (edit.rename(key, "re"), {("re" if name == key else name): held for name, held in old.items()}),
    ]
    for edits, wanted in results:
        done, block = _apply(text, split, edits)
        assert _data(parse_json(done, block, wrap_braces=wrap)) == wanted


@settings(max_examples=100)
@given(
    lines=st.lists(st.sampled_from(["Title: a", "date: 2021", "Tags: x\n    y", "Summary:"]), min_size=1, unique=True),
    value=st.text("ab: #", max_size=5).map(lambda text: " ".join(text.split())),
    dialect=st.sampled_from(["pelican", "mkdocs"]),
)
def test_meta_edits_change_one_key(lines: list[str], value: str, dialect: str) -> None:
    text, split = _post(lines)
    split = _as(split, "meta")
    parsed = parse_meta(text, split.block, dialect)
    old = _data(parsed)
    edit = _editor(text, split, parsed, Yaml.PYYAML)
    key = next(iter(old))
    results: list[tuple[tuple[Edit, ...], dict[str, Any]]] = [
        (edit.set(key, value), {**old, key: value}),
        (edit.insert("new", value), {**old, "new": value}),
        (edit.remove(key), {name: held for name, held in old.items() if name != key}),
    ]
    for edits, wanted in results:
        done, block = _apply(text, split, edits)
        assert _data(parse_meta(done, block, dialect)) == wanted
