"""DT005 wrong-instant."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Civil,
    DateReading,
    Fixable,
    Instant,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Valid,
)
from postlint_dates.days import is_impossible, other_order, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.rewrites import portable_fix, reads_elsewhere
from postlint_dates.styles import is_placeholder, short

_HEXO = "source/_posts/hello.md"
_SITE = {"_config.yml": "timezone: Asia/Shanghai\n"}
_DAY = 86_400


class WrongInstant(PostRule[Options]):
    """The generator ends up with another instant than the date says.

    A written zone is dropped or applied twice, seconds are read as milliseconds, a year or a day is taken
    for something else: readers and feeds see another time, often another day, and the permalink with it.

    Fix safety: unsafe, because it changes the instant that readers see.

    Limits: a date without a zone means the site's zone or UTC, whichever the generator takes. A date that
    can be read in two ways has its own rule (DT010). In Hexo, dates with a zone are also tried for builds
    in UTC, Asia/Shanghai and America/New_York; where only some of these go wrong it is an info.
    """

    code = "DT005"
    name = "wrong-instant"
    severity = Severity.WARNING
    about = DoubtfulDates
    severities = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10T04:35:37+08:00\n---\nText.\n",
            generator="hugo",
            path="content/posts/hello.md",
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            site=_SITE,
            why="Hexo takes the clock to be that of `timezone:`",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-10-10T04:35:37Z\n---\nText.\n",
            reports=("2021-10-10T04:35:37Z",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10 12:35:37\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            site=_SITE,
            why="Hexo drops the zone and takes the clock to be that of `timezone:`",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 1633840537000\n---\nText.\n",
            reports=("1633840537000",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10T04:35:37Z\n---\nText.\n",
            severity="error",
            generator="hugo",
            path="content/posts/hello.md",
            why="Hugo reads numbers as seconds",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at dates that are read, and compare what is read with what is written."""
        for date in post.dates:
            read, meant, civil = date.read, date.meant, date.civil
            if read is None or meant is None or civil is None or is_impossible(civil):
                continue
            if read != meant:
                if not _is_excused(date, civil, read, meant) and not is_placeholder(source_text(post, date)):
                    yield _report(post, date, meant, read)
            elif date.entry is not None and civil.offset is not None:
                yield from _report_elsewhere(post, date, meant)


def _is_excused(date: DateReading, civil: Civil, read: Instant, meant: Instant) -> bool:
    """Tell whether a difference is none that the author could help."""
    if civil.offset is None and read == civil.instant():
        # the zone of the site is a guess where its config names none: UTC is as good
        return True
    # fractions of a second that a generator cuts off harm nobody
    return abs(read.seconds - meant.seconds) <= 1 or other_order(date) is not None


def _report(post: Post, date: DateReading, meant: Instant, read: Instant, where: str = "") -> Report:
    gap = abs(read.seconds - meant.seconds)
    title = post.generator.profile.title
    shown = "" if where else f" {short(date.raw, 31)}"
    return Report(
        date.span,
        f"{date.key}{shown} means {meant}, {title} reads {read}{where}",
        hint="write it as the generator reads it",
        data={"key": date.key, "raw": date.raw, "meant": str(meant), "read": str(read)},
        fix=portable_fix(post, date, meant, is_guess=True),
        severity=Severity.INFO if where else Severity.ERROR if gap >= _DAY else Severity.WARNING,
    )


def _report_elsewhere(post: Post, date: DateReading, meant: Instant) -> Iterable[Report]:
    """Report a date of Hexo that goes wrong on other machines only."""
    if post.generator.profile.name == "hexo":
        for zone, read in reads_elsewhere(post, date)[:1]:
            yield _report(post, date, meant, read, f" on a machine in {zone}")
