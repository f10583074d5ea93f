"""DT001 missing-date."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Entry,
    Fixable,
    FrontMatter,
    Invalid,
    Mapping,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Valid,
)
from postlint_dates.days import day_text, is_empty
from postlint_dates.doubtful import DoubtfulDates
from postlint_dates.styles import UNDATED

_HEXO = "source/_posts/hello.md"
_HUGO = "content/posts/hello.md"
_INSTEAD = {
    "file-time": "the time of the file, which is another one after each checkout",
    "now": "the time of the build",
    "zero": "the year 1",
}


# a post that its writer keeps back gets its date when it is published
_KEPT_BACK = frozenset({"draft", "unpublished"})
_SIGNS = {"toml": " ="}


class MissingDate(PostRule[Options]):
    """A post has no date, or an empty one.

    The generator then makes one up (the time of the file, the build, the year 1), leaves the post out or
    ends the build: lists, feeds and permalinks are wrong or change with every checkout.

    Limits: only posts are looked at, not pages, and none that its front matter keeps back as a draft; nothing
    is said in sites of no known generator. A date in the file's name counts where the generator reads it. A
    post whose front matter the generator does not see is reported by the front matter rules.
    """

    code = "DT001"
    name = "missing-date"
    severity = Severity.WARNING
    about = DoubtfulDates
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.NEVER
    valid = (
        Valid(post="---\ntitle: Hello\ndate: 2021-10-10 04:35:37\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(
            post="---\ntitle: Hello\n---\nText.\n",
            generator="jekyll",
            path="_posts/2021-10-10-hello.md",
            why="Jekyll takes the date from the file's name",
        ),
        Valid(
            post="---\ntitle: Hello\ndraft: true\n---\nText.\n",
            generator="hugo",
            path=_HUGO,
            why="a draft gets its date when it is published",
        ),
        Valid(post="---\ntitle: Hello\n---\nText.\n", why="no generator is known that would need a date"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: Hello\n---\nText.\n",
            reports=("---",),
            generator="hexo",
            path=_HEXO,
            message="no date: Hexo takes the time of the file, which is another one after each checkout",
        ),
        Invalid(
            post="---\ntitle: Hello\ndate:\n---\nText.\n",
            reports=("date",),
            generator="hugo",
            path=_HUGO,
            why="an empty date is no date",
        ),
        Invalid(
            post='+++\ntitle = "Hello"\n[extra]\nshow = 1\ndate = 2021-10-10\n+++\nText.\n',
            reports=("date",),
            generator="hugo",
            path=_HUGO,
            message="`date` belongs to the table [extra]: Hugo takes the year 1",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at posts that the generator has no date for."""
        profile = post.generator.profile
        if post.role != "post" or (profile.name in UNDATED and post.outcome.status != "build-fails"):
            return
        block = post.front_matter
        if block is None or not block.is_read or block.problems or not block.is_map or post.reading.is_swallowed:
            return
        date = post.date
        if date is not None and not is_empty(date):
            return
        empty = next((date for date in post.dates if date.key in profile.date_keys and is_empty(date)), None)
        if empty is None and _is_in_capitals(post, block):
            return
        outcome = post.outcome
        if outcome.cause in _KEPT_BACK:
            return
        lost = _find_in_table(block, profile.date_keys)
        if lost is not None and post.date is None and outcome.date_from != "file-name":
            table, inner = lost
            yield Report(
                inner.key_span,
                f"`{inner.key}` belongs to the table [{table.key[:30]}]: {_effect(post)}",
                hint="move it above the first table",
                data={"key": inner.key, "instead": outcome.date_from},
                severity=Severity.WARNING if outcome.status == "published" else Severity.ERROR,
            )
            return
        if outcome.date_from == "file-name" or (outcome.date_from == "front-matter" and empty is None):
            return
        is_published = outcome.status == "published"
        # where the site has a schema, the key is the one that it asks for
        keys = (*(fault.key for fault in outcome.faults if fault.key in profile.date_keys), *profile.date_keys)
        yield Report(
            empty.entry.key_span if empty is not None and empty.entry is not None else block.opening,
            f"{'empty date' if empty is not None else 'no date'}: {_effect(post)}",
            hint=f"add `{keys[0]}{_SIGNS.get(block.format, ':')}`, such as 2021-10-10 04:35:37",
            data={"key": keys[0], "instead": outcome.date_from},
            severity=Severity.WARNING if is_published else Severity.ERROR,
        )


def _is_in_capitals(post: Post, block: FrontMatter) -> bool:
    """Tell whether the date stands under a key such as `Date`, which is FM008."""
    keys = post.generator.profile.date_keys
    return any(entry.key not in keys and entry.key.lower() in keys for entry in block.entries)


def _find_in_table(block: FrontMatter, keys: tuple[str, ...]) -> tuple[Entry, Entry] | None:
    """Return a TOML table and the date in it: what stands below a table's line is part of it."""
    if block.format != "toml":
        return None
    for entry in block.entries:
        if isinstance(entry.node, Mapping):
            for inner in entry.node.entries:
                if inner.key in keys:
                    return entry, inner
    return None


def _effect(post: Post) -> str:
    title, outcome = post.generator.profile.title, post.outcome
    if outcome.status == "left-out":
        return f"{title} leaves the post out"
    if outcome.status == "build-fails":
        return f"{title} ends the build"
    if outcome.date is not None:
        return f"{title} takes {day_text(outcome.date.civil())}"
    instead = _INSTEAD.get(outcome.date_from)
    return f"{title} takes {instead}" if instead else f"{title} has none for the post"
