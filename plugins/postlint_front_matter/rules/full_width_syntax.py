"""FM016 full-width-syntax."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, FrontMatter, Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_front_matter.meant import keeps_the_rest
from postlint_front_matter.subjects import UnusualBlock
from postlint_front_matter.wide import Wide, find_wide

_HEXO = "source/_posts/a.md"


class FullWidthSyntax(PostRule[Options]):
    """A full-width or invisible character stands where YAML needs its own sign.

    `title：A walk` is no key, `title:　A walk` with an ideographic blank is not one either, and a zero-width
    character makes another key of `title` that looks the same. Where the block then does not parse, Hexo
    leaves the post out and the others end the build; where it does, title, date or tags are lost without a
    word. Curly quotes and brackets stay part of the value: `date: “2024-05-06”` is no date, and
    `tags: [walk，alps]` is one tag.

    Fix safety: the sign is replaced by YAML's; safe if every other key is then read as before and
    it is no date that becomes another one.

    Limits: curly quotes around a title and full-width signs within text are taken as meant.
    """

    code = "FM016"
    name = "full-width-syntax"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="---\ntitle: “A walk”：the Alps，and more\ntags: [walk, alps]\n---\nText.\n"),
        Valid(
            post="---\ntitle: A walk\ndescription: >\n  title：this is text\n---\nText.\n",
            why="within a text every sign is text",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle：A walk\ndate: 2024-05-06\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("：",),
            fixed="---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            severity="error",
            message="the colon after title is full-width",
        ),
        Invalid(
            post="---\ntitle:\u3000A walk\ndate: 2024-05-06\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("\u3000",),
            fixed="---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            severity="error",
        ),
        Invalid(
            post="---\nti\u200btle: A walk\ntags: [walk，alps]\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("ti\u200btle", "，"),
            fixed="---\ntitle: A walk\ntags: [walk, alps]\n---\nText.\n",
        ),
        Invalid(
            post="---\ntitle: A walk\nlayout: “post”\n---\nText.\n",
            reports=("“post”",),
            fixed='---\ntitle: A walk\nlayout: "post"\n---\nText.\n',
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at signs around keys and values."""
        block = post.front_matter
        if block is None or block.reading.is_swallowed or not (block.is_read or post.reading.why == "not-a-map"):
            return
        found = find_wide(block, post.generator.profile.known_keys)
        for wide in found:
            is_fatal = bool(block.problems) or not block.is_map or any(key in _dates(post) for key in wide.keys)
            yield Report(
                wide.span,
                wide.what,
                hint=f"write `{wide.content}`" if wide.content.strip() else "write an ordinary blank, or nothing",
                severity=Severity.ERROR if is_fatal else Severity.WARNING,
                data={"characters": [f"U+{ord(char):04X}" for char in wide.span.of(post.text)[:8]]},
                fix=_fix(post, block, wide, found),
            )


def _dates(post: Post) -> tuple[str, ...]:
    profile = post.generator.profile
    return (*profile.date_keys, *profile.updated_keys)


def _fix(post: Post, block: FrontMatter, wide: Wide, found: list[Wide]) -> Fix | None:
    message = "write YAML's own sign" if wide.content.strip() else "take it out"
    edit = Edit(wide.span, wide.content)
    if not block.problems and block.is_map:
        is_safe = keeps_the_rest(post, (edit,), *wide.keys) and not any(key in _dates(post) for key in wide.keys)
        return (Fix.safe if is_safe else Fix.unsafe)(message, edit)
    # the keys of a broken block are a guess, but signs that mend the whole of it are none
    edits = tuple(Edit(other.span, other.content) for other in found)
    after = post.revised(*edits).front_matter
    if after is not None and after.is_read and after.is_map and not after.problems:
        return Fix.safe("write YAML's own signs", *edits)
    return Fix.unsafe(message, edit)
