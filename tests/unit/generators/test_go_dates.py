from __future__ import annotations

import pytest

from postlint.generators.go_dates import read_go_date, read_go_number
from postlint.generators.zones import UTC, find_zone
from postlint.values.instant import Instant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-10-10", "2021-10-10T00:00:00Z"),
        ("2021-10-10T04:35:37Z", "2021-10-10T04:35:37Z"),
        ("2021-10-10 04:35:37 +0800", "2021-10-09T20:35:37Z"),
        ("2021-10-10T4:35:37,25", "2021-10-10T04:35:37.25Z"),
        ("sun,  10 oct 2021 04:35:37 GMT", "2021-10-10T04:35:37Z"),
        ("Sun, 10 Oct 2021 04:35:37 CST", "2021-10-10T04:35:37Z"),
        ("Sun, 10 Oct 2021 04:35:37 GMT+8", "2021-10-10T12:35:37Z"),
        ("Sunday, 10-Oct-69 04:35:37 GMT", "1969-10-10T04:35:37Z"),
        ("Sun Oct  3 04:35:37 2021", "2021-10-03T04:35:37Z"),
        ("10 Oct 2021", "2021-10-10T00:00:00Z"),
        ("4:35PM", "0000-01-01T16:35:00.000Z"),
        ("Oct 10 04:35:37", "0000-10-10T04:35:37.000Z"),
    ],
)
def test_reads_what_hugo_reads(text: str, wanted: str) -> None:
    assert str(read_go_date(text, zone=UTC)) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "TBD", "2021/10/10", "2021-10-10 04:35", "2021-10-10T04:35:37+08", "2021-10-10t04:35:37Z",
     "10 October 2021", "2021-02-30", "2021-10-10 24:00:00", "2021-10-10T04:35:37 +0800",
     "2021-10-10T04:35:37+25:00", "Xyz, 10 Oct 2021 04:35:37 GMT", "13:00PM", "Sun, 10 Oct 2021 04:35:37 +8",
     "2021-10-10 04:35:60",
     "Sun, 10 Oct 2021 04:35:37 GMT+24", "Sun, 10 Oct 2021 04:35:37 ABCD", "1633840537"],
)  # fmt: skip
def test_refuses_what_hugo_refuses(text: str) -> None:
    assert read_go_date(text, zone=UTC) is None


def test_the_zone_of_the_site_is_for_texts_without_an_offset() -> None:
    zone = find_zone("America/New_York")
    assert zone is not None
    assert str(read_go_date("2021-10-10 04:35:37", zone=zone)) == "2021-10-10T08:35:37Z"
    assert str(read_go_date("Sun, 10 Oct 2021 04:35:37 GMT", zone=zone)) == "2021-10-10T08:35:37Z"
    assert str(read_go_date("2021-10-10T04:35:37-03:30", zone=zone)) == "2021-10-10T08:05:37Z"
    assert str(read_go_date("4:35PM", zone=zone)) == "0000-01-01T16:35:00.000Z"


def test_integers_are_seconds() -> None:
    assert read_go_number(1633840537) == Instant(1633840537)
