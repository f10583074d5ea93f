"""DT003 impossible-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_dates.days import day_text, is_impossible, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import is_placeholder, short

_HEXO = "source/_posts/hello.md"


class ImpossibleDate(PostRule[Options]):
    """A date names a day or a time that does not exist.

    Generators in JavaScript and Jekyll roll it over without a word (30 February becomes 2 March, month 13
    next January), others end the build or leave the post out.

    Limits: 24:00:00 counts as the end of the day, and a leap second as a time.
    """

    code = "DT003"
    name = "impossible-date"
    severity = Severity.ERROR
    about = DoubtfulDates
    fixable = Fixable.NEVER
    valid = (
        Valid(post="---\ntitle: Hello\ndate: 2024-02-29\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(post="---\ntitle: Hello\ndate: 2021-10-10 24:00:00\n---\nText.\n", generator="hexo", path=_HEXO),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-02-30 10:00:00\n---\nText.\n",
            reports=("2021-02-30 10:00:00",),
            generator="hexo",
            path=_HEXO,
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-13-01\n---\nText.\n",
            reports=("2021-13-01",),
            generator="hugo",
            path="content/posts/hello.md",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at every date that is one."""
        for date in post.dates:
            civil = date.civil
            if civil is None or civil.is_real or not is_impossible(civil):
                continue
            if is_placeholder(source_text(post, date)):
                continue
            effect = ""
            if date.read is not None and post.outcome.status == "published":
                day = day_text(date.read.civil(civil.offset or 0))
                effect = f"; {post.generator.profile.title} makes it {day}"
            yield Report(
                date.span,
                f"{date.key} {short(date.raw)} does not exist{effect}",
                hint="correct the month, the day or the time",
                data={"key": date.key, "raw": date.raw, "read": str(date.read) if date.read else None},
            )
