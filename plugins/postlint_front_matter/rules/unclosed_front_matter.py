"""FM003 unclosed-front-matter."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_front_matter.subjects import UnusualBlock


class UnclosedFrontMatter(PostRule[Options]):
    """The front matter is not closed.

    The generator takes the whole post for front matter, or none of it: the build stops, or readers see the
    keys as text.
    """

    code = "FM003"
    name = "unclosed-front-matter"
    severity = Severity.ERROR
    about = UnusualBlock
    valid = (Valid(post="---\ntitle: A walk\n---\nText.\n"),)
    invalid = (Invalid(post="---\ntitle: A walk\ndate: 2024-05-06\n\nText.\n", reports=("---",), variants=False),)

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = post.front_matter
        if front_matter is None or front_matter.is_read or post.reading.why != "unclosed":
            return
        yield Report(front_matter.opening, "the front matter is not closed", hint="add a line `---` after the last key")
