from __future__ import annotations

import time

import pytest

from postlint.generators.read_date import ReadDate
from postlint.generators.ruby_time import read_ruby_time
from postlint.generators.zones import UTC, Zone, find_zone


@pytest.fixture(scope="module")
def shanghai() -> Zone:
    zone = find_zone("Asia/Shanghai")
    assert zone is not None
    return zone


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-10-10", "2021-10-09T16:00:00Z"),
        ("2021-10-10 04:35:37 +0800", "2021-10-09T20:35:37Z"),
        ("2021-10-10T04:35:37Z", "2021-10-10T04:35:37Z"),
        ("2021-10-10 04:35:37 CST", "2021-10-10T10:35:37Z"),
        ("2021-10-10 04:35:37 JST", "2021-10-09T20:35:37Z"),
        ("Sun, 10 Oct 2021 04:35:37 GMT", "2021-10-10T04:35:37Z"),
        ("October 10th, 2021", "2021-10-09T16:00:00Z"),
        ("10/11/2021", "2021-11-09T16:00:00Z"),
        ("10/10/21", "2010-10-20T16:00:00Z"),
        ("2021-10-10 draft", "2021-10-09T16:00:00Z"),
        ("2021-02-30", "2021-03-01T16:00:00Z"),
        ("20211010", "2021-10-09T16:00:00Z"),
        ("20211010T043537+08", "2021-10-09T20:35:37Z"),
        ("H31.04.30", "2019-04-29T16:00:00Z"),
        ("10-Oct-21", "2021-10-09T16:00:00Z"),
        ("2021-283 04:35Z", "2021-10-10T04:35:00Z"),
        ("2021-10-10 4:35 PM", "2021-10-10T08:35:00Z"),
        ("2021.10.10", "2021-10-09T16:00:00Z"),
        ("Oct 5 44 BC", "-000043-10-04T15:54:17.000Z"),
    ],
)
def test_reads_what_time_parse_reads(text: str, wanted: str, shanghai: Zone) -> None:
    read = read_ruby_time(text, zone=shanghai)
    assert read is not None
    assert str(read.instant) == wanted


@pytest.mark.parametrize(
    "text", ["", "TBD", "2021-13-01", "2021-10-10 25:00:00", "2021", "2021年10月10日", "Sunday", "1" * 129]
)
def test_refuses_what_time_parse_refuses(text: str) -> None:
    assert read_ruby_time(text, zone=UTC) is None


@pytest.mark.parametrize("text", ["21", "Oct 10", "04:35", "10/11", "--10-10", "283 04:35"])
def test_missing_years_come_from_today(text: str) -> None:
    assert read_ruby_time(text, zone=UTC) == ReadDate(None, from_today=True)


@pytest.mark.parametrize("text", ["1" * 120 + ":", "1:1 " * 30, "a" * 128, "1." * 60, "1" * 100_000])
def test_hostile_texts(text: str) -> None:
    start = time.process_time()
    read_ruby_time(text, zone=UTC)
    assert time.process_time() - start < 1
