"""FM009 duplicate-key."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid
from postlint_front_matter.meant import read_block
from postlint_front_matter.subjects import UnusualBlock


class DuplicateKey(PostRule[Options]):
    """A key stands twice in the front matter.

    Half of the generators refuse the whole block, the others take the last value without a word. It is an
    error where this generator refuses it.
    """

    code = "FM009"
    name = "duplicate-key"
    severity = Severity.ERROR
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (Valid(post="---\ntitle: A walk\n---\nText.\n"),)
    invalid = (
        Invalid(
            post="---\ntitle: A walk\ntitle: A hike\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("title",),
        ),
        Invalid(
            post="---\ntitle: A walk\ntitle: A hike\n---\nText.\n",
            reports=("title",),
            severity="warning",
            why="the last one wins here",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = read_block(post)
        if front_matter is None or not front_matter.parsed.duplicates:
            return
        is_refused = any(problem.kind == "duplicate-key" for problem in front_matter.problems)
        for entry in front_matter.parsed.duplicates:
            first = next((other for other in front_matter.entries if other.key == entry.key), None)
            related = (Related(first.key_span, "the first one"),) if first and first.span != entry.span else ()
            yield Report(
                entry.key_span,
                f'the key "{entry.key[:60]}" stands twice',
                hint="delete one of them",
                related=related,
                severity=Severity.ERROR if is_refused else Severity.WARNING,
                data={"key": entry.key},
            )
