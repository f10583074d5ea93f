"""Calendar dates and instants without the limits of `datetime`."""

from __future__ import annotations

import time
from datetime import date

from postlint.values.dataclass import dataclass
from postlint.values.named_tuple import NamedTuple

_DAY = 86_400
_TO_1970 = 719_163
# of the months, in a year that is no leap year
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_from_civil(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01 in the proleptic Gregorian calendar; month and day may roll over."""
    if 1 <= year <= 9999 and 1 <= month <= 12:
        # the same, but counted in C
        return date(year, month, 1).toordinal() - _TO_1970 + day - 1
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    shifted = year - (month <= 2)
    era = shifted // 400
    of_era = shifted - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year + (day - 1) - 719_468


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Return year, month and day of a number of days since 1970-01-01."""
    days += 719_468
    era = days // 146_097
    of_era = days - era * 146_097
    year = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


class Instant(NamedTuple):
    """A moment: seconds since 1970-01-01T00:00:00Z (any sign and size) and nanoseconds (0 to 999,999,999)."""

    seconds: int
    nanoseconds: int = 0

    def __str__(self) -> str:
        """Return ISO 8601 in UTC, as JavaScript prints years beyond 9999 (`+010000-01-01T00:00:00.000Z`)."""
        days, rest = divmod(self.seconds, _DAY)
        year, month, day = civil_from_days(days)
        head = f"{year:04d}" if 0 <= year <= 9999 else f"{'-' if year < 0 else '+'}{abs(year):06d}"
        if len(head) > 4 or year == 0:
            fraction = f".{self.nanoseconds // 1_000_000:03d}"
        else:
            fraction = f".{self.nanoseconds:09d}".rstrip("0") if self.nanoseconds else ""
        clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
        return f"{head}-{month:02d}-{day:02d}T{clock}{fraction}Z"

    @classmethod
    def now(cls) -> Instant:
        """Return the present second."""
        return cls(int(time.time()))

    def shifted(self, seconds: int) -> Instant:
        """Return the instant that many seconds later."""
        return Instant(self.seconds + seconds, self.nanoseconds) if seconds else self

    def civil(self, offset: int = 0) -> Civil:
        """Return the wall clock at an offset in seconds east of UTC."""
        days, rest = divmod(self.seconds + offset, _DAY)
        year, month, day = civil_from_days(days)
        return Civil(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, self.nanoseconds, offset)


@dataclass(frozen=True, slots=True)
class Civil:
    """A date as written: fields need not be in range (a reader may roll them over).

    `offset` is in seconds east of UTC, None where none was written; `date_only` if no time was.
    """

    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    second: int = 0
    nanosecond: int = 0
    offset: int | None = None
    date_only: bool = False

    def instant(self, default_offset: int = 0) -> Instant:
        """Return the instant, rolling over; `default_offset` (seconds) stands in for a missing zone."""
        offset = default_offset if self.offset is None else self.offset
        days = days_from_civil(self.year, self.month, self.day)
        clock = self.hour * 3600 + self.minute * 60 + self.second
        return Instant(days * _DAY + clock - offset, self.nanosecond)

    @property
    def is_real(self) -> bool:
        """Tell whether the day exists and the clock is within 00:00:00 and 23:59:60."""
        if not (0 <= self.hour <= 23 and 0 <= self.minute <= 59 and 0 <= self.second <= 60):
            return False
        year, month, day = self.year, self.month, self.day
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return False
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return day <= _LENGTHS[month] or (month == 2 and day == 29 and is_leap)

    def __str__(self) -> str:
        """Return `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS[±HH:MM]`, the portable YAML forms."""
        day = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.date_only:
            return day
        clock = f"{day} {self.hour:02d}:{self.minute:02d}:{self.second:02d}"
        if self.offset is None:
            return clock
        sign = "-" if self.offset < 0 else "+"
        minutes = abs(self.offset) // 60
        return f"{clock} {sign}{minutes // 60:02d}:{minutes % 60:02d}"
