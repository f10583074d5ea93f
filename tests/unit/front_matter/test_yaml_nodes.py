"""YAML blocks: spans, anchors, documents, limits, and where the libraries differ."""

from __future__ import annotations

import time
from typing import Any

import pytest

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Mapping, Parsed, Scalar, Sequence
from postlint.front_matter.yaml_events import parse_events
from postlint.front_matter.yaml_lines import read_lines
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.values.instant import Civil
from postlint.values.span import Span

JS4, JS3, NPM, RUBY, GO = Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.PSYCH, Yaml.GO_YAML
OLD_GO, SAFE, PY, RUST = Yaml.GO_YAML_OLD, Yaml.SAFE_YAML, Yaml.PYYAML, Yaml.SERDE


def parse(block: str, flavour: Yaml = JS4) -> Parsed:
    return parse_yaml(block, Span(0, len(block)), flavour)


def value(block: str, flavour: Yaml = JS4) -> Any:
    parsed = parse(block, flavour)
    assert parsed.problems == ()
    return parsed.root.value if parsed.root is not None else None


def message(block: str, flavour: Yaml = JS4) -> str:
    problems = parse(block, flavour).problems
    assert problems
    return problems[0].message


def test_spans_of_an_ordinary_block() -> None:
    text = '---\ntitle: Hello\ntags:\n  - a\n  - "b"\nlist: [x, y ]\nempty:\n---\n'
    block = Span(4, text.index("\n---\n", 4))
    root = parse_yaml(text, block, JS4).root
    assert isinstance(root, Mapping)
    title, tags, flow, empty = root.entries
    assert (title.span.of(text), title.key_span.of(text), title.node.span.of(text)) == (
        "title: Hello",
        "title",
        "Hello",
    )
    assert tags.node.span.of(text) == '- a\n  - "b"'
    assert isinstance(tags.node, Sequence)
    assert [item.span.of(text) for item in tags.node.items] == ["a", '"b"']
    assert flow.node.span.of(text) == "[x, y ]"
    assert empty.node == Scalar(Span(block.end, block.end), "", None, "empty")
    assert root.span == Span(4, block.end)


@pytest.mark.parametrize(
    ("block", "style", "raw", "held"),
    [
        ("k: 'it''s'", "single", "'it''s'", "it's"),
        ('k: "a\\tb"', "double", '"a\\tb"', "a\tb"),
        ("k: |\n  a\n  b\n\nz: 1", "literal", "|\n  a\n  b", "a\nb\n"),
        ("k: >-\n  a\n  b\n", "folded", ">-\n  a\n  b", "a b"),
        ("k: a\n  b # c", "plain", "a\n  b", "a b"),
        ("k: &x a", "plain", "a", "a"),
        ("k: !!str 12", "plain", "12", "12"),
        ("k: &x !!str # c\n  12", "plain", "12", "12"),
    ],
)
def test_styles_and_raw_text(block: str, style: str, raw: str, held: str) -> None:
    root = parse(block).root
    assert isinstance(root, Mapping)
    node = root.entries[0].node
    assert isinstance(node, Scalar)
    assert (node.style, node.raw, node.value, node.span.of(block)) == (style, raw, held, raw)


def test_offsets_count_code_points_whatever_the_line_ends() -> None:
    block = "a: 🙂x\r\nb: {c: é}\r\nd: e\r\n"
    root = parse(block).root
    assert isinstance(root, Mapping)
    assert [entry.span.of(block) for entry in root.entries] == ["a: 🙂x", "b: {c: é}", "d: e"]
    assert value("a: 1\rb: {c: 2}\r") == {"a": 1, "b": {"c": 2}}


def test_empty_blocks() -> None:
    assert parse("") == Parsed(None)
    assert parse("# nothing\n\n") == Parsed(None)
    assert value("42") == 42
    assert value("- a\n- b") == ["a", "b"]


def test_an_alias_has_its_own_place_and_the_value_of_its_anchor() -> None:
    block = "a: &x [1, {b: 2}]\nc: *x\nd: &y word\ne: *y\nf: &z {g: 1}\nh: *z\n"
    assert value(block) == {
        "a": [1, {"b": 2}],
        "c": [1, {"b": 2}],
        "d": "word",
        "e": "word",
        "f": {"g": 1},
        "h": {"g": 1},
    }
    entry = parse(block).root
    assert isinstance(entry, Mapping)
    found = entry.find("c")
    assert found is not None
    assert found.node.span.of(block) == "*x"


