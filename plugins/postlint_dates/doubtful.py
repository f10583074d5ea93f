"""Which posts have a date that is worth a closer look."""

from __future__ import annotations

from postlint import DateReading, Options, View
from postlint_dates.styles import PORTABLE


class DoubtfulDates(View[Options]):
    """The dates of a post, unless all of them are plain: then rules about odd ones have nothing to say."""

    @property
    def is_empty(self) -> bool:
        """Tell whether every date is portable, of our time, and read as it is meant."""
        return all(map(_is_plain, self.post.dates))


def _is_plain(date: DateReading) -> bool:
    civil, raw = date.civil, date.raw
    return (
        civil is not None
        and civil.offset is None
        and date.read is not None
        and date.read == date.meant
        and raw[:2] in ("19", "20")
        and raw[:4] != "1970"
        and civil.is_real
        and PORTABLE.fullmatch(raw) is not None
    )
