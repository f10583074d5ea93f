"""FM013 duplicate-permalink."""

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
    Span,
    Valid,
)

_EFFECTS = {
    "eleventy": "the build stops",
    "pelican": "the build stops",
    "zola": "the build stops",
    "jekyll": "the one that is written last stays",
    "docusaurus": "one of them cannot be reached",
}
_KEYS = ("permalink", "url", "path", "slug", "id")
_POST = "---\ntitle: A walk\npermalink: /walk/\n---\nText.\n"


class DuplicatePermalink(SiteRule[Options]):
    """Two posts have one address.

    Only one of the two pages is written: readers never see the other one. Hexo, Hugo and Astro say nothing
    of it, Jekyll and Docusaurus warn, Eleventy, Pelican and Zola stop the build.

    Addresses are built as this generator builds them from its own permalink settings, the file's name, the
    date and the keys `permalink`, `slug`, `url` and `path`. Posts that are left out of the build have none.

    Limits: an address that a template, a plugin or the clock decides is not known. Gatsby's never is: it has no
    rule of its own. A site's `gatsby-node` makes pages in code, of `createFilePath`, a key such as `slug`, a part
    of the file's name, and often a prefix like `/blog`.
    """

    code = "FM013"
    name = "duplicate-permalink"
    severity = Severity.ERROR
    valid = (
        Valid(
            post=_POST,
            generator="hexo",
            path="source/_posts/a.md",
            posts={"source/_posts/b.md": "---\ntitle: A hike\npermalink: /hike/\n---\nText.\n"},
        ),
        Valid(
            post=_POST,
            generator="hexo",
            path="source/_posts/a.md",
            posts={"source/_posts/b.md": "---\ntitle: A hike\npermalink: /walk/\npublished: false\n---\nText.\n"},
            why="the other one is not published",
        ),
    )
    invalid = (
        Invalid(
            post=_POST,
            generator="hexo",
            path="source/_posts/a.md",
            posts={"source/_posts/b.md": "---\ntitle: A hike\npermalink: walk/\n---\nText.\n"},
            reports=("/walk/",),
            message="/walk/ is the address of source/_posts/b.md too: only one of them is seen",
        ),
        Invalid(
            post="---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            generator="hugo",
            path="content/posts/walk.md",
            posts={"content/posts/walk/index.md": "---\ntitle: A hike\ndate: 2024-05-07\n---\nText.\n"},
            reports=("---",),
            why="`walk.md` and `walk/index.md` are one page to Hugo",
        ),
    )

    def collect(self, post: Post) -> Iterable[Record]:
        """Keep the address of a page that is published."""
        address = post.permalink if post.outcome.status == "published" else None
        return [Record(_place(post), address.removesuffix("index.html"))] if address else []

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Report every page that shares its address."""
        by_address: dict[str, list[SiteRecord]] = defaultdict(list)
        for record in records:
            by_address[record.data].append(record)
        effect = _EFFECTS.get(site.generator.profile.name, "only one of them is seen")
        for address, sharers in by_address.items():
            for record in sharers if len(sharers) > 1 else ():
                others = [other for other in sharers if other is not record]
                yield SiteReport(record.path, _report(record, address, others, effect))


def _report(record: SiteRecord, address: str, others: Sequence[SiteRecord], effect: str) -> Report:
    shown = address if len(address) <= 40 else f"{address[:39]}…"
    whose = others[0].path if len(others) == 1 else f"{len(others)} other pages"
    message = f"{shown} is the address of {whose} too: {effect}"
    if len(message) > 100:
        message = f"{shown} is the address of another page too: {effect}"
    return Report(
        record.span,
        message,
        hint="give one of them another address",
        related=tuple(Related(other.span, "has this address, too", other.path) for other in others[:5]),
        data={"permalink": address, "others": [other.path for other in others]},
    )


def _place(post: Post) -> Span:
    """Return the value that sets the address; else the opening fence, else the start of the file."""
    front_matter = post.front_matter
    if front_matter is None or not front_matter.is_read:
        return Span(0, 0)
    key = _key_of_address(front_matter.keys)
    entry = front_matter.find(key) if key is not None else None
    return entry.node.span if entry is not None else front_matter.opening


@lru_cache(maxsize=256)
def _key_of_address(keys: tuple[str, ...]) -> str | None:
    found = {key.lower(): key for key in keys}
    return next((found[key] for key in _KEYS if key in found), None)
