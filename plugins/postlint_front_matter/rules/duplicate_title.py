"""FM014 duplicate-title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from postlint import (
    Invalid,
    Options,
    Post,
    Record,
    Related,
    Report,
    Severity,
    Site,
    SiteRecord,
    SiteReport,
    SiteRule,
    Valid,
    late_pattern,
    option,
)

# `en`, `zh-CN`, `pt_BR`: a part of a path that tells translations apart
_LANGUAGE = late_pattern(r"[a-z]{2,3}(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}))?")
_POST = "---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n"
_PATH = "source/_posts/a.md"
_MANY = 6


class DuplicateTitleOptions(Options):
    """Titles that may come again."""

    allow: tuple[str, ...] = option(default=(), doc="Titles that several posts may have.")


class DuplicateTitle(SiteRule[DuplicateTitleOptions]):
    """Two posts have one title.

    In lists, feeds and search results readers cannot tell them apart. It is a warning where the posts have
    the same day as well, since it is then nearly always one post that was saved twice; else an info.

    Limits: compares published posts, not pages. Translations may share a title: posts of different `lang`,
    and files that differ in nothing but the name of a language (`en/a.md` and `zh-CN/a.md`, `a.md` and
    `a.fr.md`). A title that more than six posts have is taken for a column that comes again and again.
    """

    code = "FM014"
    name = "duplicate-title"
    severity = Severity.INFO
    severities = (Severity.INFO, Severity.WARNING)
    valid = (
        Valid(
            post=_POST,
            generator="hexo",
            path=_PATH,
            posts={"source/_posts/b.md": "---\ntitle: A hike\ndate: 2024-05-06\n---\nText.\n"},
        ),
        Valid(
            post=_POST,
            generator="hugo",
            path="content/en/posts/a.md",
            posts={"content/fr/posts/a.md": _POST},
            why="a translation",
        ),
        Valid(
            post=_POST,
            generator="hexo",
            path=_PATH,
            posts={"source/_posts/b.md": _POST},
            options={"allow": ("A walk",)},
        ),
    )
    invalid = (
        Invalid(
            post=_POST,
            generator="hexo",
            path=_PATH,
            posts={"source/_posts/b.md": "---\ntitle: a  walk\ndate: 2024-05-06 10:00:00\n---\nText.\n"},
            reports=("A walk",),
            severity="warning",
            message='the title "A walk" is that of source/_posts/b.md too, and so is the day',
        ),
        Invalid(
            post=_POST,
            generator="hexo",
            path=_PATH,
            posts={"source/_posts/b.md": "---\ntitle: A walk\ndate: 2021-01-02\n---\nText.\n"},
            reports=("A walk",),
            severity="info",
            why="on another day it may be meant",
        ),
    )

    def collect(self, post: Post) -> Iterable[Record]:
        """Keep title, day and language of a post that is published."""
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_read or post.role != "post":
            return []
        entry = front_matter.find_any(*post.generator.profile.title_keys)
        title = entry.value if entry is not None else None
        if entry is None or not isinstance(title, str) or post.outcome.status != "published":
            return []
        folded = _folded(title)
        if not folded or title in self.options.allow:
            return []
        civil = post.date.civil if post.date is not None else None
        day = f"{civil.year}-{civil.month}-{civil.day}" if civil is not None else None
        key = _key_of_language(front_matter.keys)
        language = front_matter.find(key) if key is not None else None
        return [Record(entry.node.span, [folded, title, day, str(language.value) if language else None])]

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Report every post whose title another one has."""
        by_title: dict[str, list[SiteRecord]] = defaultdict(list)
        for record in records:
            by_title[record.data[0]].append(record)
        for sharers in by_title.values():
            if not 1 < len(sharers) <= _MANY:
                continue
            for record in sharers:
                others = [other for other in sharers if other is not record and not _is_translation(record, other)]
                if others:
                    yield SiteReport(record.path, _report(record, others))


def _report(record: SiteRecord, others: Sequence[SiteRecord]) -> Report:
    _, title, day, _ = record.data
    same_day = [other for other in others if day is not None and other.data[2] == day]
    first = (same_day or others)[0]
    shown = title if len(title) <= 30 else f"{title[:29]}…"
    end = ", and so is the day" if same_day else ""
    message = f'the title "{shown}" is that of {first.path} too{end}'
    if len(message) > 100:
        message = f'the title "{shown}" is that of another post too{end}'
    return Report(
        record.span,
        message,
        hint="delete one of them if they are one post" if same_day else "say in the title what is different",
        related=tuple(Related(other.span, "has this title, too", other.path) for other in others[:5]),
        severity=Severity.WARNING if same_day else Severity.INFO,
        data={"title": title, "others": [other.path for other in others], "same_day": bool(same_day)},
    )


@lru_cache(maxsize=256)
def _key_of_language(keys: tuple[str, ...]) -> str | None:
    return next((key for key in ("lang", "language", "locale") if key in keys), None)


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()


def _is_translation(one: SiteRecord, other: SiteRecord) -> bool:
    if one.data[3] != other.data[3]:
        return True
    return one.path != other.path and _without_language(one.path) == _without_language(other.path)


def _without_language(path: str) -> tuple[str, ...]:
    """Return the parts of a path that name no language; `a.fr.md` is `a.md`."""
    *folders, name = path.split("/")
    stem, *endings = name.split(".")
    kept = [ending for ending in endings[:-1] if not _LANGUAGE.fullmatch(ending)] + endings[-1:]
    return (*(folder for folder in folders if not _LANGUAGE.fullmatch(folder)), ".".join((stem, *kept)))
