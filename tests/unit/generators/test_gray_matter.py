"""Eleventy, Docusaurus and Gatsby: gray-matter's fences, and what each makes of keys and dates."""

from __future__ import annotations

import pytest
from one_post import OnePost, dated

from postlint.front_matter.flavours import Yaml

FAMILY = ("eleventy", "docusaurus", "gatsby")


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n---\ntitle: a\n---\n", "blank-line"),
        ("----\ntitle: a\n----\n", "long-fence"),
        ("---\ntitle: a\n\nText: b: c\n", "unclosed"),
        ("---\ntitle: a\n...\nText\n", "wrong-close"),
        ("---toml\ntitle = 'a'\n---\n", "wrong-fence"),
        ("+++\ntitle = 'a'\n+++\n", "format"),
        ("---\n- a\n---\n", "not-a-map"),
        ("# Text\n", None),
    ],
)
def test_why_a_block_is_not_read(name: str, text: str, why: str | None) -> None:
    reading = OnePost(name, text).reading
    assert (reading.is_read, reading.why) == (False, why)


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize(
    "text",
    ["--- \ntitle: Garden\n--- x\n", "---yaml\ntitle: Garden\n---\n", '---json\n{"title": "Garden"}\n---\n'],
)
def test_what_is_read(name: str, text: str) -> None:
    assert OnePost(name, text).outcome.title == "Garden"


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("text", ["---\ntitle: a: b\n---\n", "---\ntitle: a\n\nText: b: c\n", "---toml\na\n---\n"])
def test_what_ends_the_build(name: str, text: str) -> None:
    outcome = OnePost(name, text).outcome
    assert outcome.status == "build-fails"
    assert outcome.reason


@pytest.mark.parametrize("name", FAMILY)
def test_code_cannot_be_told(name: str) -> None:
    post = OnePost(name, "---js\n{ title: 'a' }\n---\nText\n")
    assert post.reading.is_read
    assert post.outcome.status == "published"


def test_prose_after_a_rule_ends_only_the_build_of_docusaurus() -> None:
    text = "---\n\nProse.\n\n---\n\nMore.\n"
    assert OnePost("docusaurus", text).outcome.status == "build-fails"
    assert OnePost("gatsby", text).outcome.status == "published"
    assert OnePost("eleventy", text).reading.split is None


def test_yaml_by_version() -> None:
    assert OnePost("gatsby", dated("2020-03-04")).reading.flavour is Yaml.JS_YAML_3
    assert OnePost("eleventy", dated("2020-03-04")).reading.flavour is Yaml.JS_YAML_4
    assert OnePost("eleventy", dated("2020-03-04"), version=(2, 0, 1)).reading.flavour is Yaml.JS_YAML_3


@pytest.mark.parametrize(
    ("value", "instant", "origin"),
    [
        ("2020-03-04 05:06:07", "2020-03-04T05:06:07Z", "front-matter"),
        ('"2020-03-04T05:06"', "2020-03-04T05:06:00Z", "front-matter"),
        ("2020-13-01", "2021-01-01T00:00:00Z", "front-matter"),
        ("", "2021-02-03T00:00:00Z", "file-name"),
        ("Last Modified", "None", "file-time"),
    ],
)
def test_eleventy_dates(value: str, instant: str, origin: str) -> None:
    outcome = OnePost("eleventy", dated(value), path="posts/2021-02-03-a.md").outcome
    assert (str(outcome.date), outcome.date_from) == (instant, origin)


@pytest.mark.parametrize("value", ["2020/03/04", "20200304", "TBD", "true", "[2020-03-04]"])
def test_eleventy_refuses_dates(value: str) -> None:
    assert OnePost("eleventy", dated(value)).outcome.status == "build-fails"


@pytest.mark.parametrize("line", ["content: x", "collections: x", "page: x", "page: {url: /x}", "tags: {a: b}"])
def test_eleventy_keeps_names_for_itself(line: str) -> None:
    assert OnePost("eleventy", dated(f"2020-03-04\n{line}")).outcome.status == "build-fails"


def test_eleventy_writes_no_page_without_permalink() -> None:
    assert OnePost("eleventy", dated("2020-03-04\npermalink: false")).outcome.status == "left-out"


@pytest.mark.parametrize(
    ("value", "instant"),
    [
        ("2020-03-04", "2020-03-04T00:00:00Z"),
        ('"2020-03-04 05:06:07 +08:00"', "2020-03-04T05:06:07Z"),
        ("2020/03/04", "2020-03-04T00:00:00Z"),
        ("Wed, 04 Mar 2020 05:06:07 GMT", "None"),
        ("20200304", "None"),
    ],
)
def test_docusaurus_dates(value: str, instant: str) -> None:
    outcome = OnePost("docusaurus", dated(value)).outcome
    assert (outcome.status, str(outcome.date)) == ("published", instant)


