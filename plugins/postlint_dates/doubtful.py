"""Which posts have a date that is worth a closer look."""

from __future__ import annotations

from datetime import date

from postlint import DateReading, Options, Post, View
from postlint_dates.days import is_near, named_day
from postlint_dates.styles import PORTABLE

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


class DoubtfulDates(View[Options]):
    """The dates of a post, unless none of them can be wrong.

    That is so where all are portable, of our time, read as meant and in order, and a post has one, which is past and
    that of the file's name. It does not keep the post, which would then hold itself and wait for the garbage collector.
    """

    is_empty = False

    def __init__(self, post: Post, options: Options) -> None:
        dates = post.dates
        self.is_empty = (
            all(map(_is_plain, dates))
            and (post.role != "post" or _is_dated(post))
            and (len(dates) < 2 or _are_in_order(post, dates))
        )


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


def _is_dated(post: Post) -> bool:
    """Tell whether the plain date of a post is past and that of its name; what has no front matter lacks more."""
    found = post.date
    if found is None or found.read is None or found.civil is None:
        return post.front_matter is None
    named = named_day(post.path)
    if named is not None and not (named.is_real and is_near(found.civil, named)):
        return False
    # asked as FM017 and DT006 ask it, so that results are kept as long
    return post.site.is_past(_EPOCH + found.read.seconds // _DAY)


def _are_in_order(post: Post, dates: tuple[DateReading, ...]) -> bool:
    published = post.date
    first = published.read if published is not None else None
    return first is not None and all(date.read is not None and first <= date.read for date in dates)
