"""DT011 inconsistent-date-format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from postlint import (
    Fixable,
    Invalid,
    Options,
    Post,
    Record,
    Report,
    Severity,
    Site,
    SiteRecord,
    SiteReport,
    SiteRule,
    Valid,
    option,
)
from postlint_dates.days import is_impossible, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import STYLES, is_placeholder, short, style_of

_HEXO = "source/_posts/hello.md"
_ISO = "---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n"
_OTHERS = {f"source/_posts/post-{number}.md": _ISO for number in range(1, 10)}
_PORTABLE = "portable"


class InconsistentDateFormatOptions(Options):
    """When one form counts as the site's own."""

    min_posts: int = option(default=8, doc="How many posts must be dated before any is compared.")
    share: float = option(default=0.8, doc="The share of posts that makes a form the site's own (0 to 1).")


class InconsistentDateFormat(SiteRule[InconsistentDateFormatOptions]):
    """A post writes its date in another form than the rest of the site.

    Nothing breaks, but scripts that sort or search the posts by their date miss it, and it is often a sign
    of a post that was copied from elsewhere.

    Limits: compares the date of posts only. Dates with and without a time, a zone or quotes are one form as
    long as they are portable (`2021-10-10`, `2021-10-10 04:35:37`).
    """

    code = "DT011"
    name = "inconsistent-date-format"
    severity = Severity.INFO
    fixable = Fixable.NEVER
    valid = (
        Valid(post=_ISO, generator="hexo", path=_HEXO, posts=_OTHERS),
        Valid(
            post="---\ntitle: Hello\ndate: 2021/10/10\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            posts={"source/_posts/post.md": _ISO},
            why="two posts are too few to tell what the site's form is",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: 2021/10/10\n---\nText.\n",
            reports=("2021/10/10",),
            generator="hexo",
            path=_HEXO,
            posts=_OTHERS,
        ),
    )

    def collect(self, post: Post) -> Iterable[Record]:
        """Keep the form of the publication date."""
        date = post.date if post.role == "post" else None
        if date is None or date.entry is None or date.civil is None:
            return []
        if post.view(DoubtfulDates).is_empty:
            return [Record(date.span, [_PORTABLE, date.raw])]
        if is_impossible(date.civil) or is_placeholder(source_text(post, date)):
            return []
        return [Record(date.span, [style_of(date) or _PORTABLE, date.raw])]

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Report the few that differ from the many."""
        if len(records) < self.options.min_posts:
            return
        counts = Counter(record.data[0] for record in records)
        common, count = counts.most_common(1)[0]
        if count < self.options.share * len(records) or count == len(records):
            return
        for record in records:
            style, raw = record.data
            if style != common:
                yield SiteReport(
                    record.path,
                    Report(
                        record.span,
                        f"date {short(raw, 32)} is not in the form of {count} other posts: {_title(common)}",
                        hint="write it as the other posts do",
                        data={"raw": raw, "form": style, "common": common, "posts": count},
                    ),
                )


def _title(style: str) -> str:
    return "2021-10-10 04:35:37" if style == _PORTABLE else STYLES[style].title
