"""DT002 unreadable-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import DateReading, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_dates.days import is_empty, is_impossible, other_order, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.rewrites import portable_fix
from postlint_dates.styles import UNDATED, fitted, is_placeholder

_HEXO = "source/_posts/hello.md"
_CURLY = ("“", "”", "‘", "’")
_TODAY = "what is missing is taken from the day of the build"


class UnreadableDate(PostRule[Options]):
    """A date cannot be read by the site's generator, or only in part.

    The generator takes another date without a word, leaves the post out or ends the build. Where parts are
    missing, some take them from the day of the build, so that the post is always of today.

    Fix safety: unsafe, because what the author meant is a guess.

    Limits: placeholders (DT012) and days that do not exist (DT003) have rules of their own. In MkDocs and
    in sites of no known generator a value that is no date is an info.
    """

    code = "DT002"
    name = "unreadable-date"
    severity = Severity.ERROR
    about = DoubtfulDates
    severities = (Severity.ERROR, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(
            post="---\ntitle: Hello\ndate: Sun, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            why="not portable (DT004), but Hexo reads it",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2021年10月10日\n---\nText.\n",
            reports=("2021年10月10日",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10\n---\nText.\n",
            generator="hugo",
            path="content/posts/hello.md",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: some day in spring\n---\nText.\n",
            reports=("some day in spring",),
            generator="hexo",
            path=_HEXO,
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-10-10\npublished: false\n---\nText.\n",
            reports=("false",),
            generator="hugo",
            path="content/posts/hello.md",
            why="Hugo takes `published` for a date since 0.135",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at dates of which the generator reads nothing, or not all."""
        for date in post.dates:
            if date.read is not None or is_empty(date) or is_placeholder(source_text(post, date)):
                continue
            if date.raw[:1] in _CURLY and date.raw[-1:] in _CURLY:
                # curly quotes are FM016
                continue
            if date.civil is not None and is_impossible(date.civil):
                continue
            is_text = post.generator.profile.name in UNDATED and post.outcome.status == "published"
            if is_text and date.civil is not None:
                continue
            yield Report(
                date.span,
                fitted(date.key, date.raw, date.fault or _TODAY),
                hint=_hint(date),
                data={"key": date.key, "raw": date.raw},
                fix=_fix(post, date),
                severity=Severity.INFO if is_text else Severity.ERROR,
            )


def _hint(date: DateReading) -> str:
    value = date.entry.value if date.entry is not None else None
    if date.key.lower() == "published" and isinstance(value, bool):
        return "it is a date here: delete it" if value else "it is a date here: hide the post with `draft: true`"
    return "write it as 2021-10-10 or 2021-10-10 04:35:37"


def _fix(post: Post, date: DateReading) -> Fix | None:
    if date.meant is None or date.civil is None or other_order(date) is not None:
        return None
    return portable_fix(post, date, date.meant, is_guess=True)
