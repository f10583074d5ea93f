"""FM004 front-matter-syntax."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_front_matter.meant import line_span, read_block
from postlint_front_matter.subjects import UnusualBlock
from postlint_front_matter.wide import find_wide


class FrontMatterSyntax(PostRule[Options]):
    """The front matter cannot be parsed.

    Hexo leaves the post out without a word to the reader, Jekyll publishes it without a title, most
    generators stop the build.

    Fix safety: unsafe; quoting makes a text of the value, which is what was meant nearly always.
    """

    code = "FM004"
    name = "front-matter-syntax"
    severity = Severity.ERROR
    about = UnusualBlock
    fixable = Fixable.SOMETIMES
    valid = (Valid(post='---\ntitle: "A walk: the Alps"\n---\nText.\n', generator="hexo", path="source/_posts/a.md"),)
    invalid = (
        Invalid(
            post="---\ntitle: A walk: the Alps\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("A walk: the Alps",),
            fixed='---\ntitle: "A walk: the Alps"\n---\nText.\n',
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = read_block(post)
        if front_matter is None or not front_matter.problems:
            return
        # a sign that is not YAML's own is FM016, together with all that comes of it in its line
        wide = [line_span(post.text, found.span.start) for found in find_wide(front_matter, _known(post))]
        for problem in front_matter.problems:
            is_repeated = problem.kind == "duplicate-key" and front_matter.parsed.duplicates
            if is_repeated or any(line.touches(problem.span) for line in (*wide, *_templates(post))):
                continue
            yield Report(problem.span, problem.message, hint=problem.hint, fix=self._quote(post, problem.span.start))

    @staticmethod
    def _quote(post: Post, offset: int) -> Fix | None:
        """Return a fix that quotes the plain one-line value around an offset."""
        front_matter = post.front_matter
        if front_matter is None or front_matter.format not in ("yaml", "hexo-old"):
            return None
        for entry in front_matter.entries:
            span = entry.node.span
            if not span.start <= offset < span.end or front_matter.find(entry.key) is not entry:
                # of a key that is there twice, only the last can be set
                continue
            value = span.of(post.text)
            if value[:1] not in "\"'" and "\n" not in value:
                return Fix.unsafe("quote the value", *front_matter.edit.set(entry.key, value))
        return None


def _known(post: Post) -> frozenset[str]:
    return post.generator.profile.known_keys


def _templates(post: Post) -> list[Span]:
    """Return the template expressions that stand in the place of a date, which are DT012."""
    entries = post.front_matter.entries if post.front_matter is not None else ()
    keys = post.generator.profile.date_keys
    return [
        entry.node.span for entry in entries if entry.key in keys and post.text.startswith("{{", entry.node.span.start)
    ]
