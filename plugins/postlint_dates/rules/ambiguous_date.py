"""DT010 ambiguous-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Civil,
    DateReading,
    Fix,
    Fixable,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Valid,
)
from postlint_dates.days import day_of, day_text, is_impossible, other_order
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.rewrites import portable_fix
from postlint_dates.styles import UNDATED, short

_HEXO = "source/_posts/hello.md"


class AmbiguousDate(PostRule[Options]):
    """A date can be read as two different days.

    Generators in JavaScript and Pelican put the month first, Jekyll the day, and of a two-digit year some
    make a day: another generator, or a reader of the source, sees another date.

    Fix safety: unsafe, because the generator's reading may not be what the author meant.
    """

    code = "DT010"
    name = "ambiguous-date"
    severity = Severity.WARNING
    about = DoubtfulDates
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="---\ntitle: Hello\ndate: 2021-11-10\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(
            post="---\ntitle: Hello\ndate: 10/31/2021\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            why="31 can only be the day",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 10/11/2021\n---\nText.\n",
            reports=("10/11/2021",),
            fixed="---\ntitle: Hello\ndate: 2021-10-11\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            site={"_config.yml": "timezone: Asia/Shanghai\n"},
            message='date "10/11/2021" is 2021-10-11 or 2021-11-10; Hexo takes it for 2021-10-11',
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 10/11/2021\n---\nText.\n",
            reports=("10/11/2021",),
            fixed="---\ntitle: Hello\ndate: 2021-11-10\n---\nText.\n",
            generator="jekyll",
            path="_posts/2021-11-10-hello.md",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at dates with the year last."""
        for date in post.dates:
            other = other_order(date) if date.entry is not None else None
            if other is None or date.civil is None or is_impossible(date.civil):
                continue
            if date.read is None and date.fault and post.generator.profile.name not in UNDATED:
                # a date that is not read at all is DT002
                continue
            taken = _taken(date, other)
            days = sorted(day_text(civil) for civil in (date.civil, other))
            effect = f"; {post.generator.profile.title} takes it for {day_text(taken)}" if taken else ""
            yield Report(
                date.span,
                f"{date.key} {short(date.raw, 24)} is {days[0]} or {days[1]}{effect}",
                hint=f"write the year first, such as {day_text(taken or date.civil)}",
                data={
                    "key": date.key,
                    "raw": date.raw,
                    "days": days,
                    "read": day_text(taken) if taken else None,
                },
                fix=_fix(post, date, taken) if taken else None,
            )


def _taken(date: DateReading, other: Civil) -> Civil | None:
    """Return the one of the two days that the generator takes, whatever zone it counts in."""
    if date.read is None or date.civil is None:
        return None
    read = date.read
    near = min((date.civil, other), key=lambda civil: abs(day_of(civil).seconds - read.seconds))
    return near if abs(day_of(near).seconds - read.seconds) < 2 * 86_400 else None


def _fix(post: Post, date: DateReading, taken: Civil) -> Fix | None:
    if date.read is None or date.civil is None:
        return None
    clock = date.civil
    day = Civil(taken.year, taken.month, taken.day, clock.hour, clock.minute, clock.second,
                offset=clock.offset, date_only=clock.date_only)  # fmt: skip
    return portable_fix(post, date, date.read, civil=day, is_guess=True)
