"""FM017 unpublished-post."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from postlint import Civil, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, option
from postlint_front_matter.subjects import UnusualBlock

# cause: hint. Bad front matter, encodings, and missing titles and dates have rules of their own
_DELIBERATE = {
    "draft": "publish it when it is finished",
    "unpublished": "publish it, or keep it on purpose",
    "future": "correct the date if it is wrong",
    "expired": "remove the expiry date, or keep the post on purpose",
    "no-page": "keep it on purpose, or let a page be written",
}
_ACCIDENTAL = {
    "status": "write draft, hidden, skip or published",
    "address": "write a path inside of the site",
    "file-name": "rename the file to YYYY-MM-DD-name.md",
    "extension": "rename the file so that it ends in .md",
}
_HINTS = {**_DELIBERATE, **_ACCIDENTAL}
_KEYS = {
    "draft": ("draft", "published", "status"),
    "unpublished": ("published", "status"),
    "future": ("publishDate", "pubDate", "published", "date"),
    "expired": ("expiryDate", "unpublishDate"),
    "no-page": ("permalink", "headless"),
    "status": ("status",),
    "address": ("save_as", "slug"),
}

Cause = Literal["draft", "unpublished", "future", "expired", "no-page", "status", "address", "file-name", "extension"]


class UnpublishedPostOptions(Options):
    """What is left out on purpose."""

    allow: tuple[Cause, ...] = option(default=(), doc="Causes that need not be named.")


class UnpublishedPost(PostRule[UnpublishedPostOptions]):
    """A default build leaves the post out.

    The build succeeds and no reader ever sees the post. That is as it should be for a draft, so it is an
    info; it is a warning where it is hardly meant: a file in `_posts` whose name has no date (Jekyll), a status
    that does not exist or an address outside of the site (Pelican), an extension that is not read, a date more
    than a year ahead.

    What leaves a post out: the drafts folder and `published: false` (Hexo, Jekyll), `draft: true`, a date in
    the future, `publishDate`, `expiryDate` and `headless` (Hugo), a date in the future (Jekyll), `draft: true`
    (Docusaurus, Zola, Material for MkDocs), `permalink: false` (Eleventy), `status` (Pelican). The settings of the
    site that switch this off, such as `future: true` or `buildDrafts`, are obeyed.

    Limits: judges a post as of today. Whether an Astro or Gatsby site lists its drafts is up to its own code.
    Posts that are left out because their front matter cannot be read are reported by FM004.
    """

    code = "FM017"
    name = "unpublished-post"
    severity = Severity.INFO
    about = UnusualBlock
    severities = (Severity.INFO, Severity.WARNING)
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText.\n", generator="hexo", path="source/_posts/a.md"),
        Valid(
            post="---\ntitle: A walk\ndate: 2206-05-06\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            why="Hexo publishes posts of the future",
        ),
        Valid(
            post="---\ntitle: A walk\ndraft: true\n---\nText.\n",
            generator="jekyll",
            path="_posts/2024-05-06-a.md",
            why="Jekyll knows no `draft`",
        ),
        Valid(
            post="---\ntitle: A walk\ndraft: true\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            options={"allow": ("draft",)},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A walk\ndate: 2024-05-06\ndraft: true\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("true",),
            message="Hugo leaves the post out: it is a draft",
        ),
        Invalid(
            post="---\ntitle: A walk\ndate: 2024-05-06\nexpiryDate: 2024-06-01\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("2024-06-01",),
            why="Hugo drops a post whose expiry date has passed",
        ),
        Invalid(
            post="---\ntitle: A walk\n---\nText.\n",
            generator="jekyll",
            path="_posts/a-walk.md",
            reports=("",),
            severity="warning",
            why="Jekyll takes a file in `_posts` for a post only if its name starts with the date",
        ),
        Invalid(
            post="---\ntitle: A walk\npublished: false\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("false",),
        ),
        Invalid(
            post="---\ntitle: A walk\ndate: 2206-05-06\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("2206-05-06",),
            severity="warning",
            message="Hugo leaves the post out: its date lies in the future",
        ),
        Invalid(
            post="Title: A walk\nDate: 2024-05-06\nStatus: draf\n\nText.\n",
            generator="pelican",
            path="content/a.md",
            reports=("draf",),
            severity="warning",
            why="Pelican drops an article with a status it does not know",
            variants=False,
        ),
        Invalid(
            post="Title: A walk\nDate: 2024-05-06\nSlug: /a/walk\n\nText.\n",
            generator="pelican",
            path="content/a.md",
            reports=("/a/walk",),
            severity="warning",
            message="Pelican leaves the post out: `slug` names a file outside of the site",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Ask the generator what becomes of the post."""
        if post.role not in ("post", "draft"):
            return
        outcome = post.outcome
        cause = outcome.cause
        if outcome.status != "left-out" or cause is None or cause not in _HINTS or cause in self.options.allow:
            return
        yield Report(
            _place(post, cause),
            f"{post.generator.profile.title} leaves the post out: {outcome.reason}"[:100],
            hint=_HINTS[cause],
            severity=Severity.WARNING if cause in _ACCIDENTAL or _is_far(post, cause) else Severity.INFO,
            data={"cause": cause, "reason": outcome.reason},
        )


def _is_far(post: Post, cause: str) -> bool:
    """Tell whether the day of publication is so far off that it must be a slip."""
    if cause != "future":
        return False
    today = post.site.today
    limit = Civil(today.year + 1, today.month, 1).instant()
    return all(date.read is None or date.read > limit for date in post.dates[:1])


def _place(post: Post, cause: str) -> Span:
    """Return the value that hides the post; the start of the file where its name or folder does."""
    wanted = [key.lower() for key in _KEYS.get(cause, ())]
    entries = post.front_matter.entries if post.front_matter is not None else ()
    found = {entry.key.lower(): entry.node.span for entry in entries}
    return next((found[key] for key in wanted if key in found), Span(0, 0))
