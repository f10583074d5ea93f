"""DT007 updated-before-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import DateReading, Fixable, Invalid, Options, Post, PostRule, Related, Report, Severity, Valid
from postlint_dates.days import day_of, is_impossible, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import is_placeholder, short

_HEXO = "source/_posts/hello.md"


class UpdatedBeforeDate(PostRule[Options]):
    """A post was last changed before it was published, says its front matter.

    Readers see a date of change that cannot be, and feeds and search engines take the earlier one. Often
    the two dates are mixed up, or the front matter of another post was copied.

    Limits: an update without a time on the day of the publication is fine.
    """

    code = "DT007"
    name = "updated-before-date"
    severity = Severity.WARNING
    about = DoubtfulDates
    fixable = Fixable.NEVER
    valid = (
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\nupdated: 2021-10-11 08:00:00\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10T14:35:37Z\nlastmod: 2021-10-10\n---\nText.\n",
            generator="hugo",
            path="content/posts/hello.md",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\nupdated: 2021-10-01 08:00:00\n---\nText.\n",
            reports=("2021-10-01 08:00:00",),
            generator="hexo",
            path=_HEXO,
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2021-10-10\nlastmod: 2020-10-10\n---\nText.\n",
            reports=("2020-10-10",),
            generator="hugo",
            path="content/posts/hello.md",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare each date of change with the publication date."""
        if len(post.dates) < 2:
            return
        published, keys = post.date, post.generator.profile.updated_keys
        if published is None or not _is_usable(post, published):
            return
        for date in post.dates:
            if date.entry is None or date.key not in keys or date is published or not _is_usable(post, date):
                continue
            if _is_before(date, published):
                yield Report(
                    date.span,
                    f"{date.key} {short(date.raw, 32)} is before {published.key} {short(published.raw, 32)}",
                    hint="correct one of the two",
                    data={"key": date.key, "raw": date.raw, "published": published.raw},
                    related=(Related(published.span, "published here"),) if published.entry else (),
                )


def _is_usable(post: Post, date: DateReading) -> bool:
    if date.civil is None or is_impossible(date.civil) or (date.read or date.meant) is None:
        return False
    return not is_placeholder(source_text(post, date))


def _is_before(date: DateReading, published: DateReading) -> bool:
    one, other = date.read or date.meant, published.read or published.meant
    if one is None or other is None or date.civil is None or published.civil is None:
        return False
    if date.civil.date_only or published.civil.date_only:
        return one < other and day_of(date.civil) < day_of(published.civil)
    return one < other
