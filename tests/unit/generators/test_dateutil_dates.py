from __future__ import annotations

import time

import pytest

from postlint.generators.dateutil_dates import read_dateutil_date
from postlint.generators.read_date import ReadDate
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
        ("2021-10-10 04:35", "2021-10-09T20:35:00Z"),
        ("2021-10-10 04:35:37 +0900", "2021-10-09T19:35:37Z"),
        ("2021-10-10   04:35:37 UTC", "2021-10-10T04:35:37Z"),
        ("2021-10-10 04:35:37 CST", "2021-10-09T20:35:37Z"),
        ("2021-10-10 04:35:37 JST", "2021-10-09T20:35:37Z"),
        ("2021-10-10 04:35:37 GMT+8", "2021-10-10T12:35:37Z"),
        ("10/11/2021", "2021-10-10T16:00:00Z"),
        ("Sun, 10 Oct 2021 04:35:37 GMT", "2021-10-10T04:35:37Z"),
        ("2021-10-10 04-35-37", "2021-10-10T04:00:00Z"),
        ("20211010", "2021-10-09T16:00:00Z"),
    ],
)
def test_reads_what_pelican_reads(text: str, wanted: str, shanghai: Zone) -> None:
    read = read_dateutil_date(text, zone=shanghai)
    assert read is not None
    assert str(read.instant) == wanted


@pytest.mark.parametrize(
    "text",
    ["", '"2021-10-10"', "TBD", "2021-13-01", "2021-02-30", "2021-10-10 24:00:00", "1633840537",
     "2021年10月10日", "0000-01-01"],
)  # fmt: skip
def test_refuses_what_pelican_refuses(text: str) -> None:
    assert read_dateutil_date(text, zone=UTC) is None


@pytest.mark.parametrize("text", ["04:35:37", "2021", "2021-10", "21", "Oct 10", "Sunday"])
def test_missing_parts_come_from_today(text: str) -> None:
    assert read_dateutil_date(text, zone=UTC) == ReadDate(None, from_today=True)


@pytest.mark.parametrize("text", ["1 " * 50_000, "9" * 100_000, "9" * 199, "a1" * 99])
def test_hostile_texts(text: str) -> None:
    start = time.process_time()
    assert read_dateutil_date(text, zone=UTC) is None
    assert time.process_time() - start < 1
