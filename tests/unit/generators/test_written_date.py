from __future__ import annotations

import time

import pytest
from one_post import OnePost

from postlint.generators.written_date import read_written_date
from postlint.values.instant import Civil


@pytest.mark.parametrize(
    ("text", "wanted", "form"),
    [
        ("2021-10-10", "2021-10-10", "iso-date"),
        ('"2021-10-10"', "2021-10-10", "iso-date"),
        (" 2021-1-5 ", "2021-01-05", "iso-date"),
        ("2021-10", "2021-10-01", "iso-date"),
        ("2021-10-10 04:35:37", "2021-10-10 04:35:37", "iso-datetime"),
        ("2021-10-10T04:35", "2021-10-10 04:35:00", "iso-datetime"),
        ("2021-10-10 04:35:37 +0800", "2021-10-10 04:35:37 +08:00", "iso-datetime"),
        ("2021-10-10 04:35:37 -03:30", "2021-10-10 04:35:37 -03:30", "iso-datetime"),
        ("2021-10-10T04:35:37Z", "2021-10-10 04:35:37 +00:00", "rfc3339"),
        ("2021-10-10T04:35:37.5+08:00", "2021-10-10 04:35:37 +08:00", "rfc3339"),
        ("2021-10-10 04:35:37 CST", "2021-10-10 04:35:37 -06:00", "iso-datetime"),
        ("2021-10-10 04:35:37 GMT+8", "2021-10-10 04:35:37 +08:00", "iso-datetime"),
        ("2021-10-10 04:35:37 Asia/Shanghai", "2021-10-10 04:35:37 +08:00", "iso-datetime"),
        ("2021-10-10 4:35 PM", "2021-10-10 16:35:00", "iso-datetime"),
        ("2021-10-10 12:05 am", "2021-10-10 00:05:00", "iso-datetime"),
        ("Sun, 10 Oct 2021 04:35:37 GMT", "2021-10-10 04:35:37 +00:00", "rfc2822"),
        ("10 Oct 2021 04:35 +0800", "2021-10-10 04:35:00 +08:00", "rfc2822"),
        ("Oct 10, 2021", "2021-10-10", "text"),
        ("10th of October, 2021", "2021-10-10", "text"),
        ("Sunday, October 10, 2021 at 4pm", "2021-10-10 16:00:00", "text"),
        ("Sun Oct 10 04:35:37 +0800 2021", "2021-10-10 04:35:37 +08:00", "text"),
        ("Sun Oct 10 2021 04:35:37 GMT+0800 (China Standard Time)", "2021-10-10 04:35:37 +08:00", "text"),
        ("10-Oct-21", "2021-10-10", "text"),
        ("May 2021", "2021-05-01", "text"),
        ("2021/10/10 04:35", "2021-10-10 04:35:00", "slashes"),
        ("31/10/2021", "2021-10-31", "slashes"),
        ("10/10/71", "1971-10-10", "slashes"),
        ("2021.10.10", "2021-10-10", "dots"),
        ("31.10.2021", "2021-10-31", "dots"),
        ("2021年10月10日", "2021-10-10", "cjk"),
        ("2021年10月10日 04:35:37", "2021-10-10 04:35:37", "cjk"),
        ("2021 年 10 月 10 日下午4时35分", "2021-10-10 16:35:00", "cjk"),
        ("2021년 10월 10일 오전 4시", "2021-10-10 04:00:00", "cjk"),
        ("20211010", "2021-10-10", "number"),
        ("20211010043537", "2021-10-10 04:35:37", "number"),
        ("2021", "2021-01-01", "number"),
        ("1633840537", "2021-10-10 04:35:37 +00:00", "epoch-seconds"),
        ("1633840537000", "2021-10-10 04:35:37 +00:00", "epoch-milliseconds"),
        ("2021-10-10 (updated)", "2021-10-10", "other"),
        ("2021-10-10 04:35 draft", "2021-10-10 04:35:00", "other"),
    ],
)
def test_reads_what_people_write(text: str, wanted: str, form: str) -> None:
    read = read_written_date(text)
    assert (str(read.civil), read.format) == (wanted, form)
    assert not read.is_impossible


@pytest.mark.parametrize(
    ("text", "form"),
    [("", "other"), ("TBD", "other"), ("04:35:37", "time-only"), ("21", "number"), ("{{ date }}", "other"),
     ("99999999", "number"), ("2021-10-1O", "other"), ("circa 2021", "other"), ("x" * 5000, "other")],
)  # fmt: skip
def test_what_is_no_date(text: str, form: str) -> None:
    read = read_written_date(text)
    assert (read.civil, read.format) == (None, form)
    assert not read.is_impossible
    assert not read.has_wrong_weekday


@pytest.mark.parametrize(
    "text",
    ["2021-02-30", "2021-13-01", "2021-00-10", "2021-10-10 25:00:00", "2023-02-29 04:35", "Feb 30, 2021",
     "2021年13月1日", "2021/2/29", "2021-10-10 04:60:00"],
)  # fmt: skip
def test_days_and_clocks_that_do_not_exist(text: str) -> None:
    assert read_written_date(text).is_impossible


def test_the_end_of_the_day_exists() -> None:
    assert not read_written_date("2021-10-10 24:00:00").is_impossible


def test_day_and_month_in_either_order() -> None:
    assert read_written_date("10/11/2021").swapped == Civil(2021, 11, 10, date_only=True)
    assert read_written_date("10/11/2021").civil == Civil(2021, 10, 11, date_only=True)
    assert read_written_date("10.11.2021").civil == Civil(2021, 11, 10, date_only=True)
    assert read_written_date("10-11-2021").swapped == Civil(2021, 10, 11, date_only=True)
    assert read_written_date("10/10/2021").swapped is None
    assert read_written_date("13/10/2021").swapped is None


def test_weekdays() -> None:
    assert read_written_date("Mon, 10 Oct 2021 04:35:37 GMT").has_wrong_weekday
    assert not read_written_date("Sun, 10 Oct 2021 04:35:37 GMT").has_wrong_weekday
    assert read_written_date("Saturday, October 10, 2021").has_wrong_weekday
    assert not read_written_date("Oct 10, 2021").has_wrong_weekday


@pytest.mark.parametrize("text", ["1 " * 99, "2021-10-10 " + "(" * 180, "9" * 100_000, "2021-1-1T" + "1" * 190])
def test_hostile_texts(text: str) -> None:
    start = time.process_time()
    read_written_date(text)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    ["2021-10-10", "2021-02-30", "0021-10-10", "2021-10-10 04:35:37", "2021-10-10T24:00:00", "2021-13-01 25:61:61"],
)
def test_what_the_parser_has_read_is_not_read_otherwise(text: str) -> None:
    post = OnePost("hexo", f"---\ntitle: Garden\ndate: {text}\n---\n")
    date = post.dates[0]
    written = read_written_date(text)
    assert (date.raw, date.civil, date.format) == (text, written.civil, written.format)
