"""Which posts have a date that is worth a closer look."""

from __future__ import annotations

from postlint import DateReading, Options, Post, View
from postlint_dates.styles import PORTABLE


class DoubtfulDates(View[Options]):
    """The dates of a post, unless all are portable, of our time and read as meant: rules about odd ones pass them over.

    It does not keep the post, which would then hold itself and wait for the garbage collector.
    """

    is_empty = False

    def __init__(self, post: Post, options: Options) -> None:
        self.is_empty = all(map(_is_plain, post.dates))


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