@pytest.mark.parametrize("flavour", [JS4, JS3, PY, GO, OLD_GO, RUBY, SAFE])
def test_merge_keys(flavour: Yaml) -> None:
    block = "base: &b {x: 1, z: 2}\npost:\n  <<: *b\n  z: 3\n"
    assert value(block, flavour) == {"base": {"x": 1, "z": 2}, "post": {"x": 1, "z": 3}}
    root = parse(block, flavour).root
    assert isinstance(root, Mapping)
    merged = root.find("post", "x")
    assert merged is not None
    assert (merged.key_span.of(block), merged.node.span.of(block)) == ("<<", "1")
    several = "a: &a {x: 1}\nb: &b {x: 2, z: 2}\nc:\n  <<: [*a, *b]\n"
    assert value(several, flavour)["c"] == {"x": 1, "z": 2}


def test_merge_keys_that_are_none() -> None:
    assert value("a: &b {x: 1}\nc:\n  <<: *b\n", NPM)["c"] == {"<<": {"x": 1}}
    assert value("<<: x", RUBY) == {"<<": "x"}
    assert message("<<: x") == "`<<` takes a map, or a list of maps"
    assert value("<<: [x]", RUBY) == {}
    assert message("a: <<", PY) == "`<<` is a merge key, and PyYAML does not take it for a value"


def test_undefined_alias() -> None:
    assert message("a: *b") == "`*b` is read as an alias, and there is no anchor of that name"
    assert value("a: *b", SAFE) == {"a": "*b"}


def test_an_alias_inside_its_own_anchor() -> None:
    assert message("a: &x [*x]") == "alias `*x` stands inside its own anchor"


def test_an_anchor_twice() -> None:
    assert value("a: &x 1\nb: &x 2\nc: *x") == {"a": 1, "b": 2, "c": 2}
    assert message("a: &x 1\nb: &x [2]", PY) == "the anchor `&x` is defined twice"


def test_billions_of_laughs_are_a_limit() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    parsed = parse("\n".join(lines))
    assert parsed.problems[-1].kind == "limit"
    assert parsed.problems[-1].message == "aliases expand to more than 10,000 values"


@pytest.mark.parametrize(
    "block", ["a: " + "[" * 500, "- " * 500, "\n".join(" " * depth + "a:" for depth in range(200))]
)
def test_depth_is_limited(block: str) -> None:
    problem = parse(block).problems[0]
    assert (problem.kind, problem.message) == ("limit", "front matter is nested more than 100 deep")


def test_documents() -> None:
    two = "a: 1\n---\nb: 2\n"
    assert message(two) == "a second YAML document starts here"
    for flavour in (RUBY, SAFE, GO, OLD_GO):
        assert value(two, flavour) == {"a": 1}
    assert value("a: 1\n...\nb: 2\n", GO) == {"a": 1}
    # Psych does not look behind the first document, goccy does
    assert value(" a: 1\nb: 2\n", RUBY) == {"a": 1}
    assert message(" a: 1\nb: 2\n", GO) == "`b` is not indented like the keys above it"


@pytest.mark.parametrize("flavour", [JS4, JS3, NPM, GO, RUST])
def test_repeated_keys_that_fail(flavour: Yaml) -> None:
    for block in ("a: 1\nb: 2\na: 3\n", "a: 1\nb: {}\na: 3\n"):
        parsed = parse(block, flavour)
        assert [(problem.kind, problem.message) for problem in parsed.problems] == [
            ("duplicate-key", "key `a` is there twice")
        ]
        assert parsed.problems[0].span == parsed.duplicates[0].key_span
        assert [entry.value for entry in parsed.duplicates] == [3]


@pytest.mark.parametrize("flavour", [RUBY, SAFE, PY, OLD_GO])
def test_repeated_keys_where_the_last_wins(flavour: Yaml) -> None:
    parsed = parse("x:\n  a: 1\n  a: 2\n", flavour)
    assert parsed.problems == ()
    assert parsed.root is not None
    assert parsed.root.value == {"x": {"a": 2}}
    assert len(parsed.duplicates) == 1


