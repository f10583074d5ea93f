"""Hugo: four formats, dates with fallbacks, builds that fail."""

from __future__ import annotations

import pytest
from one_post import OnePost, dated

from postlint.front_matter.flavours import Yaml

OLD = (0, 111, 3)


@pytest.mark.parametrize(
    "text",
    [
        dated("2020-03-04"),
        "\n\n --- \ntitle: Garden\n---\n",
        "\ufeff---\ntitle: Garden\n---\n",
        '+++\ntitle = "Garden"\n+++\n',
        '{"title": "Garden"}\n',
        "#+title: Garden\n\nText\n",
        "---\rtitle: Garden\r---\r",
        "---\nTITLE: Garden\n---\n",
    ],
)
def test_titles(text: str) -> None:
    post = OnePost("hugo", text)
    assert post.reading.is_read
    assert (post.outcome.status, post.outcome.title) == ("published", "Garden")


@pytest.mark.parametrize(
    "text",
    [
        "- item\n- other\n",
        "---\ntitle: Garden\n",
        "---\n- a\n---\n",
        "---\ntitle: a: b\n---\n",
        "---\ntitle: a\nurl: https://example.org/\n---\n",
        "---\ntitle: a\ncascade: x\n---\n",
        dated("2020/03/04"),
        dated("TBD"),
        dated("2020-03-04\nexpiryDate: never"),
        dated("2020-03-04\npublished: false"),
    ],
)
def test_builds_that_fail(text: str) -> None:
    outcome = OnePost("hugo", text).outcome
    assert outcome.status == "build-fails"
    assert outcome.reason


def test_yaml_by_version() -> None:
    assert OnePost("hugo", dated("2020-03-04")).reading.flavour is Yaml.GO_YAML
    assert OnePost("hugo", dated("2020-03-04"), version=OLD).reading.flavour is Yaml.GO_YAML_OLD


def test_older_hugo_takes_bad_dates_for_none() -> None:
    outcome = OnePost("hugo", dated("2020/03/04"), version=OLD).outcome
    assert (outcome.status, outcome.date_from) == ("published", "zero")


def test_the_block_that_was_meant() -> None:
    post = OnePost("hugo", "---\ntitle: Garden\n\nText\n")
    assert (post.reading.is_read, post.reading.why, post.block) == (False, "unclosed", "title: Garden")


@pytest.mark.parametrize(
    ("lines", "instant", "origin"),
    [
        ("date: 2020-03-04", "2020-03-04T00:00:00Z", "front-matter"),
        ("date:\npublishDate: 2020-03-04", "2020-03-04T00:00:00Z", "front-matter"),
        ("pubDate: 2020-03-04", "2020-03-04T00:00:00Z", "front-matter"),
        ("lastmod: 2020-03-04", "2020-03-04T00:00:00Z", "front-matter"),
        ("date: 1583298367", "2020-03-04T05:06:07Z", "front-matter"),
        ("updated: 2020-03-04", "None", "zero"),
    ],
)
def test_where_the_date_is_from(lines: str, instant: str, origin: str) -> None:
    outcome = OnePost("hugo", f"---\ntitle: a\n{lines}\n---\n").outcome
    assert (str(outcome.date), outcome.date_from) == (instant, origin)


def test_the_zone_is_that_of_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    config = {"timeZone": "Asia/Shanghai"}
    assert str(OnePost("hugo", dated("2020-03-04 05:06:07")).dates[0].read) == "2020-03-04T05:06:07Z"
    assert str(OnePost("hugo", dated("2020-03-04 05:06:07"), config=config).dates[0].read) == "2020-03-03T21:06:07Z"


def test_the_file_name_where_the_site_asks_for_it() -> None:
    config = {"frontmatter": {"date": [":filename", ":default"]}}
    path = "content/posts/2021-02-03-a.md"
    post = OnePost("hugo", dated("2020-03-04"), config=config, path=path)
    assert (str(post.outcome.date), post.outcome.date_from) == ("2021-02-03T00:00:00Z", "file-name")
    assert post.dates[0].entry is None


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("draft: true", "left-out"),
        ('draft: "true"', "left-out"),
        ("draft: yes", "published"),
        ("draft: false", "published"),
        ("publishDate: 2099-01-01", "left-out"),
        ("expiryDate: 2020-01-01", "left-out"),
        ("headless: true", "left-out"),
    ],
)
def test_what_is_left_out(line: str, status: str) -> None:
    assert OnePost("hugo", dated(f"2020-03-04\n{line}")).outcome.status == status


def test_builds_with_drafts_and_future_posts() -> None:
    config = {"buildDrafts": True, "buildFuture": True}
    assert OnePost("hugo", dated("2099-01-01\ndraft: true"), config=config).outcome.status == "published"


def test_published_false_in_an_old_hugo() -> None:
    assert OnePost("hugo", dated("2020-03-04\npublished: false"), version=OLD).outcome.status == "left-out"


@pytest.mark.parametrize(
    ("value", "title"), [("7", "7"), ("1.50", "1.5"), ("[a]", ""), ("true", "true"), (".inf", "+Inf")]
)
def test_titles_are_text(value: str, title: str) -> None:
    assert OnePost("hugo", f"---\ntitle: {value}\n---\n").outcome.title == title


