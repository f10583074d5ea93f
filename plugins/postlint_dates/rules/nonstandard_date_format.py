"""DT004 nonstandard-date-format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from postlint import (
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
    option,
)
from postlint_dates.days import has_wrong_weekday, is_impossible, other_order, source_text
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.rewrites import portable_fix
from postlint_dates.styles import STYLES, UNDATED, has_doubtful_zone, is_default, is_placeholder, short, style_of

_HEXO = "source/_posts/hello.md"
_SITE = {"_config.yml": "timezone: Asia/Shanghai\n"}
# so many of the generators that cannot read a form make it a warning
_MANY = 6
_DAY = 86_400
_COMMON = ("slashes",)

StyleName = Literal[
    "offset-without-colon", "no-seconds", "unpadded", "month-only", "half-day", "named-zone", "rfc2822",
    "text", "slashes", "slashes-year-last", "dots", "epoch-seconds", "epoch-milliseconds", "number",
    "cjk", "other",
]  # fmt: skip


class NonstandardDateFormatOptions(Options):
    """What this site writes on purpose."""

    allow: tuple[StyleName, ...] = option(default=(), doc="Forms of dates that are fine on this site.")


class NonstandardDateFormat(PostRule[NonstandardDateFormatOptions]):
    """A date is in a form that only some generators and tools read.

    The site's generator reads it today. Other generators, feed and search tools and editors refuse it, drop
    its time zone or read another day, and so may the next version or the next theme.

    Fix safety: safe only where the generator reads the same instant before and after on every machine, which
    is tried for builds in UTC, Asia/Shanghai and America/New_York. In Hexo without `timezone:` in the site's
    config every date depends on the machine, and so does a date with a zone in spite of it: there the fix is
    unsafe.

    Limits: says nothing of the form that the generator's own documentation uses, such as Jekyll's
    `2021-10-10 04:35:37 +0800`. Portable are `2021-10-10` and `2021-10-10 04:35:37`, the latter also with
    `T`, and with `Z` or an offset such as `+08:00`.

    Sources: each form was given to eleven generators.
    """

    code = "DT004"
    name = "nonstandard-date-format"
    severity = Severity.WARNING
    about = DoubtfulDates
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(
            post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37 +0800\n---\nText.\n",
            generator="jekyll",
            path="_posts/2021-10-10-hello.md",
            why="this is how Jekyll's documentation writes dates",
        ),
        Valid(
            post="---\ntitle: Hello\ndate: 2021/10/10\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            options={"allow": ("slashes",)},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\ndate: Sun, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            reports=("Sun, 10 Oct 2021 04:35:37 GMT",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10 04:35:37 +00:00\n---\nText.\n",
            generator="jekyll",
            path="_posts/2021-10-10-hello.md",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: 2021/10/10 04:35:37\n---\nText.\n",
            reports=("2021/10/10 04:35:37",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n",
            severity="info",
            generator="hexo",
            path=_HEXO,
            site=_SITE,
            why="with `timezone:` in the config Hexo reads both forms alike on every machine",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate: Sun, 10 Oct 2021 04:35:37 GMT\n---\nText.\n",
            reports=("Sun, 10 Oct 2021 04:35:37 GMT",),
            fixed="---\ntitle: Hello\ndate: 2021-10-10 12:35:37\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            site=_SITE,
            why="the clock of `timezone:` is the one form that Hexo reads right on every machine",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at dates that are read all the same."""
        for date in post.dates:
            style = style_of(date) if date.entry is not None else None
            if style is None or style in self.options.allow or not _is_read(post, date):
                continue
            name = post.generator.profile.name
            if is_default(style, name) or is_placeholder(source_text(post, date)):
                continue
            found = STYLES[style]
            fix = _fix(post, date)
            is_info = len(found.fails_in) < _MANY or style in _COMMON
            yield Report(
                date.span,
                f"{date.key} {short(date.raw)}: {len(found.fails_in)} generators cannot read {found.title}",
                hint=fix.message if fix else "write it in the form 2021-10-10 04:35:37, with an offset such as +08:00",
                data={"key": date.key, "raw": date.raw, "form": style, "fails_in": list(found.fails_in)},
                fix=fix,
                severity=Severity.INFO if is_info else Severity.WARNING,
            )


def _is_read(post: Post, date: DateReading) -> bool:
    """Tell whether the generator reads it nearly right; without a generator, whether a person does."""
    if date.civil is None or is_impossible(date.civil) or other_order(date) is not None:
        return False
    if date.read is None or date.meant is None:
        return post.generator.profile.name in UNDATED and post.outcome.status == "published"
    return abs(date.read.seconds - date.meant.seconds) < _DAY


def _fix(post: Post, date: DateReading) -> Fix | None:
    if date.meant is None or date.civil is None:
        return None
    if date.read is None:
        return portable_fix(post, date, date.meant, is_guess=True)
    # Hexo reads text by the machine's zone: what is written is what holds, wherever this machine is
    has_zone = date.civil.offset is not None and bool(post.facts.config.get("timezone"))
    if date.read == date.meant or (has_zone and post.generator.profile.name == "hexo"):
        return portable_fix(post, date, date.meant, is_guess=has_doubtful_zone(date.raw) or has_wrong_weekday(date))
    return None
