"""DT008 file-name-date-mismatch."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_dates.days import is_impossible, is_near, named_day, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import is_placeholder, short

_JEKYLL = "_posts/2021-10-10-hello.md"


class FileNameDateMismatch(PostRule[Options]):
    """The date in the file's name is not that of the front matter.

    Jekyll, Eleventy, Docusaurus and Pelican take the one in the front matter and say nothing: the post is
    filed and linked under a day that its name does not tell, and whoever looks for the file is misled.

    Limits: a day of difference is allowed, because of time zones. Names of folders count for bundles
    (`2021-10-10-hello/index.md`).
    """

    code = "DT008"
    name = "file-name-date-mismatch"
    severity = Severity.WARNING
    about = DoubtfulDates
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.NEVER
    valid = (
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37 +0800\n---\nText.\n",
            generator="jekyll",
            path=_JEKYLL,
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-09 23:35:37 -0500\n---\nText.\n",
            generator="jekyll",
            path=_JEKYLL,
            why="the day may differ by one because of time zones",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2020-10-10 04:35:37 +0800\n---\nText.\n",
            reports=("2020-10-10 04:35:37 +0800",),
            generator="jekyll",
            path=_JEKYLL,
            message='date "2020-10-10 04:35:37 +0800" is not 2021-10-10, the day in the file\'s name',
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-10-20 04:35:37\n---\nText.\n",
            reports=("2021-10-20 04:35:37",),
            severity="info",
            generator="hexo",
            path="source/_posts/2021-10-10-hello.md",
            why="Hexo does not read the name, but people do",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare the two dates of a post that has both."""
        named = named_day(post.path) if post.role == "post" else None
        if named is None:
            return
        date = next((date for date in post.dates if date.entry is not None and date is post.date), None)
        if date is None or date.civil is None or not named.is_real or is_impossible(date.civil):
            return
        if is_near(date.civil, named) or is_placeholder(source_text(post, date)):
            return
        is_read = any(other.entry is None for other in post.dates)
        yield Report(
            date.span,
            f"{date.key} {short(date.raw, 32)} is not {named}, the day in the file's name",
            hint="correct the date, or rename the file",
            data={"key": date.key, "raw": date.raw, "file_name": str(named)},
            severity=Severity.WARNING if is_read else Severity.INFO,
        )
