"""DT012 placeholder-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_dates.days import is_empty, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import is_placeholder, short

_HEXO = "source/_posts/hello.md"


class PlaceholderDate(PostRule[Options]):
    """A date is a placeholder of a template that was never filled in.

    `TBD`, `YYYY-MM-DD`, `{{ date }}` or 1970-01-01: the generator takes the time of the file or the year 1,
    leaves the post out or ends the build, and readers see a date that means nothing.

    Limits: scaffolds and archetypes, where placeholders belong, are no posts.
    """

    code = "DT012"
    name = "placeholder-date"
    severity = Severity.ERROR
    about = DoubtfulDates
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.NEVER
    valid = (Valid(post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n", generator="hexo", path=_HEXO),)
    invalid = (
        Invalid(post="---\ntitle: Hello\ndate: TBD\n---\nText.\n", reports=("TBD",), generator="hexo", path=_HEXO),
        Invalid(
            post='---\ntitle: Hello\ndate: "{{ date }}"\n---\nText.\n',
            reports=('"{{ date }}"',),
            generator="hexo",
            path=_HEXO,
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 1970-01-01\n---\nText.\n",
            reports=("1970-01-01",),
            severity="warning",
            generator="hexo",
            path=_HEXO,
            why="the start of Unix time is hardly when the post was written",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at what stands in the place of a date."""
        for date in post.dates:
            text = source_text(post, date)
            if date.entry is None or is_empty(date) or not is_placeholder(text):
                continue
            yield Report(
                date.span,
                f"{date.key} {short(text)} is a placeholder, not a date",
                hint="write the date of the post, such as 2021-10-10 04:35:37",
                data={"key": date.key, "raw": date.raw},
                severity=Severity.ERROR if date.read is None else Severity.WARNING,
            )
