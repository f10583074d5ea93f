"""DT009 weekday-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_dates.days import is_impossible, is_same_weekday, weekday_of, written_weekday
from postlint_dates.doubtful import DoubtfulDates

_HEXO = "source/_posts/hello.md"


class WeekdayMismatch(PostRule[Options]):
    """A date names a weekday that the day is not.

    No generator looks at the weekday, so one of the two is wrong for readers: either the day, which then is
    the date of the post, or the weekday, which feeds and strict mail tools refuse.

    Fix safety: unsafe, because the day may be the wrong one.
    """

    code = "DT009"
    name = "weekday-mismatch"
    severity = Severity.WARNING
    about = DoubtfulDates
    fixable = Fixable.ALWAYS
    valid = (
        Valid(
            post="---\ntitle: Hello\ndate: Sun, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: Mon, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            reports=("Mon",),
            fixed="---\ntitle: Hello\ndate: Sun, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            message="10 October 2021 is a Sunday, not Mon",
        ),
        Invalid(
            post='---\ntitle: Hello\ndate: "Saturday, October 10, 2021"\n---\nText.\n',
            reports=("Saturday",),
            fixed='---\ntitle: Hello\ndate: "Sunday, October 10, 2021"\n---\nText.\n',
            generator="hexo",
            path=_HEXO,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at dates that begin with a weekday."""
        for date in post.dates:
            civil = date.civil
            if civil is None or date.raw[:1].isdigit() or is_impossible(civil):
                continue
            found = written_weekday(date)
            if found is None:
                continue
            word, span = found
            right = weekday_of(civil, word)
            if is_same_weekday(word, right):
                continue
            day = f"{civil.day} {_MONTHS[civil.month - 1]} {civil.year}"
            yield Report(
                span,
                f"{day} is a {weekday_of(civil, 'Wednesday')}, not {word}",
                hint="correct the weekday or the day, or leave the weekday out",
                data={"key": date.key, "raw": date.raw, "weekday": right},
                fix=Fix.unsafe(f"write {right}", Edit(span, right)),
            )


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
