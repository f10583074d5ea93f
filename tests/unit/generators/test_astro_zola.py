"""Astro and Zola: strict about keys."""

from __future__ import annotations

import pytest
from one_post import OnePost, dated


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        (dated("2020-03-04"), "Garden", "2020-03-04T00:00:00Z"),
        (dated("2020/03/04"), "Garden", "2020-03-04T00:00:00Z"),
        (dated(""), "Garden", "1970-01-01T00:00:00Z"),
        (dated("2020-02-30"), "Garden", "2020-03-01T00:00:00Z"),
        ('\n\n+++\ntitle = "Garden"\ndate = 2020-03-04T05:06:07\n+++\n', "Garden", "2020-03-04T05:06:07Z"),
        ("---\ntitle: Garden\ndate: 2020-03-04\n+++\nText\n", "Garden", "2020-03-04T00:00:00Z"),
    ],
)
def test_astro(text: str, title: str, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    outcome = OnePost("astro", text).outcome
    assert (outcome.status, outcome.title, str(outcome.date)) == ("published", title, date)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Text\n", "`title` is missing, and the schema requires it"),
        ("---\ntitle: a\n---\n", "`date` is missing, and the schema requires it"),
        ("---\ntitle: 2021\ndate: 2020-03-04\n---\n", "`title` is not text, as the schema requires"),
        (dated("TBD"), "`date` is not a date, as the schema requires"),
        ('{"title": "a", "date": "2020-03-04"}\n', "`title` is missing, and the schema requires it"),
    ],
)
def test_astro_fails(text: str, reason: str) -> None:
    outcome = OnePost("astro", text).outcome
    assert (outcome.status, outcome.reason) == ("build-fails", reason)


def test_astro_takes_no_capitals_in_extensions() -> None:
    assert OnePost("astro", dated("2020-03-04"), path="src/content/blog/a.MD").outcome.status == "left-out"


def test_an_empty_date_is_a_fault() -> None:
    assert OnePost("astro", dated("")).dates[0].fault == "is empty: Astro takes 1970-01-01"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("+++\ntitle = 'Garden'\ndate = 2020-03-04\n+++\nText\n", "2020-03-04T00:00:00Z"),
        ("+++\ntitle = 'Garden'\ndate = '2020-3-4 05:06:07+08:00'\n+++\nText\n", "2020-03-03T21:06:07Z"),
        ("---\ntitle: Garden\ndate: 2020-03-04\n---\nText\n", "2020-03-04T00:00:00Z"),
        ("+++\ntitle = 'Garden'\n+++\nText\n", "None"),
    ],
)
def test_zola(text: str, date: str) -> None:
    outcome = OnePost("zola", text).outcome
    assert (outcome.status, outcome.title, str(outcome.date)) == ("published", "Garden", date)


@pytest.mark.parametrize(
    "text",
    [
        "Text\n",
        "+++\ntitle = a\n+++\nText\n",
        "+++\ntitle = 7\n+++\nText\n",
        "+++\ndate = '2020/03/04'\n+++\nText\n",
        "+++\nupdated = 7\n+++\nText\n",
        "+++\ndraft = 'yes'\n+++\nText\n",
        "+++\naliases = 'a'\n+++\nText\n",
        "+++\nslug = ''\n+++\nText\n",
        "+++\nweight = true\n+++\nText\n",
    ],
)
def test_zola_fails(text: str) -> None:
    outcome = OnePost("zola", text).outcome
    assert outcome.status == "build-fails"
    assert outcome.reason


def test_zola_drafts_and_file_names() -> None:
    assert OnePost("zola", "+++\ndraft = true\n+++\n").outcome.status == "left-out"
    named = OnePost("zola", "+++\ntitle = 'a'\n+++\n", path="content/2020-03-04-a.md").outcome
    assert (str(named.date), named.date_from) == ("2020-03-04T00:00:00Z", "file-name")
    bundle = OnePost("zola", "+++\ntitle = 'a'\n+++\n", path="content/2020-03-04-a/index.md").outcome
    assert str(bundle.date) == "2020-03-04T00:00:00Z"


def test_zola_ignores_what_it_does_not_know() -> None:
    assert OnePost("zola", "+++\ntags = 7\nimage = [1]\n+++\n").outcome.status == "published"
