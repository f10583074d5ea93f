from __future__ import annotations

import pytest

from postlint.generators.moment import GatsbyDate, as_machine_clock, as_site_clock, read_gatsby_date
from postlint.generators.zones import UTC, find_zone
from postlint.values.instant import Instant


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2021-10-10", "2021-10-10T00:00:00Z"),
        ("2021-10-10T04:35:37.123Z", "2021-10-10T04:35:37.123Z"),
        ("2021-10-10 04:35:37 +0800", "2021-10-09T20:35:37Z"),
        ("2021-10-10 04:35", "2021-10-10T04:35:00Z"),
        ("20211010", "2021-10-10T00:00:00Z"),
        ("2021-W40", "2021-10-04T00:00:00Z"),
        ("2021W407", "2021-10-10T00:00:00Z"),
        ("2021-283", "2021-10-10T00:00:00Z"),
        ("2021-10-10T04:35:37.029999", "2021-10-10T04:35:37.029Z"),
    ],
)
def test_texts_that_make_a_date_field(text: str, wanted: str) -> None:
    read = read_gatsby_date(text)
    assert read is not None
    assert str(read.instant) == wanted


@pytest.mark.parametrize("text", ["2021-02-30", "2021-13-01", "2021-10-10 25:00:00", "2021-10-10T04:35+99:99"])
def test_date_fields_with_an_invalid_date(text: str) -> None:
    assert read_gatsby_date(text) == GatsbyDate(None)


@pytest.mark.parametrize(
    "text", ["", "TBD", "2021/10/10", "2021-1-5", "Oct 10, 2021", "2021-10-10 04:35:37 CST", "２０２１-10-10"]
)
def test_texts_that_make_a_string_field(text: str) -> None:
    assert read_gatsby_date(text) is None


def test_hexo_reads_the_utc_clock_on_the_machine_and_then_at_the_site() -> None:
    shanghai = find_zone("Asia/Shanghai")
    assert shanghai is not None
    yaml_date = Instant(1633840537)
    assert str(as_machine_clock(yaml_date, machine=shanghai)) == "2021-10-09T20:35:37Z"
    assert as_machine_clock(yaml_date, machine=UTC) == yaml_date
    assert str(as_site_clock(yaml_date, machine=UTC, site=shanghai)) == "2021-10-09T20:35:37Z"
    assert as_site_clock(yaml_date, machine=shanghai, site=shanghai) == yaml_date
    assert as_site_clock(yaml_date, machine=shanghai, site=None) == yaml_date
