"""Time zones by name: offsets at an instant and at a wall clock."""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC as PY_UTC
from datetime import datetime, tzinfo
from functools import lru_cache

from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

# the Gregorian calendar repeats after 400 years; datetime ends with 9999
_LAST_YEAR = 9998
# 1902 to 9998: within what every system can convert by itself
_FIRST_SECOND, _LAST_SECOND = -2_145_916_800, 253_370_764_800
_POSIX = late_pattern(r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)[+-]?\d{1,3}(?::\d\d){0,2}[A-Za-z0-9<>+:,./-]*")
_LOCALTIME = "/etc/localtime"


class Zone:
    """A time zone. Offsets are whole seconds east of UTC; `name` is the name as it was asked for."""

    __slots__ = ("_fixed", "_tz", "name")

    def __init__(self, name: str, tz: tzinfo | None, fixed: int | None = None) -> None:
        self.name, self._tz, self._fixed = name, tz, fixed

    @property
    def is_utc(self) -> bool:
        """Tell whether this zone is UTC always."""
        return self._fixed == 0

    def offset_at(self, instant: Instant) -> int:
        """Return the offset in force at an instant."""
        if self._fixed is not None:
            return self._fixed
        if _FIRST_SECOND <= instant.seconds < _LAST_SECOND:
            return _seconds(datetime.fromtimestamp(instant.seconds, self._tz))
        wall = _within_limits(instant.civil())
        moment = datetime(*wall, tzinfo=PY_UTC)
        return _seconds(moment.astimezone(self._tz))

    def offset_of(self, civil: Civil) -> int:
        """Return the offset at a wall clock of this zone; its own `offset` is not looked at.

        A clock that the zone skips is read with the offset before the gap, one that comes twice is the
        first of the two, as JavaScript, Python and Go have it.
        """
        if self._fixed is not None:
            return self._fixed
        try:
            moment = datetime(civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second, 0, self._tz)
        except ValueError:
            # fields that roll over, or a year that datetime does not have
            wall = _within_limits(civil.instant().civil(civil.offset or 0))
            moment = datetime(*wall, tzinfo=self._tz)
        return _seconds(moment)

    def instant(self, civil: Civil) -> Instant:
        """Return the instant of a wall clock, by its own offset where it has one."""
        return civil.instant(0 if civil.offset is not None else self.offset_of(civil))

    def abbreviations(self, year: int) -> tuple[str, str]:
        """Return what the zone is called in January and in July (`CST`, `CDT`)."""
        tz = self._tz or PY_UTC
        year = min(max(year, 2), _LAST_YEAR)
        january, july = (datetime(year, month, 1, tzinfo=tz).tzname() or "" for month in (1, 7))
        return january, july


def _within_limits(civil: Civil) -> tuple[int, int, int, int, int, int]:
    """Return the fields of a wall clock, its year moved to where `datetime` has an equal one."""
    year = civil.year
    if year > _LAST_YEAR:
        year -= (year - _LAST_YEAR + 399) // 400 * 400
    day = min(civil.day, 28) if year < 2 else civil.day
    return max(year, 2), civil.month, day, civil.hour, civil.minute, min(civil.second, 59)


def _seconds(moment: datetime) -> int:
    offset = moment.utcoffset()
    return offset.days * 86_400 + offset.seconds if offset is not None else 0


UTC = Zone("UTC", None, 0)


def fixed_zone(offset: int) -> Zone:
    """Return the zone that is always `offset` seconds east of UTC."""
    return Zone(f"UTC{offset:+d}", None, offset) if offset else UTC


@lru_cache(maxsize=64)
def find_zone(name: str) -> Zone | None:
    """Return the zone of an IANA name in any case, or None if there is none."""
    if name.upper() in ("UTC", "ETC/UTC", "GMT", "Z"):
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    # most names are spelt right, and a list of all takes longer to read than a zone
    for spell in (str, _spelling):
        spelling = spell(name)
        if spelling is None or not spelling.isascii():
            continue
        try:
            return Zone(name, ZoneInfo(spelling))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    from importlib import resources

    try:
        names = resources.files("tzdata").joinpath("zones").read_text("utf-8").split()
    except (OSError, ModuleNotFoundError):
        names = []
    return {name.casefold(): name for name in names}


def _spelling(name: str) -> str | None:
    return _spellings().get(name.casefold())


@lru_cache(maxsize=16)
def find_posix_zone(text: str) -> Zone | None:
    """Return the zone that `text` names in the variable TZ (`Asia/Shanghai`, `:UTC`, `CST-8`), or None."""
    name = text.removeprefix(":")
    zone = find_zone(name)
    if zone is not None or not _POSIX.fullmatch(name):
        return zone
    from zoneinfo import ZoneInfo

    # a TZif file of version 2 without transitions leaves everything to the rule in its last line
    header = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    block = header + struct.pack(">lbb", 0, 0, 0) + b"UTC\0"
    try:
        return Zone(name, ZoneInfo.from_file(io.BytesIO(block * 2 + b"\n" + name.encode() + b"\n"), name))
    except ValueError:
        return None


_machine: ContextVar[str | None] = ContextVar("machine", default=None)


def asked_machine() -> str | None:
    """Return the zone that `machine_in` names; None where the machine's own counts."""
    return _machine.get()


def machine_zone() -> Zone:
    """Return the zone of the machine: `TZ`, else that of the system; UTC where the name is unknown."""
    name = _machine.get()
    return _own_zone() if name is None else _zone_of_machine(name)


@lru_cache(maxsize=1)
def _own_zone() -> Zone:
    # every post asks, and a look into the environment takes longer than all the rest
    return _zone_of_machine(os.environ.get("TZ"))


def forget_machine() -> None:
    """Look again where the machine is, for a run that begins."""
    _own_zone.cache_clear()


@contextmanager
def machine_in(name: str) -> Iterator[None]:
    """Read as if the machine were in another zone, for questions about builds elsewhere."""
    token = _machine.set(name)
    try:
        yield
    finally:
        _machine.reset(token)


@lru_cache(maxsize=8)
def _zone_of_machine(name: str | None) -> Zone:
    if name:
        return find_posix_zone(name) or UTC
    if name is not None:
        return UTC
    path = os.path.realpath(_LOCALTIME)
    if "/zoneinfo/" in path:
        found = find_zone(path.partition("/zoneinfo/")[2])
        if found is not None:
            return found
    from zoneinfo import ZoneInfo

    try:
        with open(path, "rb") as file:
            return Zone("local", ZoneInfo.from_file(file))
    except (OSError, ValueError):
        return UTC
