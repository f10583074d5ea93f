"""Our date grammars against what the real programs answered (data/dates_*.json).

Answers are milliseconds (V8, luxon, moment) or seconds and nanoseconds since 1970, one for each zone;
None where the program reads no date, `today` where it fills in from the current day.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from postlint.generators.dateutil_dates import read_dateutil_date
from postlint.generators.go_dates import read_go_date
from postlint.generators.js_date import read_js_date
from postlint.generators.luxon import read_luxon_date
from postlint.generators.moment import read_gatsby_date
from postlint.generators.read_date import ReadDate
from postlint.generators.ruby_time import read_ruby_time
from postlint.generators.zones import Zone, find_zone
from postlint.values.instant import Instant

DATA = Path(__file__).parent / "data"


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / f"dates_{name}.json").read_text("utf-8"))
    return loaded


def milliseconds(instant: Instant | None) -> int | None:
    return None if instant is None else instant.seconds * 1000 + instant.nanoseconds // 1_000_000


def answer(read: ReadDate | Instant | None) -> Any:
    if isinstance(read, ReadDate):
        return "today" if read.instant is None else answer(read.instant)
    return None if read is None else [read.seconds, read.nanoseconds]


def cases(name: str) -> Iterator[tuple[str, Zone, Any]]:
    data = load(name)
    for text, answers in data["texts"].items():
        for zone_name, wanted in zip(data["zones"], answers, strict=True):
            zone = find_zone(zone_name)
            assert zone is not None
            yield text, zone, wanted


def test_v8() -> None:
    wrong = [
        (text, zone.name, wanted)
        for text, zone, wanted in cases("v8")
        if milliseconds(read_js_date(text, zone=zone)) != wanted
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "read"), [("ruby", read_ruby_time), ("dateutil", read_dateutil_date), ("go", read_go_date)]
)
def test_zoned_grammars(name: str, read: Callable[..., ReadDate | Instant | None]) -> None:
    wrong = [(text, zone.name, wanted) for text, zone, wanted in cases(name) if answer(read(text, zone=zone)) != wanted]
    assert wrong == []


def test_luxon() -> None:
    wrong = []
    for text, wanted in load("luxon")["texts"].items():
        read = read_luxon_date(text)
        if (None if read is None else milliseconds(read.instant)) != wanted:
            wrong.append((text, wanted))
    assert wrong == []


def test_gatsby() -> None:
    wrong = []
    for text, wanted in load("gatsby")["texts"].items():
        read = read_gatsby_date(text)
        got = [read is not None, milliseconds(read.instant) if read is not None else None]
        if got != wanted:
            wrong.append((text, wanted, got))
    assert wrong == []
