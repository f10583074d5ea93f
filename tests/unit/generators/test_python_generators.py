"""Pelican, MkDocs with and without Material's blog, and sites of no known generator."""

from __future__ import annotations

import time

import pytest
from one_post import OnePost, dated

BLOG = {"theme": {"name": "material"}, "plugins": ["search", "blog"]}
UTC = {"TIMEZONE": "UTC"}


@pytest.mark.parametrize(
    "text",
    [
        "Title: Garden\nDate: 2020-03-04\n\nText\n",
        "---\ntitle: Garden\ndate: 2020-03-04\n---\nText\n",
        "----\ntitle: Garden\ndate: 2020-03-04\n\nText\n",
        "\ufeffTitle: Garden\r\nDate: 2020-03-04\r\n\r\nText\r\n",
    ],
)
def test_pelican_reads(text: str) -> None:
    outcome = OnePost("pelican", text, config=UTC).outcome
    assert (outcome.status, outcome.title, str(outcome.date)) == (
        "published",
        "Garden",
        "2020-03-04T00:00:00Z",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "---\n\ntitle: a\ndate: 2020-03-04\n---\n",
        "title: a\n\n",
        "title: a\ndate: TBD\n\n",
        'title: a\ndate: "2020-03-04"\n\n',
        "title: a\ndate: 2020-03-04\nmodified: x\n\n",
        "title: a\ndate: 2020-03-04\nstatus: nope\n\n",
        "title: a\ndate: 2020-03-04\nstatus: draft\n\n",
        "title: a\ndate: 2020-03-04\nstatus: hidden\n\n",
        "title: a\ndate: 2020-03-04\ncontent: x\n\n",
        "date: 2020-03-04\n\n",
    ],
)
def test_pelican_leaves_out(text: str) -> None:
    outcome = OnePost("pelican", text, config=UTC).outcome
    assert outcome.status == "left-out"
    assert outcome.reason


def test_pelican_keeps_quotes_and_lists_titles() -> None:
    assert OnePost("pelican", 'title: "a"\ndate: 2020-03-04\n\n').outcome.title == '"a"'
    assert OnePost("pelican", "title: a\ntitle: b\ndate: 2020-03-04\n\n").outcome.title == ["a", "b"]


def test_pelican_file_names() -> None:
    named = OnePost("pelican", "title: a\n\n", path="content/2020-03-04-a.md", config=UTC).outcome
    assert (named.status, str(named.date), named.date_from) == (
        "published",
        "2020-03-04T00:00:00Z",
        "file-name",
    )
    bad = OnePost("pelican", "title: a\ndate: 2020-03-04\n\n", path="content/2020-13-04-a.md").outcome
    assert bad.status == "left-out"
    assert OnePost("pelican", "title: a\ndate: 2020-03-04\n\n", path="content/a.MD").outcome.status == "left-out"


def test_pelican_zone() -> None:
    post = OnePost("pelican", "title: a\ndate: 2020-03-04 05:06\n\n", config={"TIMEZONE": "Asia/Shanghai"})
    assert str(post.dates[0].read) == "2020-03-03T21:06:00Z"


@pytest.mark.parametrize(
    ("text", "is_read", "why"),
    [
        ("---\ntitle: a\n---\nText\n", True, None),
        ("---\ntitle: a\n...\nText\n", True, None),
        ("Title: a\nDate: b\n\nText\n", True, None),
        ("---\ntitle: a\n---", False, "wrong-close"),
        ("----\ntitle: a\n----\nText\n", False, "long-fence"),
        ("\n---\ntitle: a\n---\nText\n", False, "blank-line"),
        ("---\n- a\n---\nText\n", False, "not-a-map"),
        ("---\nProse.\n---\nMore.\n", False, None),
    ],
)
def test_mkdocs_blocks(text: str, is_read: bool, why: str | None) -> None:
    reading = OnePost("mkdocs", text, role="page").reading
    assert (reading.is_read, reading.why) == (is_read, why)


def test_mkdocs_swallows_prose() -> None:
    reading = OnePost("mkdocs", "Note: prose\n\nText\n", role="page").reading
    assert (reading.is_read, reading.is_swallowed) == (True, True)


