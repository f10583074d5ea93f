from __future__ import annotations

import time

import pytest

from postlint.generators.js_date import parse_js_date, read_js_date, read_js_number
from postlint.generators.zones import UTC, Zone, find_zone
from postlint.values.instant import Instant


@pytest.fixture(scope="module")
def shanghai() -> Zone:
    zone = find_zone("Asia/Shanghai")
    assert zone is not None
    return zone


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-10-10", "2021-10-10T00:00:00Z"),
        ("2021-10-10T04:35:37", "2021-10-09T20:35:37Z"),
        ("2021-10-10T04:35:37Z", "2021-10-10T04:35:37Z"),
        ("2021-10-10 04:35", "2021-10-09T20:35:00Z"),
        ("2021-10-10T04:35:37+0800", "2021-10-09T20:35:37Z"),
        ("Sun, 10 Oct 2021 04:35:37 GMT", "2021-10-10T04:35:37Z"),
        ("Mon, 10 Oct 2021 04:35:37 +0800", "2021-10-09T20:35:37Z"),
        ("10/11/2021", "2021-10-10T16:00:00Z"),
        ("Octber 10, 2021 (updated)", "2021-10-09T16:00:00Z"),
        ("2021-10-10 04:35:37 CST", "2021-10-10T10:35:37Z"),
        ("2021-10-10 4:35 PM", "2021-10-10T08:35:00Z"),
        ("2021-02-30", "2021-03-02T00:00:00Z"),
        ("1/2/49", "2049-01-01T16:00:00Z"),
        ("1/2/50", "1950-01-01T16:00:00Z"),
        ("+275760-09-13", "+275760-09-13T00:00:00.000Z"),
        ("2021-10-10T04:35:37.123456Z", "2021-10-10T04:35:37.123Z"),
    ],
)
def test_reads_what_v8_reads(text: str, wanted: str, shanghai: Zone) -> None:
    assert str(read_js_date(text, zone=shanghai)) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "TBD", "2021-13-01", "31/10/2021", "2021年10月10日", "October 10th, 2021", "2021-10-10 draft",
     "12:30", "2021-10-10T25:00", "+275761-01-01", "2021-10-10T04:35:37 +0800"],
)  # fmt: skip
def test_refuses_what_v8_refuses(text: str, shanghai: Zone) -> None:
    assert read_js_date(text, zone=shanghai) is None


def test_numbers_are_milliseconds() -> None:
    assert read_js_number(1633840537123) == Instant(1633840537, 123_000_000)
    assert read_js_number(2021.9) == Instant(2, 21_000_000)
    assert read_js_number(-1) == Instant(-1, 999_000_000)
    assert read_js_number(8.64e15) == Instant(8_640_000_000_000)
    assert read_js_number(8.64e15 + 2) is None
    assert read_js_number(float("nan")) is None


def test_fields_without_a_zone_have_no_offset() -> None:
    civil = parse_js_date("2021/10/10 04:35:37")
    assert civil is not None
    assert civil.offset is None
    assert parse_js_date("nothing") is None


def test_fast_path_agrees_with_the_grammar() -> None:
    for text in ("2021-02-29", "0021-10-10T04:35:37", "2021-10-10 04:35:37", "2021-10-10 04:35:37+0800"):
        civil = parse_js_date(text)
        assert civil is not None
        assert read_js_date(text, zone=UTC) == civil.instant()


@pytest.mark.parametrize("text", ["1 " * 50_000, "(" * 100_000, "9" * 100_000, "a" * 100_000, "1:" * 50_000])
def test_hostile_lengths(text: str) -> None:
    start = time.process_time()
    read_js_date(text, zone=UTC)
    assert time.process_time() - start < 2
