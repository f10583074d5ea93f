"""FM001 missing-front-matter."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, option
from postlint_front_matter.subjects import UnusualBlock

# these publish such a post, but without a title or a date of its own
_PUBLISHES_A_BARE_POST = frozenset({"hexo", "hugo"})


class MissingFrontMatterOptions(Options):
    required: bool = option(default=False, doc="Report posts of every generator, also where none is needed.")


class MissingFrontMatter(PostRule[MissingFrontMatterOptions]):
    """A post has no front matter.

    Its page has no title and no date of its own; some generators stop the build, or copy the file as it
    stands. Pages are not reported where the generator can do without.

    Sources: the generators' own answers, see the page on generators.
    """

    code = "FM001"
    name = "missing-front-matter"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText.\n", generator="hexo", path="source/_posts/a.md"),
        Valid(post="Text.\n", why="without a generator every file is a post, and none needs front matter"),
    )
    invalid = (
        Invalid(
            post="Text.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("",),
            why="Hexo publishes it without a title, dated when the file was made",
            variants=False,
        ),
        Invalid(
            post="- a walk\n- a hike\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("",),
            severity="error",
            message="Hugo ends the build: the page starts with `-` but not with `---`",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        if post.front_matter is not None or post.role not in ("post", "draft") or not post.text.strip():
            return
        outcome = post.outcome
        name = post.generator.profile.name
        ends = outcome.status == "build-fails"
        fails = ends or (outcome.status != "published" and name not in _PUBLISHES_A_BARE_POST)
        if fails or name in _PUBLISHES_A_BARE_POST or self.options.required:
            yield Report(
                Span(0, 0),
                _message(post) if ends else "the post has no front matter",
                hint="start the file with `---`, a title and a date, and `---`",
                severity=Severity.ERROR if fails else Severity.WARNING,
                data={"outcome": outcome.status},
            )


def _message(post: Post) -> str:
    """Return why the build ends: what the page starts with may be taken for a fence."""
    title, reason = post.generator.profile.title, post.outcome.reason or ""
    if post.generator.profile.name not in _PUBLISHES_A_BARE_POST:
        return "the post has no front matter"
    return f"{title} ends the build: {reason.removeprefix('the front matter is not valid: ')}"[:100]