@pytest.mark.parametrize(
    "line",
    [
        "title:",
        "title: true",
        "title: [a]",
        "tags: a",
        "tags:",
        "tags: [a, ~]",
        "draft: yes",
        "unlisted: 1",
        "slug: ''",
        "image: 7",
        "keywords: a",
        "authors: {title: x}",
        "last_update: {date: TBD}",
        "toc_min_heading_level: 9",
        "toc_min_heading_level: 4\ntoc_max_heading_level: 3",
        "draft: true\nunlisted: true",
        "date: TBD",
        "date:",
        "date: true",
    ],
)
def test_docusaurus_refuses(line: str) -> None:
    outcome = OnePost("docusaurus", f"---\n{line}\n---\n").outcome
    assert outcome.status == "build-fails"
    assert outcome.reason


@pytest.mark.parametrize(
    "line",
    [
        "title: 7",
        "title: 2020-03-04",
        "tags: [a, 1]",
        "tags: [{label: a, permalink: /a}]",
        'draft: "false"',
        "image: ./a.png",
        "authors: [{name: a}, me]",
        "last_update: {author: me, date: 2020-03-04}",
        "anything: [1]",
    ],
)
def test_docusaurus_takes(line: str) -> None:
    assert OnePost("docusaurus", f"---\n{line}\n---\n").outcome.status == "published"


def test_docusaurus_names() -> None:
    post = OnePost("docusaurus", "Text\n", path="blog/2020/03/04/a-b/index.md")
    assert (post.outcome.title, str(post.outcome.date)) == ("a-b", "2020-03-04T00:00:00Z")
    assert OnePost("docusaurus", "# Garden #\n\nText\n").outcome.title == "Garden"
    assert OnePost("docusaurus", dated("2020-03-04"), path="blog/_a.md").outcome.status == "left-out"
    assert OnePost("docusaurus", dated("2020-03-04"), path="blog/a.MD").outcome.status == "left-out"
    assert OnePost("docusaurus", dated("2020-03-04\ndraft: true")).outcome.status == "left-out"
    bad = OnePost("docusaurus", "---\ntitle: a\n---\n", path="blog/2020-13-04-a.md").dates[0]
    assert bad.fault == "Docusaurus makes an Invalid Date of it"


@pytest.mark.parametrize(
    ("value", "instant", "has_fault"),
    [
        ("2020-03-04", "2020-03-04T00:00:00Z", False),
        ('"2020-03-04T05:06:07+0800"', "2020-03-03T21:06:07Z", False),
        ("2020/03/04", "None", True),
        ("", "None", False),
        ("20200304", "None", True),
    ],
)
def test_gatsby_dates(value: str, instant: str, has_fault: bool) -> None:
    date = OnePost("gatsby", dated(value)).dates[0]
    assert (str(date.read), date.fault is not None) == (instant, has_fault)


def test_gatsby_titles_keep_their_type() -> None:
    assert OnePost("gatsby", "---\ntitle: 010\n---\n").outcome.title == 8
    assert OnePost("gatsby", "---\ntitle: 2020-03-04\n---\n").outcome.title == "2020-03-04T00:00:00.000Z"
    assert OnePost("gatsby", "---\na: b\n---\n").outcome.title_from == "none"


@pytest.mark.parametrize("generator", ["gatsby", "eleventy", "docusaurus"])
@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\f"])
def test_blanks_that_only_javascript_trims_stay_in_the_block(generator: str, blank: str) -> None:
    assert OnePost(generator, f"---{blank}\ntitle: Garden\n---\n").outcome.status == "build-fails"
    assert OnePost(generator, "--- \t\ntitle: Garden\n---\n").outcome.status == "published"


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("true", "build-fails"), ("/a", "build-fails"), ("[a]", "build-fails"), ("3", "build-fails"),
        ("/a.b/c", "build-fails"), ("/a/", "published"), ("a.html", "published"), (".htaccess", "published"),
        ('"{{ page.fileSlug }}"', "published"), ("false", "left-out"), ("{a: b}", "published"), ("", "published"),
    ],
)  # fmt: skip
def test_permalinks_of_eleventy(value: str, status: str) -> None:
    assert OnePost("eleventy", f"---\ntitle: a\npermalink: {value}\n---\n").outcome.status == status
