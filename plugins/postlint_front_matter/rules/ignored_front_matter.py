"""FM002 ignored-front-matter."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_front_matter.subjects import UnusualBlock
from postlint_front_matter.wide import find_wide

_OBSTACLES = {
    "blank-line": ("a blank line stands before it", "delete what stands before the first fence"),
    "bom": ("a byte order mark stands before it", "save the file without BOM"),
    "leading-text": ("text stands before it", "move the block to the top of the file"),
    "trailing-blank": ("a blank follows a fence", "delete the blank"),
    "long-fence": ("a fence is too long", "write three characters"),
    "wrong-fence": ("the fences do not fit", "open and close it with `---`"),
    "wrong-close": ("the closing fence does not fit", "close it with the line that opens it"),
    "unclosed": ("it is not closed", "close it with `---`"),
    "indented": ("a fence is indented", "move the fence to the start of its line"),
    "format": ("this format is not read here", "write it as YAML between `---` lines"),
    "line-ends": ("its line ends are not read", "save the file with LF line ends"),
    "not-a-map": ("it holds no keys", "write `key: value` lines"),
    "extension": ("the file's extension is not read", "rename the file"),
    "encoding": ("the file's encoding is not read", "save the file as UTF-8"),
}
_STRICT_ABOUT_THE_START = frozenset({"jekyll", "eleventy", "gatsby", "docusaurus", "mkdocs"})


class IgnoredFrontMatter(PostRule[Options]):
    """The generator does not see the front matter.

    Readers see the block as text at the top of the page, the title and the date are lost, or the build
    stops. Where this generator reads the block and only others would not, it is an info.

    Fix safety: only blank lines before the block are deleted; that is safe, since no reader sees them.
    """

    code = "FM002"
    name = "ignored-front-matter"
    severity = Severity.ERROR
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (Valid(post="---\ntitle: A walk\n---\nText.\n", generator="jekyll", path="_posts/2024-05-06-a.md"),)
    invalid = (
        Invalid(
            post="\n---\ntitle: A walk\n---\nText.\n",
            generator="jekyll",
            path="_posts/2024-05-06-a.md",
            reports=("---",),
            fixed="---\ntitle: A walk\n---\nText.\n",
            why="Jekyll prints the block as text",
            variants=False,
        ),
        Invalid(
            post="\n---\ntitle: A walk\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("---",),
            fixed="---\ntitle: A walk\n---\nText.\n",
            severity="info",
            why="Hexo reads it; another generator would not",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = post.front_matter
        if front_matter is None:
            return
        lead = Span(0, front_matter.span.start)
        if front_matter.is_read:
            if len(lead) and not lead.of(post.text).strip() and front_matter.format == "yaml":
                yield Report(
                    front_matter.opening,
                    "a blank line before the front matter: other generators would not see it",
                    hint="delete the blank line",
                    severity=Severity.INFO,
                    fix=self._fix(post),
                    data={"obstacle": "blank-line", "generators": sorted(_STRICT_ABOUT_THE_START)},
                )
            return
        why = post.reading.why or "format"
        if why == "unclosed":
            return
        if why == "not-a-map" and find_wide(front_matter, post.generator.profile.known_keys):
            # no key has an ASCII colon, and FM016 says so
            return
        fact, hint = _OBSTACLES.get(why, ("it is not read here", "write it as YAML between `---` lines"))
        title = post.generator.profile.title
        yield Report(
            front_matter.opening,
            f"{title} does not see the front matter: {fact}",
            hint=hint,
            fix=self._fix(post),
            data={"obstacle": why},
        )

    @staticmethod
    def _fix(post: Post) -> Fix | None:
        front_matter = post.front_matter
        lead = Span(0, front_matter.span.start if front_matter else 0)
        if not len(lead) or lead.of(post.text).strip():
            return None
        edit = Edit(lead, "")
        after = post.revised(edit).front_matter
        if after is None or not after.is_read or after.problems:
            # something else is wrong with it, too
            return None
        return Fix.safe("delete what stands before the block", edit)
