"""Jekyll: posts that survive bad front matter, dates that do not."""

from __future__ import annotations

import pytest
from one_post import OnePost, dated


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n---\ntitle: a\n---\n", "blank-line"),
        ("----\ntitle: a\n----\n", "long-fence"),
        ("---\ntitle: a\n--- end\n", "wrong-close"),
        ("---\ntitle: a\n\nText\n", "unclosed"),
        ("title: a\nlayout: post\n---\nText\n", "wrong-fence"),
        ("+++\ntitle = 'a'\n+++\n", "format"),
        ("---\n- a\n---\n", "not-a-map"),
    ],
)
def test_why_a_block_is_not_read(text: str, why: str) -> None:
    reading = OnePost("jekyll", text).reading
    assert (reading.is_read, reading.why) == (False, why)


@pytest.mark.parametrize("text", ["--- \ntitle: Garden\n---  \nText\n", "---\n\ntitle: Garden\n...\nText\n"])
def test_blanks_and_dots_are_fine(text: str) -> None:
    assert OnePost("jekyll", text).outcome.title == "Garden"


@pytest.mark.parametrize(
    "text", ["---\ntitle: a: b\n---\n", "---\n- a\n---\n", "---\ntitle: a\ncategories: {a: b}\n---\n"]
)
def test_bad_front_matter_does_not_stop_the_post(text: str) -> None:
    outcome = OnePost("jekyll", text).outcome
    assert (outcome.status, outcome.title, outcome.date_from) == ("published", None, "now")
    assert outcome.reason
    assert OnePost("jekyll", text, config={"strict_front_matter": True}).outcome.status == "build-fails"


@pytest.mark.parametrize("value", ["TBD", "", "2021-13-01", '""', "2021"])
def test_bad_dates_stop_the_build(value: str) -> None:
    assert OnePost("jekyll", dated(value)).outcome.status == "build-fails"


@pytest.mark.parametrize(
    ("value", "instant"),
    [
        ("2020-03-04", "2020-03-04T00:00:00Z"),
        ("2020-02-30", "2020-03-01T00:00:00Z"),
        ("2020-02-30 05:06:07", "2020-03-01T05:06:07Z"),
        ("2020-03-04 24:00:00", "2020-03-05T00:00:00Z"),
        ("10/11/2020", "2020-11-10T00:00:00Z"),
        ("[2020-03-04]", "2020-03-04T00:00:00Z"),
        ("20200304", "2020-03-04T00:00:00Z"),
    ],
)
def test_dates(value: str, instant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    assert str(OnePost("jekyll", dated(value)).outcome.date) == instant


def test_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    config = {"timezone": "Asia/Shanghai"}
    assert str(OnePost("jekyll", dated("2020-03-04"), config=config).dates[0].read) == "2020-03-03T16:00:00Z"
    assert str(OnePost("jekyll", dated("2020-03-04 05:06:07"), config=config).dates[0].read) == "2020-03-04T05:06:07Z"
    assert str(OnePost("jekyll", dated("2020-03-04")).dates[0].read) == "2020-03-04T05:00:00Z"


def test_the_file_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    post = OnePost("jekyll", "---\nlayout: post\n---\n", path="_posts/18-5-6-my-first_Post.md")
    assert (post.outcome.title, post.outcome.title_from) == ("My First_post", "file-name")
    assert (str(post.outcome.date), post.outcome.date_from) == ("2018-05-06T00:00:00Z", "file-name")
    assert OnePost("jekyll", dated("2020-03-04"), path="_posts/2018-13-06-a.md").outcome.status == "published"
    assert OnePost("jekyll", "Text\n", path="_posts/2018-13-06-a.md").outcome.status == "build-fails"
    assert OnePost("jekyll", dated("2020-03-04"), path="_posts/a.md").outcome.status == "left-out"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("published: false", "left-out"),
        ("published: no", "left-out"),
        ("published:", "left-out"),
        ('published: "false"', "published"),
        ("draft: true", "published"),
    ],
)
def test_published(line: str, status: str) -> None:
    assert OnePost("jekyll", dated(f"2020-03-04\n{line}")).outcome.status == status


def test_future_posts() -> None:
    assert OnePost("jekyll", dated("2099-01-01")).outcome.status == "left-out"
    assert OnePost("jekyll", dated("2099-01-01"), config={"future": True}).outcome.status == "published"


def test_pages_without_front_matter_are_copied() -> None:
    assert OnePost("jekyll", "Text\n", path="about.md", role="page").outcome.status == "left-out"
    assert OnePost("jekyll", "---\n---\nText\n", path="about.md", role="page").outcome.status == "published"


def test_files_that_are_not_utf8() -> None:
    post = OnePost("jekyll", b"---\ntitle: caf\xe9\n---\n")
    assert (post.reading.is_read, post.outcome.status) == (False, "left-out")


@pytest.mark.parametrize("value", ["no", "false", "~", ""])
def test_false_titles_come_from_the_file_name(value: str) -> None:
    outcome = OnePost("jekyll", f"---\ntitle: {value}\n---\n").outcome
    assert (outcome.title, outcome.title_from) == ("A B", "file-name")


@pytest.mark.parametrize(
    ("value", "origin"), [("3", "now"), ("false", "now"), ("{a: b}", "now"), ("", "file-name"), ("[3]", "file-name")]
)
def test_categories_that_jekyll_cannot_add_up(value: str, origin: str) -> None:
    assert OnePost("jekyll", f"---\ntitle: a\ncategories: {value}\n---\n").outcome.date_from == origin
