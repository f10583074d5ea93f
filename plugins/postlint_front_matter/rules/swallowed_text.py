"""FM019 swallowed-text."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, FrontMatter, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_front_matter.meant import line_span
from postlint_front_matter.subjects import UnusualBlock

_HEXO = "source/_posts/a.md"


class SwallowedText(PostRule[Options]):
    """The start of a post's text is taken for front matter.

    In a post without front matter Hexo takes everything above the first line of dashes for keys and values:
    `Note: this is prose` above a rule disappears from the page, and two such lines usually make the whole
    post disappear, without a failing build. MkDocs and Pelican take a first paragraph of `Note: prose` for
    metadata.

    Fix safety: unsafe, since it brings the text back onto the page: in Hexo the rule below the text is
    written as `***`, in MkDocs a blank line is put before it.

    Limits: text is what holds no key that blogs commonly use (title, date, tags, …).
    """

    code = "FM019"
    name = "swallowed-text"
    severity = Severity.ERROR
    about = UnusualBlock
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="title: A walk\ndate: 2024-05-06\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(
            post="Some prose.\n\n---\n\nText.\n",
            generator="hexo",
            path=_HEXO,
            why="prose that is no key and value stays on the page",
        ),
        Valid(post="Note: this is prose.\n\n---\n\nText.\n", generator="jekyll", path="_posts/2024-05-06-a.md"),
    )
    invalid = (
        Invalid(
            post="Note: this is prose.\n\n---\n\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("Note: this is prose.",),
            fixed="Note: this is prose.\n\n***\n\nText.\n",
            message="Hexo takes the text above line 3 for front matter: readers do not see it",
            variants=False,
        ),
        Invalid(
            post="Note: this is prose.\n\nText.\n",
            generator="mkdocs",
            path="docs/a.md",
            reports=("Note: this is prose.",),
            fixed="\nNote: this is prose.\n\nText.\n",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at blocks that were hardly meant to be any."""
        if not post.reading.is_swallowed or post.front_matter is None:
            return
        block = post.front_matter
        title = post.generator.profile.title
        start = block.split.block.start + _blanks(block)
        closing = block.split.closing
        if len(closing):
            line = post.source.lines.position(closing.start).line
            what = f"{title} takes the text above line {line} for front matter"
        else:
            what = f"{title} takes the first paragraph for metadata"
        is_lost = post.outcome.status == "published"
        yield Report(
            line_span(post.text, start),
            f"{what}: readers do not see {'it' if is_lost else 'the post'}",
            hint="start the file with front matter of its own, `---`, keys and `---`",
            data={"outcome": post.outcome.status},
            fix=_fix(post, block),
        )


def _blanks(block: FrontMatter) -> int:
    text = block.split.block.of(block.text)
    return len(text) - len(text.lstrip())


def _fix(post: Post, block: FrontMatter) -> Fix | None:
    closing = block.split.closing
    if len(closing):
        above, line = line_span(post.text, max(closing.start - 1, 0)), line_span(post.text, closing.start)
        # right below text the dashes make a heading of it
        is_rule = not above.of(post.text).strip() and not line.of(post.text).strip("- \t")
        edit = Edit(line, "***") if is_rule else None
    else:
        edit = Edit(Span(0, 0), "\n")
    if edit is None or post.revised(edit).reading.is_read:
        return None
    return Fix.unsafe("keep the text out of the front matter", edit)
