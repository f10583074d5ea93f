from __future__ import annotations

import time

import pytest

from postlint import Civil, DateReading, Span
from postlint.generators.written_date import read_written_date
from postlint_dates.styles import STYLES, fitted, has_doubtful_zone, is_default, is_placeholder, short, style_of


def reading(raw: str) -> DateReading:
    written = read_written_date(raw)
    return DateReading("date", raw, Span(0, len(raw)), written.civil, None, None, written.format)


@pytest.mark.parametrize(
    ("raw", "style"),
    [
        ("2021-10-10", None),
        ("2021-10-10 04:35:37", None),
        ("2021-10-10T04:35:37Z", None),
        ("2021-10-10T04:35:37.5+08:00", None),
        ("2021-10-10 04:35:37 +08:00", None),
        ("TBD", None),
        ("2021-10-10 04:35:37 +0800", "offset-without-colon"),
        ("2021-10-10T04:35:37+0800", "offset-without-colon"),
        ("2021-10-10 04:35", "no-seconds"),
        ("2021-1-5", "unpadded"),
        ("2021-10-10 4:35:37", "unpadded"),
        ("2021-10", "month-only"),
        ("2021-10-10 4:35 PM", "half-day"),
        ("2021-10-10 04:35:37 CST", "named-zone"),
        ("Sun, 10 Oct 2021 04:35:37 GMT", "rfc2822"),
        ("Oct 10, 2021", "text"),
        ("2021/10/10", "slashes"),
        ("31/10/2021", "slashes-year-last"),
        ("2021.10.10", "dots"),
        ("1633840537", "epoch-seconds"),
        ("1633840537000", "epoch-milliseconds"),
        ("20211010", "number"),
        ("2021年10月10日", "cjk"),
        ("2021-10-10 (updated)", "other"),
    ],
)
def test_styles(raw: str, style: str | None) -> None:
    assert style_of(reading(raw)) == style
    assert style is None or style in STYLES


def test_a_reading_without_a_date_has_no_style() -> None:
    assert style_of(DateReading("date", "x", Span(0, 1), None, None, None, "other")) is None
    odd = DateReading("date", "x", Span(0, 1), Civil(2021, 1, 1), None, None, "unheard-of")
    assert style_of(odd) == "other"


@pytest.mark.parametrize(
    "text",
    ["TBD", "todo", "YYYY-MM-DD", "yyyy-mm-dd hh:mm:ss", "xxxx-xx-xx", "0000-00-00", "{{ date }}",
     "{{ .Date }}", "'{{ date }}'", "<% tp.date.now() %>", "<today's date>", "1970-01-01",
     "1970-01-01 00:00:00", "0001-01-01", "now", "???", "9999-99-99"],
)  # fmt: skip
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-10-10",
        "1970-01-02",
        "Oct 10, 2021",
        "updated",
        "1970-01-01 10:00:00",
        "some day",
        "x" * 500,
        "<2021-10-10 Sun>",
    ],
)
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["{{" * 100, "<%" * 90, "-" * 199 + "x", "?" * 199 + "x", "[date" * 40])
def test_hostile_texts(text: str) -> None:
    start = time.process_time()
    is_placeholder(text)
    assert time.process_time() - start < 0.5


def test_zones_that_mean_different_things() -> None:
    assert has_doubtful_zone("2021-10-10 04:35:37 CST")
    assert has_doubtful_zone("Sun, 10 Oct 2021 04:35:37 EST")
    assert not has_doubtful_zone("Sun, 10 Oct 2021 04:35:37 GMT")
    assert not has_doubtful_zone("2021-10-10 04:35:37 UTC")
    assert not has_doubtful_zone("2021-10-10T04:35:37Z")


def test_defaults_of_generators() -> None:
    assert is_default("offset-without-colon", "jekyll")
    assert not is_default("offset-without-colon", "hexo")


def test_messages_fit() -> None:
    assert fitted("date", "x" * 60, "y" * 60) == f'date "{"x" * 30}…": {"y" * 60}'
    assert len(fitted("date", "x" * 60, "y" * 60)) == 100
    assert short('"a"') == '"a"'


def test_short_texts() -> None:
    assert short("a\n b") == '"a b"'
    assert short("x" * 50, 10) == '"xxxxxxxxx…"'
