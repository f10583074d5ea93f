"""Hexo: hexo-front-matter's fences, dates through the machine's clock, posts that vanish."""

from __future__ import annotations

import pytest
from one_post import OnePost, dated

from postlint.front_matter.flavours import Yaml


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("--- \ntitle: a\n---\n", "trailing-blank"),
        ("----\ntitle: a\n---\n", "long-fence"),
        ("---\ntitle: a\n...\n", "wrong-close"),
        ("---\ntitle: a\n\nText\n", "unclosed"),
        ("\n\n---\ntitle: a\n---\n", "blank-line"),
        ("+++\ntitle = 'a'\n+++\n", "format"),
        ('{"title": "a"}\n', "format"),
        (";;;\ntitle: a\n;;;\n", "format"),
        ("---\n- a\ntext\n---\n", None),
        ("---\ntext\n---\n", None),
        ("Prose.\n\n---\n\nMore.\n", None),
        ("---\n\nProse.\n\n---\n\nMore.\n", None),
        ("---\ntitle：花园\n---\n", "not-a-map"),
    ],
)
def test_why_a_block_is_not_read(text: str, why: str | None) -> None:
    assert OnePost("hexo", text).reading.why == why


def test_the_block_is_read() -> None:
    post = OnePost("hexo", dated("2020-03-04"))
    assert post.reading.is_read
    assert post.block == "title: Garden\ndate: 2020-03-04"
    assert post.reading.flavour is Yaml.JS_YAML_4


def test_old_style() -> None:
    post = OnePost("hexo", "title: Garden\ndate: 2020-03-04\n---\nText\n")
    assert post.reading.is_read
    assert not post.reading.is_swallowed
    assert post.outcome.title == "Garden"


def test_prose_above_a_rule_is_swallowed() -> None:
    post = OnePost("hexo", "Note: prose here\n\n---\n\nMore.\n")
    assert post.reading.is_read
    assert post.reading.is_swallowed


def test_prose_that_is_no_yaml_makes_the_post_vanish() -> None:
    post = OnePost("hexo", "Note: one: two\n\n---\n\nMore.\n")
    assert post.outcome.status == "left-out"


@pytest.mark.parametrize(
    ("version", "flavour"), [((3, 9), Yaml.JS_YAML_3), ((5, 4, 2), Yaml.JS_YAML_3), ((6, 0), Yaml.JS_YAML_4)]
)
def test_yaml_by_version(version: tuple[int, ...], flavour: Yaml) -> None:
    assert OnePost("hexo", dated("2020-03-04"), version=version).reading.flavour is flavour


def test_a_newer_front_matter_package() -> None:
    packages = {"hexo-front-matter": "^5.0.0"}
    assert OnePost("hexo", dated("2020-03-04"), packages=packages).reading.flavour is Yaml.YAML_1_2


def test_tabs_count_as_blanks() -> None:
    post = OnePost("hexo", "---\ntitle: Garden\ntags:\n\t- a\n\t- b\n---\nText\n")
    assert post.outcome.status == "published"
    assert post.reading.parsed is not None
    assert post.reading.parsed.problems == ()


# the machine's zone, `timezone:`, the value, what Hexo ends up with
ZONES = [
    ("UTC", None, "2020-03-04 05:06:07", "2020-03-04T05:06:07Z"),
    ("UTC", "Asia/Shanghai", "2020-03-04 05:06:07", "2020-03-03T21:06:07Z"),
    ("Asia/Shanghai", "Asia/Shanghai", "2020-03-04 05:06:07", "2020-03-03T21:06:07Z"),
    ("Asia/Shanghai", None, "2020-03-04 05:06:07", "2020-03-03T21:06:07Z"),
    ("Asia/Shanghai", None, "2020-03-04T05:06:07Z", "2020-03-03T21:06:07Z"),
    ("UTC", None, "2020-03-04T05:06:07+08:00", "2020-03-03T21:06:07Z"),
    ("UTC", "Asia/Shanghai", "2020-03-04T05:06:07+08:00", "2020-03-03T13:06:07Z"),
    ("UTC", "Asia/Shanghai", "2020/03/04 05:06:07", "2020-03-03T21:06:07Z"),
    ("Asia/Shanghai", "Asia/Shanghai", "2020/03/04 05:06:07", "2020-03-03T21:06:07Z"),
    ("Asia/Shanghai", None, "Wed, 04 Mar 2020 05:06:07 GMT", "2020-03-04T05:06:07Z"),
    ("UTC", "Asia/Shanghai", "Wed, 04 Mar 2020 05:06:07 GMT", "2020-03-03T21:06:07Z"),
]


