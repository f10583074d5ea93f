"""DT006 future-date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from postlint import (
    Civil,
    DateReading,
    Fixable,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Valid,
    option,
)
from postlint_dates.days import is_impossible, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import is_placeholder, short

_HEXO = "source/_posts/hello.md"
_HUGO = "content/posts/hello.md"
_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


class FutureDateOptions(Options):
    """How much of the future is fine."""

    days: int = option(default=1, doc="How many days ahead of today (UTC) a date may lie.")


class FutureDate(PostRule[FutureDateOptions]):
    """A post is published at once with a date in the future.

    It stands on top of every list until then, with a date that readers take for an error. Where the generator
    leaves such a post out of the build until its day comes (Hugo, Jekyll), FM017 says so instead.

    Limits: only posts are looked at. A day ahead is allowed, for authors east of UTC.
    """

    code = "DT006"
    name = "future-date"
    severity = Severity.WARNING
    about = DoubtfulDates
    fixable = Fixable.NEVER
    valid = (
        Valid(
            post="---\ntitle: Hello\ndate: 2026-01-01 12:00:00\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            today="2026-01-01",
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2026-01-10\n---\nText.\n",
            generator="hugo",
            path=_HUGO,
            today="2026-01-01",
            options={"days": 14},
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2026-03-01T12:00:00Z\n---\nText.\n",
            generator="hugo",
            path=_HUGO,
            today="2026-01-01",
            why="Hugo leaves the post out until then",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2206-01-01 12:00:00\n---\nText.\n",
            reports=("2206-01-01 12:00:00",),
            generator="hexo",
            path=_HEXO,
            today="2026-01-01",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2026-03-01T12:00:00Z\n---\nText.\n",
            reports=("2026-03-01T12:00:00Z",),
            generator="hugo",
            path=_HUGO,
            site={"hugo.toml": "buildFuture = true\n"},
            today="2026-01-01",
            message='date "2026-03-01T12:00:00Z" is 59 days ahead: Hugo publishes it now',
        ),
    )

    def subject(self) -> type[DoubtfulDates] | None:
        """Return what to look at with these options."""
        return None if self.options.days < 0 else DoubtfulDates

    def check(self, post: Post) -> Iterable[Report]:
        """Compare the publication date with today."""
        reading = post.date if post.role == "post" else None
        ahead = self._days_ahead(post, reading) if reading is not None else 0
        if reading is None or ahead <= self.options.days or is_placeholder(source_text(post, reading)):
            return
        if post.outcome.status != "published":
            return
        title = post.generator.profile.title
        yield Report(
            reading.span,
            f"{reading.key} {short(reading.raw, 32)} is {ahead} days ahead: {title} publishes it now",
            hint="correct the date, or keep the post among the drafts until then",
            data={"key": reading.key, "raw": reading.raw, "days": ahead},
        )

    def _days_ahead(self, post: Post, reading: DateReading) -> int:
        read = reading.read or reading.meant
        if read is None:
            return 0
        # what is past stays so, while a post that asks for today is judged anew every day
        if post.site.is_past(_EPOCH + read.seconds // _DAY):
            return 0
        if reading.civil is not None and is_impossible(reading.civil):
            return 0
        today = post.site.today
        start = Civil(today.year, today.month, today.day).instant()
        return (read.seconds - start.seconds) // _DAY
