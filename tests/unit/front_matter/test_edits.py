"""Edits of single keys, written out; the property tests have the rest."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.front_matter.edits import FrontMatterEdit
from postlint.front_matter.fences import split_jekyll, split_zola
from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.hexo_fences import split_hexo
from postlint.front_matter.json_nodes import parse_json
from postlint.front_matter.meta_lines import split_pelican
from postlint.front_matter.nodes import Mapping
from postlint.front_matter.org_lines import parse_org
from postlint.front_matter.plain_meta import parse_meta
from postlint.front_matter.split import Split
from postlint.front_matter.toml_nodes import parse_toml
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.values.edit import Edit, splice
from postlint.values.instant import Civil
from postlint.values.span import Span


def yaml_edit(text: str, flavour: Yaml = Yaml.JS_YAML_4) -> FrontMatterEdit:
    split = split_jekyll(text) or split_hexo(text)
    assert split is not None
    root = parse_yaml(text, split.block, flavour).root
    return FrontMatterEdit(text, split, root if isinstance(root, Mapping) else Mapping(split.block, ()), flavour)


POST = """\
---
# who
title: "Hello" # loud
date:   # when
tags:
- a
- b # c
cover: {image: a.png, alt: x}
text: |
  one

# end
---
body
"""


def block_after(edits: tuple[Edit, ...], text: str = POST) -> list[str]:
    return splice(text, edits).splitlines()[1:-2]


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("title", "Bye", 'title: "Bye" # loud'),
        ("title", 'a "b" \\ c', 'title: "a \\"b\\" \\\\ c" # loud'),
        ("title", 3, "title: 3 # loud"),
        ("title", ["a", "b, c", "d: e"], 'title: [a, "b, c", "d: e"] # loud'),
        ("date", Civil(2021, 10, 10, 4, 35, 37, 0, 28_800), "date: 2021-10-10 04:35:37 +08:00   # when"),
        ("date", "2021-10-10", 'date: "2021-10-10"   # when'),
        ("date", None, "date: null   # when"),
        ("date", True, "date: true   # when"),
        ("date", 0.5, "date: 0.5   # when"),
        ("date", float("-inf"), "date: -.inf   # when"),
        ("date", float("nan"), "date: .nan   # when"),
        ("date", float("inf"), "date: .inf   # when"),
        ("tags", "one", "tags: one # c"),
        ("cover.image", "b.png", "cover: {image: b.png, alt: x}"),
        ("cover.alt", "a, b", 'cover: {image: a.png, alt: "a, b"}'),
        ("text", "a\nb\x07\u2028", 'text: "a\\nb\\x07\\u2028"'),
    ],
)
def test_set(key: str, value: Any, line: str) -> None:
    lines = block_after(yaml_edit(POST).set(key, value))
    assert line in lines
    assert lines[0] == "# who"
    assert lines[-1] == "# end"


def test_set_keeps_single_quotes_and_dashes() -> None:
    assert splice("---\na: 'x'\n---\n", yaml_edit("---\na: 'x'\n---\n").set("a", "it's")) == "---\na: 'it''s'\n---\n"
    lines = block_after(yaml_edit(POST).set("tags", ["x", "y: z"]))
    assert lines[3:6] == ["tags:", "- x", '- "y: z" # c']
    text = "---\na:\n    - 'x'\n---\n"
    assert splice(text, yaml_edit(text).set("a", ["y", "z"])) == "---\na:\n    - 'y'\n    - 'z'\n---\n"


def test_text_that_the_library_would_refuse_is_quoted() -> None:
    text = "---\na: x\n---\n"
    assert splice(text, yaml_edit(text, Yaml.PYYAML).set("a", "2021-02-30")) == '---\na: "2021-02-30"\n---\n'


def test_set_raw_writes_what_is_given() -> None:
    assert 'date: [{x: "y"}]   # when' in block_after(yaml_edit(POST).set("date", '[{x: "y"}]', raw=True))
    assert block_after(yaml_edit(POST).insert("z", "&a b", raw=True))[-3:] == ["z: &a b", "", "# end"]


def test_set_adds_what_is_not_there() -> None:
    lines = block_after(yaml_edit(POST).set("new", "@x"))
    assert lines[lines.index('new: "@x"') - 1] == "  one"


def test_of_equal_keys_the_last_one_counts() -> None:
    text = "---\na: 1\na: 2\n---\n"
    edit = yaml_edit(text)
    assert splice(text, edit.set("a", 3)) == "---\na: 1\na: 3\n---\n"
    assert splice(text, edit.remove("a")) == "---\na: 1\n---\n"
    root = parse_yaml(text, Span(4, 13), Yaml.PYYAML).root
    assert isinstance(root, Mapping)
    assert splice(text, edit.remove(root.entries[0])) == "---\na: 2\n---\n"


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("title", ['title: "Hello" # loud']),
        ("tags", ["tags:", "- a", "- b # c"]),
        ("text", ["text: |", "  one"]),
        ("nothing", []),
    ],
)
def test_remove(key: str, gone: list[str]) -> None:
    assert block_after(yaml_edit(POST).remove(key)) == [line for line in POST.splitlines()[1:-2] if line not in gone]


def test_remove_and_insert_in_braces() -> None:
    edit = yaml_edit(POST)
    assert "cover: {alt: x}" in block_after(edit.remove("cover.image"))
    assert "cover: {image: a.png}" in block_after(edit.remove("cover.alt"))
    text = "---\n{a: 1, b: 2}\n---\n"
    assert splice(text, yaml_edit(text).insert("c", "x, y", after="a")) == '---\n{a: 1, c: "x, y", b: 2}\n---\n'
    text = "---\n{}\n---\n"
    assert splice(text, yaml_edit(text).insert("c", 1)) == "---\n{c: 1}\n---\n"


def test_rename() -> None:
    edit = yaml_edit(POST)
    assert 'subtitle: "Hello" # loud' in block_after(edit.rename("title", "subtitle"))
    assert '"a: b": "Hello" # loud' in block_after(edit.rename("title", "a: b"))
    assert '"yes": "Hello" # loud' in block_after(yaml_edit(POST, Yaml.PYYAML).rename("title", "yes"))
    assert edit.rename("nothing", "x") == ()


def test_an_entry_of_another_block_is_edited_at_its_own_place() -> None:
    root = parse_yaml("x: {y: 1}\n", Span(0, 9), Yaml.JS_YAML_4).root
    assert isinstance(root, Mapping)
    assert yaml_edit("x: {y: 2}\n---\n").remove(root.entries[0]) == (Edit(Span(0, 10), ""),)


def test_insert_after_a_key() -> None:
    assert block_after(yaml_edit(POST).insert("x", "y", after="title"))[1:3] == ['title: "Hello" # loud', "x: y"]
    indented = "---\n  a: 1\n---\n"
    assert splice(indented, yaml_edit(indented).insert("b", 2)) == "---\n  a: 1\n  b: 2\n---\n"


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("---\n---\nb\n", "---\na: 1\n---\nb\n"),
        ("---\n\n---\nb\n", "---\na: 1\n---\nb\n"),
        ("---\n# c\n---\nb\n", "---\n# c\na: 1\n---\nb\n"),
    ],
)
def test_insert_into_an_empty_block(text: str, done: str) -> None:
    assert splice(text, yaml_edit(text).insert("a", 1)) == done


def test_merged_keys_are_added_anew() -> None:
    text = "---\na: &x {k: 1}\n<<: *x\n---\n"
    edit = yaml_edit(text)
    assert splice(text, edit.set("k", 2)) == "---\na: &x {k: 1}\nk: 2\n<<: *x\n---\n"
    assert (edit.remove("k"), edit.rename("k", "l")) == ((), ())


def test_carriage_returns_stay() -> None:
    text = "---\r\na: 1\r\nb: 2\r\n---\r\n"
    edit = yaml_edit(text)
    assert splice(text, edit.remove("a")) == "---\r\nb: 2\r\n---\r\n"
    assert edit.insert("c", 3) == (Edit(Span(15, 15), "\nc: 3"),)


def test_the_old_style_of_hexo_and_a_block_without_end() -> None:
    text = "title: x\n---\nb\n"
    assert splice(text, yaml_edit(text).set("title", "y")) == "title: y\n---\nb\n"
    text = "---\na: 1\nb: 2"
    split = Split("yaml", Span(0, 13), Span(4, 13), 13, Span(0, 3), Span(13, 13))
    root = parse_yaml(text, split.block, Yaml.JS_YAML_4).root
    assert isinstance(root, Mapping)
    edit = FrontMatterEdit(text, split, root, Yaml.JS_YAML_4)
    assert splice(text, edit.remove("b")) == "---\na: 1"
    text = text.replace("\n", "\r\n")
    split = Split("yaml", Span(0, 15), Span(5, 15), 15, Span(0, 3), Span(15, 15))
    root = parse_yaml(text, split.block, Yaml.JS_YAML_4).root
    assert isinstance(root, Mapping)
    assert splice(text, FrontMatterEdit(text, split, root, Yaml.JS_YAML_4).remove("b")) == "---\r\na: 1"


TOML_POST = "+++\ntitle = 'x' # c\n[extra]\na = 1\n[[list]]\nb = 2\n+++\nbody\n"


def toml_edit(text: str) -> FrontMatterEdit:
    split = split_zola(text)
    assert split is not None
    root = parse_toml(text, split.block, Toml.RUST_TOML).root
    return FrontMatterEdit(text, split, root if isinstance(root, Mapping) else Mapping(split.block, ()), Toml.RUST_TOML)


def test_toml() -> None:
    edit = toml_edit(TOML_POST)
    for edits, line in [
        (edit.set("title", "y"), "title = 'y' # c"),
        (edit.set("title", "it's"), 'title = "it\'s" # c'),
        (edit.set("title", Civil(2021, 10, 10, 4, 35, 37, 0, 0)), "title = 2021-10-10T04:35:37Z # c"),
        (edit.set("title", Civil(2021, 10, 10, date_only=True)), "title = 2021-10-10 # c"),
        (edit.set("title", ["a", 1, True]), 'title = ["a", 1, true] # c'),
        (edit.set("title", None), "title = '' # c"),
        (edit.set("extra.a", 1.5), "a = 1.5"),
        (edit.rename("title", "a b"), "\"a b\" = 'x' # c"),
        (edit.rename("extra", "more"), "[more]"),
    ]:
        assert line in splice(TOML_POST, edits).splitlines()
    assert splice(TOML_POST, edit.insert("d", "x\x7f")).splitlines()[1:4] == [
        "title = 'x' # c",
        'd = "x\\u007F"',
        "[extra]",
    ]
    assert splice(TOML_POST, edit.remove("extra")).splitlines()[1:3] == ["title = 'x' # c", "[[list]]"]
    only_table = "+++\n[extra]\na = 1\n+++\n"
    assert splice(only_table, toml_edit(only_table).insert("t", "x")) == '+++\nt = "x"\n[extra]\na = 1\n+++\n'
    text = '+++\nl = [ "a" ]\n+++\n'
    assert splice(text, toml_edit(text).set("l", ["b", "c"])) == '+++\nl = ["b", "c"]\n+++\n'


def json_edit(text: str) -> FrontMatterEdit:
    split = split_hexo(text)
    assert split is not None
    root = parse_json(text, split.block, wrap_braces=True).root
    return FrontMatterEdit(text, split, root if isinstance(root, Mapping) else Mapping(split.block, ()), Yaml.JS_YAML_4)


def test_json_of_hexo() -> None:
    text = ';;;\n"a": 1,\n  "b":"x"\n;;;\n'
    edit = json_edit(text)
    assert splice(text, edit.set("b", Civil(2021, 10, 10, date_only=True))) == ';;;\n"a": 1,\n  "b":"2021-10-10"\n;;;\n'
    assert splice(text, edit.insert("c", [1, None])) == ';;;\n"a": 1,\n  "b":"x",\n  "c": [1, null]\n;;;\n'
    assert splice(text, edit.insert("é", True, after="a")) == ';;;\n"a": 1,\n  "é": true,\n  "b":"x"\n;;;\n'
    assert splice(text, edit.remove("a")) == ';;;\n"b":"x"\n;;;\n'
    assert splice(text, edit.remove("b")) == ';;;\n"a": 1\n;;;\n'
    lone = ';;;\n"a": 1\n;;;\n'
    assert splice(lone, json_edit(lone).insert("b", 2)) == ';;;\n"a": 1,\n"b": 2\n;;;\n'
    assert splice(lone, json_edit(lone).remove("a")) == ";;;\n\n;;;\n"


def test_json_in_braces() -> None:
    text = '{\n  "a": 1\n}\nbody\n'
    split = Split("json", Span(0, 14), Span(0, 14), 15, Span(0, 1), Span(13, 14))
    root = parse_json(text, split.block).root
    assert isinstance(root, Mapping)
    edit = FrontMatterEdit(text, split, root, Yaml.GO_YAML)
    assert splice(text, edit.insert("b", "x")) == '{\n  "a": 1,\n  "b": "x"\n}\nbody\n'


def test_metadata_lines() -> None:
    text = "Title: x\nTags: a\n    b\n\nbody\n"
    split = split_pelican(text)
    assert split is not None
    root = parse_meta(text, split.block, "pelican").root
    assert isinstance(root, Mapping)
    edit = FrontMatterEdit(text, split, root, Yaml.PYYAML)
    assert splice(text, edit.set("title", "a: 'b'\n c")) == "Title: a: 'b' c\nTags: a\n    b\n\nbody\n"
    assert splice(text, edit.set("tags", ["x", "y"])) == "Title: x\nTags: x, y\n\nbody\n"
    assert splice(text, edit.insert("date", Civil(2021, 10, 10, date_only=True), after="title")) == (
        "Title: x\nDate: 2021-10-10\nTags: a\n    b\n\nbody\n"
    )
    assert splice(text, edit.set("draft", True)).splitlines()[3] == "Draft: true"
    assert splice(text, edit.remove("tags")) == "Title: x\n\nbody\n"


def test_org_lines() -> None:
    text = "#+TITLE: x\n\nbody\n"
    split = Split("org", Span(0, 10), Span(0, 10), 11, Span(0, 0), Span(10, 10))
    root = parse_org(text, split.block).root
    assert isinstance(root, Mapping)
    edit = FrontMatterEdit(text, split, root, Yaml.GO_YAML)
    assert splice(text, edit.set("title", "y")) == "#+TITLE: y\n\nbody\n"
    assert splice(text, edit.insert("DATE", "2021")) == "#+TITLE: x\n#+DATE: 2021\n\nbody\n"
    assert splice(text, edit.remove("title")) == "\nbody\n"
