from __future__ import annotations

import pytest

from postlint.generators.luxon import read_luxon_date
from postlint.generators.read_date import ReadDate


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-10-10", "2021-10-10T00:00:00Z"),
        ("2021-10", "2021-10-01T00:00:00Z"),
        ("2021", "2021-01-01T00:00:00Z"),
        ("20211010T0435", "2021-10-10T04:35:00Z"),
        ("2021-W40-7", "2021-10-10T00:00:00Z"),
        ("2020W53", "2020-12-28T00:00:00Z"),
        ("2021-283", "2021-10-10T00:00:00Z"),
        ("2021-10-10T04:35:37,25+08:00", "2021-10-09T20:35:37.25Z"),
        ("2021-10-10T24:00", "2021-10-11T00:00:00Z"),
        ("2021-10-10T04:35:37[Asia/Shanghai]", "2021-10-09T20:35:37Z"),
        ("2021-10-10T04:35:37+03:00[Asia/Shanghai]", "2021-10-09T20:35:37Z"),
        ("+012021-10-10", "+012021-10-10T00:00:00.000Z"),
    ],
)
def test_reads_iso(text: str, wanted: str) -> None:
    read = read_luxon_date(text)
    assert read is not None
    assert str(read.instant) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "2021-10-10 04:35:37", "2021/10/10", "2021-02-30", "2021-W53-1", "2021-366", "2021-1-5",
     "2021-10-10T4:35", "2021-10-10T04:60",
     "2021-10-10T04:35:37[No/Zone]", "Sun, 10 Oct 2021 04:35:37 GMT", "+275761-01-01", "25:00"],
)  # fmt: skip
def test_refuses_the_rest(text: str) -> None:
    assert read_luxon_date(text) is None


def test_a_clock_alone_is_today() -> None:
    assert read_luxon_date("04:35:37") == ReadDate(None, from_today=True)
    assert read_luxon_date("0435Z") == ReadDate(None, from_today=True)