def test_tags() -> None:
    assert value("a: !!int 3\nb: !!float 3\nc: !!bool true\nd: !!null ~\ne: ! 12\nf: !") == {
        "a": 3,
        "b": 3.0,
        "c": True,
        "d": None,
        "e": "12",
        "f": None,
    }
    assert value("a: !!timestamp 2021-10-10", GO) == {"a": Civil(2021, 10, 10, date_only=True)}
    assert value("a: !!binary aGk=") == {"a": [104, 105]}
    assert value("a: !!binary aGk=", RUBY) == value("a: !!binary aGk=", GO) == {"a": "hi"}
    assert value("a: !!binary aGk=", PY) == {"a": "b'hi'"}
    assert value("a: !!binary 'x y'") == {"a": "x y"}
    assert message("a: !!int x") == '"x" is not a `!!int`'
    assert value("a: !!int x", RUBY) == {"a": "x"}
    assert message("a: !important x") == "`!important` is read as a YAML tag, and it is unknown"
    assert message("a: !!python/tuple [1]", PY) == "`!!python/tuple` is read as a YAML tag, and it is unknown"
    assert value("a: !foo 12", RUBY) == {"a": 12}
    assert value('a: !foo "12"', RUBY) == {"a": "12"}
    assert value("a: !foo 12", NPM) == {"a": "12"}
    assert message("a: !ruby/object:X {b: 1}", RUBY) == "`!ruby/object:X` is a Ruby class, which Jekyll does not load"
    assert message("a: !!set {b}", RUBY) == "a `!!set` is a class that Jekyll does not load"
    assert value("a: !!omap [b: 1]") == {"a": [{"b": 1}]}


def test_a_bare_tag_makes_text_but_not_for_libyaml() -> None:
    block = "a: ! 12\nb: ! '3'\nc: !\n"
    assert value(block) == {"a": "12", "b": "3", "c": None}
    assert value(block, RUBY) == {"a": 12, "b": 3, "c": None}
    assert value(block, PY) == {"a": 12, "b": 3, "c": ""}


def test_keys_that_are_no_text() -> None:
    assert value("2021: x\n~: y\ntrue: z\n") == {"2021": "x", "null": "y", "true": "z"}
    assert value("a: {{ x }}") == {"a": {"[object Object]": None}}
    assert value("? [a, b]\n: c") == {"a,b": "c"}
    assert value("? [a, b]\n: c", RUBY) == {"[a, b]": "c"}
    assert message("a: {{ x }}", PY) == "a map stands where a key should"
    assert message("? [a]\n: c", GO) == "a list stands where a key should"
    assert value("=: x", PY) == {"=": "x"}
    assert message("a: =", PY) == "`=` alone is a special value that PyYAML cannot build"


@pytest.mark.parametrize("char", ["\u2028", "\x85", "\u2029", "\ufeff"])
@pytest.mark.parametrize("flavour", [JS4, JS3, NPM, GO])
def test_characters_that_libyaml_takes_for_line_ends(char: str, flavour: Yaml) -> None:
    block = f"title: a{char}b\nx: {{y: 1}}\n"
    assert value(block, flavour) == {"title": f"a{char}b", "x": {"y": 1}}


def test_control_characters() -> None:
    assert message("a: b\x07c") == "control character U+0007 is not allowed in YAML"
    assert parse("a: b\x07c").root.value == {"a": "b\x07c"}  # type: ignore[union-attr]  # there is a root
    assert value("a: b\x07c", GO) == {"a": "b\x07c"}
    assert len(parse("a: " + "\x07" * 50).problems) == 20


def test_lone_surrogates_do_not_matter() -> None:
    assert value("a: \udc80\nb: {c: 1}") == {"a": "\udc80", "b": {"c": 1}}


def test_a_bom_inside_the_block_is_left_out() -> None:
    block = "\ufefftitle: x\n"
    root = parse(block).root
    assert isinstance(root, Mapping)
    assert root.entries[0].key == "title"
    assert root.entries[0].node.span.of(block) == "x"
    assert value(block, RUBY) == {"title": "x"}
    assert value(f"{block}b: 1\n", RUBY) == {"title": "x"}


def test_keys_of_more_than_1024_characters() -> None:
    key = "k" * 1500
    block = f"{key}: v\ntitle: {{x: 1}}\n"
    assert value(block) == {key: "v", "title": {"x": 1}}
    root = parse(block).root
    assert isinstance(root, Mapping)
    assert [entry.span.of(block) for entry in root.entries] == [f"{key}: v", "title: {x: 1}"]
    assert parse(block, PY).problems