def test_a_key_with_capitals_takes_the_place_of_the_other() -> None:
    post = OnePost("hugo", "---\nDate: 2019-01-01\ndate: 2020-03-04\nTitle: Garden\ntitle: Wood\n---\nText\n")
    assert str(post.outcome.date) == "2019-01-01T00:00:00Z"
    assert post.outcome.title == "Garden"


@pytest.mark.parametrize(
    ("line", "versions"),
    [
        ("aliases: [https://example.org/a]", (OLD, ())),
        ("params: x", ((),)),
        ("markup: nope", ((),)),
        ("markup: html", ((),)),
        ("_build: {render: false}", ((),)),
        ("build: x", ((),)),
        ("sites: x", ((),)),
        ("cascade: {Kind: page}", ((),)),
        ("cascade: [{a: b}, {lang: fr}]", ((),)),
    ],
)
def test_keys_that_end_the_build(line: str, versions: tuple[tuple[int, ...], ...]) -> None:
    failing = [
        version
        for version in (OLD, ())
        if OnePost("hugo", f"---\ntitle: a\n{line}\n---\n", version=version).outcome.status == "build-fails"
    ]
    assert tuple(failing) == versions


@pytest.mark.parametrize(
    "line",
    [
        "aliases: [/a, b]",
        "params: {a: b}",
        "params:",
        "markup: MD",
        "build: {render: never}",
        "build:",
        "cascade: {params: {kind: x}}",
        "cascade: [a]",
    ],
)
def test_keys_that_do_not(line: str) -> None:
    assert OnePost("hugo", f"---\ntitle: a\n{line}\n---\n").outcome.status == "published"


@pytest.mark.parametrize(
    ("line", "last", "first"),
    [
        # the last version that publishes the post, and the first that does not
        ("_build: {render: never}", (0, 159, 2), (0, 160, 0)),
        ("markup: html", (0, 161, 1), (0, 162, 0)),
        ("markup: org", (0, 165, 0), (0, 166, 0)),
        ("markup: nope", (0, 125, 7), (0, 126, 0)),
        ("params: x", (0, 122, 0), (0, 123, 0)),
        ("build: x", (0, 122, 0), (0, 123, 0)),
        ("sites: x", (0, 152, 2), (0, 153, 0)),
        # an empty one was an error for some versions
        ("params:", (0, 162, 0), (0, 161, 1)),
    ],
)
def test_versions_between_which_keys_changed(line: str, last: tuple[int, ...], first: tuple[int, ...]) -> None:
    text = f"---\ntitle: a\n{line}\n---\n"
    assert OnePost("hugo", text, version=last).outcome.status == "published"
    assert OnePost("hugo", text, version=first).outcome.status == "build-fails"


def test_numbers_of_json_have_a_fraction() -> None:
    assert OnePost("hugo", '{"title": 5, "date": 1583298367}\n').outcome.status == "build-fails"
    assert OnePost("hugo", '{"title": 5, "date": 1583298367}\n', version=OLD).outcome.date_from == "zero"
    assert OnePost("hugo", '{"title": 12345678901234567890}\n').outcome.title == "12345678901234567000"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("2020-03-04T05:06:07Z", "2020-03-04 05:06:07 +0000 UTC"),
        ("2020-03-04T05:06:07.50+08:00", "2020-03-04 05:06:07.5 +0800 +0800"),
        ("2020-03-04T05:06:07", "2020-03-04T05:06:07"),
        ("0.0000001", "0.0000001"),
    ],
)
def test_titles_that_go_prints(value: str, title: str) -> None:
    assert OnePost("hugo", f"+++\ntitle = {value}\n+++\n").outcome.title == title


def test_the_year_one_is_no_date() -> None:
    outcome = OnePost("hugo", dated("0001-01-01\nlastmod: 2020-03-04")).outcome
    assert (outcome.date, outcome.date_from) == (None, "zero")


@pytest.mark.parametrize(
    ("lines", "title", "date"),
    [
        ("#+title: a\n#+date: [2020-03-04 Wed 05:06]\n", "a", "2020-03-04T00:00:00Z"),
        ("#+title: a\n#+lastmod: x <2020-03-04 Wed>\n", "a", "2020-03-04T00:00:00Z"),
        ("#+title:a\n#+date:2020-03-04\n", "", "None"),
        ("#+title:\n#+date:\t2020-03-04\n", "", "2020-03-04T00:00:00Z"),
    ],
)
def test_org_keywords(lines: str, title: str, date: str) -> None:
    outcome = OnePost("hugo", f"{lines}\nText\n").outcome
    assert (outcome.title, str(outcome.date)) == (title, date)


def test_an_org_stamp_without_a_weekday_is_no_date() -> None:
    assert OnePost("hugo", "#+title: a\n#+date: <2020-03-04>\n\nText\n").outcome.status == "build-fails"


def test_a_form_feed_may_lead() -> None:
    assert OnePost("hugo", "\f---\ntitle: a\n---\n").outcome.title == "a"
