from __future__ import annotations

import pytest

from postlint.generators import zones
from postlint.generators.zones import (
    UTC,
    find_posix_zone,
    find_zone,
    fixed_zone,
    forget_machine,
    machine_in,
    machine_zone,
)
from postlint.values.instant import Civil, Instant


def test_offsets_at_a_wall_clock_and_at_an_instant() -> None:
    zone = find_zone("America/New_York")
    assert zone is not None
    assert zone.offset_of(Civil(2021, 1, 10)) == -18_000
    assert zone.offset_of(Civil(2021, 7, 10)) == -14_400
    assert zone.offset_at(Instant(1633840537)) == -14_400
    assert zone.instant(Civil(2021, 7, 10, 12)) == Civil(2021, 7, 10, 16).instant()
    assert zone.instant(Civil(2021, 7, 10, 12, offset=0)) == Civil(2021, 7, 10, 12).instant()


def test_skipped_and_doubled_clocks() -> None:
    zone = find_zone("America/New_York")
    assert zone is not None
    assert zone.offset_of(Civil(2021, 3, 14, 2, 30)) == -18_000
    assert zone.offset_of(Civil(2021, 11, 7, 1, 30)) == -14_400


def test_clocks_that_roll_over() -> None:
    zone = find_zone("America/New_York")
    assert zone is not None
    assert zone.offset_of(Civil(2021, 3, 13, 27)) == -14_400
    assert zone.offset_of(Civil(2021, 13, 1)) == -18_000


def test_years_beyond_datetime() -> None:
    zone = find_zone("Asia/Shanghai")
    assert zone is not None
    assert zone.offset_of(Civil(275_760, 9, 13)) == 28_800
    assert zone.offset_at(Instant(8_640_000_000_000)) == 28_800
    assert zone.offset_of(Civil(-271_821, 4, 20)) == 29_143
    assert zone.offset_of(Civil(1, 12, 31)) == 29_143


@pytest.mark.parametrize("name", ["utc", "UTC", "Etc/UTC", "GMT"])
def test_names_of_utc(name: str) -> None:
    assert find_zone(name) is UTC


def test_names_in_any_case() -> None:
    zone = find_zone("asia/shanghai")
    assert zone is not None
    assert zone.offset_at(Instant(0)) == 28_800


@pytest.mark.parametrize("name", ["", "Nowhere/City", "../etc/passwd", "/etc/localtime", "上海", "A" * 5000])
def test_unknown_names(name: str) -> None:
    assert find_zone(name) is None


def test_posix_rules() -> None:
    china, eastern = find_posix_zone("CST-8"), find_posix_zone(":EST5EDT,M3.2.0,M11.1.0")
    assert china is not None
    assert eastern is not None
    assert china.offset_at(Instant(0)) == 28_800
    assert eastern.offset_of(Civil(2021, 7, 1)) == -14_400
    assert find_posix_zone("nonsense") is None
    assert find_posix_zone("ABC99999") is None


def test_abbreviations() -> None:
    zone = find_zone("America/New_York")
    assert zone is not None
    assert zone.abbreviations(2021) == ("EST", "EDT")
    assert UTC.abbreviations(99_999) == ("UTC", "UTC")


def test_fixed_zones() -> None:
    assert fixed_zone(0) is UTC
    assert fixed_zone(-3600).offset_of(Civil(2021, 1, 1)) == -3600
    assert UTC.is_utc
    assert not fixed_zone(60).is_utc


def test_the_machine_is_where_tz_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, offset in (("Asia/Shanghai", 28_800), ("No/Zone", 0), ("", 0)):
        monkeypatch.setenv("TZ", name)
        forget_machine()
        assert machine_zone().offset_at(Instant(0)) == offset
    monkeypatch.delenv("TZ")
    forget_machine()
    assert isinstance(machine_zone().offset_at(Instant(0)), int)


def test_a_machine_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    forget_machine()
    with machine_in("Asia/Shanghai"):
        assert machine_zone().offset_at(Instant(0)) == 28_800
    assert machine_zone() is UTC


def test_the_list_of_all_zones_is_read_for_names_that_are_spelt_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def spelling(name: str) -> str:
        asked.append(name)
        return "Asia/Tokyo"

    monkeypatch.setattr(zones, "_spelling", spelling)
    find_zone.cache_clear()
    assert find_zone("Asia/Tokyo") is not None
    assert asked == []
    assert find_zone("asia/TOKYO ") is not None
    assert asked == ["asia/TOKYO "]
    find_zone.cache_clear()