def test_tabs() -> None:
    assert value("a:\n-\tb\n") == {"a": ["b"]}
    assert value("a: b\n\t\nc: d\n") == {"a": "b", "c": "d"}
    assert message("a:\n-\tb\n", PY) == "a tab stands after the dash"
    assert message("a:\n\t- b\n") == "the line is indented with a tab"
    # to js-yaml 3 a tab is no indentation
    block = "a: b\n\tc: d\nl:\n\t- x\n"
    assert value(block, JS3) == {"a": "b", "c": "d", "l": ["x"]}
    root = parse(block, JS3).root
    assert isinstance(root, Mapping)
    assert [entry.span.of(block) for entry in root.entries] == ["a: b", "c: d", "l:\n\t- x"]
    assert message("l:\n\t- x\n\t- y\n", JS3) == "the line is indented with a tab"
    assert value("a: b\tc", GO) == {"a": "bc"}


def test_anchors_beyond_ascii() -> None:
    assert value("a: &名 1\nb: *名\nc: &é {d: 1}\n") == {"a": 1, "b": 1, "c": {"d": 1}}
    assert parse("a: &名 1\nb: *名\n", PY).problems


def test_commas_that_js_yaml_3_takes() -> None:
    assert value("a: [b,,c]", JS3) == {"a": ["b", "c"]}
    assert parse("a: [b,,c]").problems


def test_what_goccy_takes() -> None:
    assert value("a: ,x\nb: 1\n", GO) == {"a": ",x", "b": 1}
    assert value("a: {b:1, c:d}\n", GO) == {"a": {"b": 1, "c": "d"}}
    assert value("cover: ![x](a.png)\ntitle: y\n", GO) == {"cover": {"title": "y"}}
    assert value("title: y\ncover: ![x](a.png)\n", GO) == {"title": "y", "cover": None}


def test_what_npm_yaml_refuses() -> None:
    assert message('a: "b"#c', NPM) == "a comment follows a quote without a blank"
    assert message("a: [b]#c", NPM) == "a comment follows a bracket"
    assert message('a: "x\ny"\n', NPM) == "a quoted text goes on in a line that is not indented"


@pytest.mark.parametrize(
    "block",
    [
        "a: b: c",
        "a: b\rc: d\n",
        "a: b\r",
        "a: |\n  b\n",
        "- a\n",
        "a:\n  b: 1\n",
        "a: [b: 1]",
        "a: @x",
        "a\n",
        "a: 'b' # c",
        "a: 2021-10-10 #c",
    ],
)
def test_the_short_way_gives_up(block: str) -> None:
    assert read_lines(block, Span(0, len(block)), JS4) is None


def test_the_short_way_gives_up_on_keys_that_are_typed() -> None:
    block = "no: 1\n"
    assert read_lines(block, Span(0, len(block)), PY) is None
    assert value(block, PY) == {"false": 1}


def test_the_short_way_reads_flow_lists_and_dates() -> None:
    assert value("a: []\nb: [ ]\nc: [x, 2]\nd: 2021-10-10\n") == {
        "a": [],
        "b": [],
        "c": ["x", 2],
        "d": Civil(2021, 10, 10, date_only=True),
    }
    # a list whose dashes do not line up, and dates that PyYAML may refuse
    assert read_lines("a:\n- b\n - c\n", Span(0, 11), JS4) is None
    assert read_lines("a: 2021-10-10\n", Span(0, 14), PY) is None
    assert read_lines("a: =\n", Span(0, 5), PY) is None


@pytest.mark.parametrize("first", ["a", "1", "2021-01-01", "-5", "tru"])
@pytest.mark.parametrize("flavour", Yaml)
def test_the_short_way_goes_on_with_words_that_begin_with_any_sign(first: str, flavour: Yaml) -> None:
    read = 0
    for sign in "-'\"*&!%@`,[{}]|>?:=<~#":
        for more in (
            f"{sign} b",
            f"{sign}b",
            sign,
            f"b{sign}",
            f"---{sign}",
            f"{sign}\n  b",
            f"{sign}\n \n  b",
            f"{sign}\n  # b",
            f"b\r\n  {sign}c",
        ):
            block = f"k: {first}\n  {more}\nz: y\n"
            entries = read_lines(block, Span(0, len(block)), flavour)
            if entries is not None:
                read += 1
                parsed = parse_events(block, 0, flavour)
                assert isinstance(parsed.root, Mapping)
                assert (entries, ()) == (parsed.root.entries, parsed.problems), block
    assert read > 50


