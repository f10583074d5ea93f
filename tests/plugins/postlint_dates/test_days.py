from __future__ import annotations

import pytest

from postlint import Civil, DateReading, Entry, Span
from postlint.front_matter.nodes import Scalar
from postlint.generators.written_date import read_written_date
from postlint_dates.days import (
    is_empty,
    is_impossible,
    is_near,
    is_same_weekday,
    other_order,
    weekday_of,
    written_weekday,
)


def reading(raw: str, source: str | None = None) -> DateReading:
    source = raw if source is None else source
    written = read_written_date(raw)
    span = Span(6, 6 + len(source))
    entry = Entry("date", Span(0, 4), Scalar(span, source, raw or None), Span(0, span.end))
    return DateReading("date", raw, span, written.civil, None, None, written.format, None, entry)


@pytest.mark.parametrize(
    ("raw", "other"),
    [
        ("10/11/2021", Civil(2021, 11, 10, date_only=True)),
        ("10.11.2021", Civil(2021, 10, 11, date_only=True)),
        ("10-11-2021 04:35", Civil(2021, 10, 11, date_only=True)),
        ("10/10/21", Civil(2010, 10, 21, date_only=True)),
        ("10/10/2021", None),
        ("31/10/2021", None),
        ("2021/10/11", None),
        ("10/10/99", None),
    ],
)
def test_dates_in_either_order(raw: str, other: Civil | None) -> None:
    assert other_order(reading(raw)) == other


def test_impossible_days() -> None:
    assert is_impossible(Civil(2021, 2, 29))
    assert is_impossible(Civil(2021, 2, 29, 24))
    assert is_impossible(Civil(2021, 10, 10, 24, 1))
    assert not is_impossible(Civil(2021, 10, 10, 24))
    assert not is_impossible(Civil(2024, 2, 29, 23, 59, 60))


def test_weekdays_as_written() -> None:
    assert written_weekday(reading("Mon, 10 Oct 2021")) == ("Mon", Span(6, 9))
    assert written_weekday(reading("Sunday, October 10, 2021", '"Sunday, October 10, 2021"')) == (
        "Sunday",
        Span(7, 13),
    )
    assert written_weekday(reading("Oct 10, 2021")) is None
    assert written_weekday(reading("Mon, 10 Oct 2021", '"M\\u006fn, 10 Oct 2021"')) is None


def test_names_of_weekdays() -> None:
    day = Civil(2021, 10, 10)
    assert weekday_of(day, "Mon") == "Sun"
    assert weekday_of(day, "MON") == "SUN"
    assert weekday_of(day, "monday") == "sunday"
    assert weekday_of(day, "Tues") == "Sun"
    assert is_same_weekday("Sun", "sunday")


def test_days_and_emptiness() -> None:
    assert not is_near(Civil(2021, 10, 10, 23), Civil(2021, 10, 12, 1))
    assert is_near(Civil(2021, 10, 10, 23), Civil(2021, 10, 11, 1))
    assert is_empty(reading("", ""))
    assert not is_empty(reading("2021-10-10"))