@pytest.mark.parametrize(
    ("text", "title", "origin"),
    [
        ("---\ntitle: a\n---\n# B\n", "a", "front-matter"),
        ("---\ntitle: a: b\n---\n# B\n", "B", "body"),
        ("# B #\n", "B", "body"),
        ("Text\n", "My page", "file-name"),
    ],
)
def test_mkdocs_titles(text: str, title: str, origin: str) -> None:
    outcome = OnePost("mkdocs", text, path="docs/x/my-page.md", role="page").outcome
    assert (outcome.status, outcome.title, outcome.title_from) == ("published", title, origin)


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "---\ntitle: a\n---\nText\n",
        "---\ntitle: a: b\n---\nText\n",
        '---\ndate: "2020-03-04"\n---\nText\n',
        "---\ndate: 2020-03-04\nslug: 7\n---\nText\n",
        "---\ndate: 2020-03-04\ndraft: 'yes'\n---\nText\n",
        "---\ndate: 2020-03-04\ncategories: [[a]]\n---\nText\n",
    ],
)
def test_the_blog_plugin_refuses(text: str) -> None:
    assert OnePost("mkdocs", text, path="docs/blog/posts/a.md", config=BLOG).outcome.status == "build-fails"


def test_the_blog_plugin_takes_a_map_of_dates() -> None:
    text = "---\ndate:\n  updated: 2021-03-04\n  created: 2020-03-04\n---\nText\n"
    post = OnePost("mkdocs", text, path="docs/blog/posts/a.md", config=BLOG)
    assert [date.key for date in post.dates] == ["date", "date.updated"]
    assert str(post.outcome.date) == "2020-03-04T00:00:00Z"


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        (dated("2020-03-04"), "Garden", "2020-03-04T00:00:00Z"),
        ("\n\n-----\ntitle: Garden\n-----\n", "Garden", "None"),
        ('+++\ntitle = "Garden"\ndate = 2020-03-04\n+++\n', "Garden", "2020-03-04T00:00:00Z"),
        ('{\n"title": "Garden"\n}\n', "Garden", "None"),
        (dated('"2020-03-04"'), "Garden", "None"),
    ],
)
def test_plain(text: str, title: str, date: str) -> None:
    outcome = OnePost("plain", text).outcome
    assert (outcome.status, outcome.title, str(outcome.date)) == ("published", title, date)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\ufeff---\ntitle: a\n---\n", "bom"),
        ("---\ntitle: a\n...\n", "wrong-close"),
        ("title: a\ndate: b\n---\n", "wrong-fence"),
        ("---\n- a\n---\n", "not-a-map"),
    ],
)
def test_what_python_frontmatter_does_not_see(text: str, why: str) -> None:
    reading = OnePost("plain", text).reading
    assert (reading.is_read, reading.why) == (False, why)


@pytest.mark.parametrize("text", [b"---\ntitle: \xff\n---\n", b"---\ntitle: a: b\n---\n", b"---\ncontent: a\n---\n"])
def test_what_python_frontmatter_raises_on(text: bytes) -> None:
    assert OnePost("plain", text).outcome.status == "build-fails"


def test_titles_as_python_holds_them() -> None:
    assert OnePost("plain", "---\ntitle: 2020-03-04 05:06:07\n---\n").outcome.title == "2020-03-04 05:06:07"
    assert OnePost("plain", "---\ntitle: [1, a]\n---\n").outcome.title == [1, "a"]


@pytest.mark.parametrize("generator", ["pelican", "mkdocs"])
def test_a_key_that_comes_a_hundred_thousand_times_is_judged_in_time(generator: str) -> None:
    post = OnePost(generator, "Title: Garden\nDate: 2020-03-04\n" + "Note: more\n" * 100_000)
    started = time.process_time()
    assert post.outcome.status == "published"
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("Slug: /a", "address"),
        ("Save_as: ../a.html", "address"),
        ("Slug: a/../b", None),
        ("Slug: /a\nStatus: skip", "unpublished"),
    ],
)
def test_pelican_writes_nothing_outside_of_the_output(line: str, cause: str | None) -> None:
    assert OnePost("pelican", f"Title: a\nDate: 2020-03-04\n{line}\n\nText\n").outcome.cause == cause


def test_another_pattern_for_addresses_may_hold_a_slug_with_a_slash() -> None:
    config = {"ARTICLE_SAVE_AS": "posts{slug}/index.html"}
    post = OnePost("pelican", "Title: a\nDate: 2020-03-04\nSlug: /a\n\nText\n", config=config)
    assert post.outcome.status == "published"