def test_keys_of_libraries_that_read_them_as_text() -> None:
    assert value("no: 1\n2021: 2\n~: 3\n", OLD_GO) == {"no": 1, "2021": 2, "~": 3}


def test_line_ends_of_yaml_1_1_stay_with_libyaml() -> None:
    assert value('a: "b\u2028 c"\n', PY) == {"a": "b\u2028c"}


def test_names_of_anchors_that_cannot_be_replaced() -> None:
    assert parse("a: &(x)y, z\nb: *(\n").problems
    assert parse("a: & x\nb: 1\n").problems
    letters = " ".join(f"&{letter}" for letter in "zqxjkvbpygfwmucldrhsnioate")
    assert value(f"a: &é 1\nb: *é\nc: '{letters}'\n") == {"a": 1, "b": 1, "c": letters}


def test_npm_yaml_takes_quotes_on_several_lines() -> None:
    assert value('a: "x\n  y"\nb: |\n  z\n', NPM) == {"a": "x y", "b": "z\n"}


def test_parse_events_reports_what_the_short_way_would_not_see() -> None:
    assert parse_events("a: 1\n", 10, JS4).root == Mapping(
        Span(10, 14),
        parse_yaml(" " * 10 + "a: 1\n", Span(10, 15), JS4).root.entries,  # type: ignore[union-attr]  # a map
    )


@pytest.mark.parametrize("flavour", [JS3, GO, PY])
@pytest.mark.parametrize(
    "block",
    [
        *("[" * 100_000, "- " * 100_000, 'a: "' + "x" * 100_000, "a" * 100_000 + ": b", "a: @x\n" * 5_000),
        *("a: [," * 20_000, "\t" * 100_000, "a:\n" + "\t- b\n" * 10_000, "a: \x07" * 20_000, "- &é b\n" * 10_000),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_lengths_take_little_time(block: str, flavour: Yaml) -> None:
    start = time.process_time()
    parse(block, flavour)
    assert time.process_time() - start < 3


def test_what_stands_behind_the_end_of_a_document() -> None:
    assert message("a: b\n...\n\nText\n", GO) == "text stands behind the end of the YAML document"
    assert value("a: b\n...\n", GO) == {"a": "b"}
    assert value("a: b\n...\nText\n", RUBY) == {"a": "b"}


def test_a_merge_takes_the_place_of_what_stands_above_it_in_ruby() -> None:
    block = "t: one\n<<: {t: two, u: 3}\n"
    assert value(block, RUBY) == {"t": "two", "u": 3}
    assert value(block, JS4) == {"t": "one", "u": 3}
    assert value("<<: {t: two}\nt: one\n", RUBY) == {"t": "one"}


def test_js_yaml_3_takes_a_late_question_mark_for_a_key() -> None:
    assert value("t: ? x\nu: y\n", JS3) == {"t": None, "x": None, "u": "y"}
    assert value('"t": ? x\nu:v: ? y\n', JS3) == {"t": None, "x": None, "u:v": None, "y": None}
    assert parse("t: ? x\nu: y\n", JS4).problems


def test_escapes_of_halves_of_characters() -> None:
    block = r'a: "x \ud83d\ude00 y \uD83D\uDE01"'
    assert value(block) == value(block, GO) == {"a": "x 😀 y 😁"}
    assert value(r'a: "x \ud83d y"') == {"a": "x \ufffd y"}
    assert "escape" in message(r'a: "x \ud83d y"', GO)
    assert "escape" in message(block, PY)


def test_a_bom_before_a_later_key_stops_libyaml() -> None:
    assert message("a: 1\n\ufeffb: 2", RUBY) == "an invisible byte order mark (U+FEFF) stands before a key"
    assert value("a: 1\n\ufeffb: 2") == {"a": 1, "\ufeffb": 2}
    assert value("a: \ufeffx", PY) == {"a": "\ufeffx"}


def test_a_comment_after_a_tab() -> None:
    assert value("a: 1\n\t# c\nb: 2") == {"a": 1, "b": 2}
    assert message("a: 1\n\t# c\nb: 2", PY) == "a tab stands where only blanks can"


def test_goccy_takes_a_text_in_the_line_below_its_key() -> None:
    assert value('a:\nx y\nb:\n"z"', GO) == {"a": "x y", "b": "z"}
    assert message("a:\nx y\nb: 1") == 'line "x y" is neither a key nor part of a value'


def test_null_by_tag() -> None:
    assert value("a: !!null x", PY) == value("a: !!null x", GO) == {"a": None}