@pytest.mark.parametrize(("machine", "site", "value", "instant"), ZONES)
def test_zones(
    machine: str, site: str | None, value: str, instant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", machine)
    config = {"timezone": site} if site else {}
    assert str(OnePost("hexo", dated(value), config=config).dates[0].read) == instant


@pytest.mark.parametrize(
    ("value", "status", "origin"),
    [
        ("2020-03-04", "published", "front-matter"),
        ("TBD", "published", "file-time"),
        ("", "published", "file-time"),
        ("true", "published", "front-matter"),
        ("a: b", "left-out", "none"),
    ],
)
def test_outcome_by_date(value: str, status: str, origin: str) -> None:
    outcome = OnePost("hexo", dated(value)).outcome
    assert (outcome.status, outcome.date_from) == (status, origin)


def test_faults_are_named() -> None:
    date = OnePost("hexo", dated("TBD")).dates[0]
    assert date.fault == "Hexo cannot read it and takes the time the file was created"
    assert date.read is None
    assert date.raw == "TBD"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("published: false", "left-out"),
        ('published: "false"', "left-out"),
        ("published: no", "published"),
        ("published:", "published"),
        ("draft: true", "published"),
    ],
)
def test_published(line: str, status: str) -> None:
    assert OnePost("hexo", f"---\ntitle: a\n{line}\n---\n").outcome.status == status


def test_drafts_and_other_files() -> None:
    path = "source/_drafts/a.md"
    assert OnePost("hexo", dated("2020-03-04"), path=path, role="draft").outcome.status == "left-out"
    shown = {"render_drafts": True}
    draft = OnePost("hexo", dated("2020-03-04"), path=path, role="draft", config=shown)
    assert draft.outcome.status == "published"
    assert OnePost("hexo", dated("2020-03-04"), path="source/_posts/a.MD").outcome.status == "left-out"


def test_bytes_that_are_not_utf8() -> None:
    post = OnePost("hexo", "---\ntitle: 花园\n---\n\n正文写在这里。\n".encode("gbk"))
    assert post.reading.is_read
    assert "\ufffd" in post.outcome.title
    wide = OnePost("hexo", "---\ntitle: Garden\n---\n".encode("utf-16"))
    assert (wide.reading.is_read, wide.reading.why) == (False, "encoding")
    assert wide.outcome.title_from == "none"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("12345678901234567890", "12345678901234567000"),
        ("1.50", "1.5"),
        ("[a, b]", "a,b"),
        ("{a: b}", "[object Object]"),
        ("0.0000001", "1e-7"),
        ("0.000001", "0.000001"),
        ("true", "true"),
        ("", ""),
    ],
)
def test_titles_are_text(value: str, title: str) -> None:
    assert OnePost("hexo", f"---\ntitle: {value}\n---\n").outcome.title == title


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("excerpt:", "left-out"),
        ("id: null", "left-out"),
        ("more: ~", "left-out"),
        ("content:", "left-out"),
        ("_id: a", "left-out"),
        ("permalink: 5", "left-out"),
        ("permalink: [a]", "left-out"),
        ("permalink:", "published"),
        ("excerpt: ''", "published"),
        ("id: 5", "published"),
        ("description:", "published"),
    ],
)
def test_values_that_the_database_refuses(line: str, status: str) -> None:
    assert OnePost("hexo", f"---\ntitle: Garden\n{line}\n---\nText\n").outcome.status == status


def test_hexo_3_takes_any_permalink() -> None:
    text = "---\ntitle: Garden\npermalink: 5\n---\nText\n"
    assert OnePost("hexo", text, version=(3, 9, 0)).outcome.status == "published"
