"""FM015 implicit-type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint import (
    Edit,
    Fix,
    Fixable,
    FrontMatter,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Scalar,
    Sequence,
    Severity,
    Valid,
)
from postlint_front_matter.implicit import find_reading
from postlint_front_matter.meant import TEXT_KEYS, YAML_FORMATS, keeps_the_rest, read_block, scalars_of
from postlint_front_matter.subjects import UnusualBlock

_PLAIN = (str, type(None))
_HEXO = "source/_posts/a.md"
_JEKYLL = "_posts/2024-05-06-a.md"


class ImplicitType(PostRule[Options]):
    """A value without quotes is taken for a number, a date or true and false.

    YAML guesses what a bare value is, and each generator guesses differently: the tag `no` becomes `false`
    in Jekyll and MkDocs, the id `010` becomes 8 in Jekyll and Hugo and 10 in Hexo and Astro, the time
    `12:30` becomes 750 in MkDocs and Gatsby, the version `1.10` becomes 1.1 everywhere, and a title that
    is a date becomes `Sun Oct 10 2021 08:00:00 GMT+0800` in Hexo and Eleventy. Readers see what it became,
    in the title, in tags and in addresses. What is reported is what this site's generator makes of it;
    quoted values, and the bare lines of Pelican, are never guessed at.

    Fix safety: quotes are safe around titles, tags and other text; unsafe under keys that a theme may want
    a number for.

    Limits: dates have rules of their own (DT002, DT004). Under keys that hold no text for readers, `yes`
    and `no`, `0x1F` and `1.0` are taken as meant.
    """

    code = "FM015"
    name = "implicit-type"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.ALWAYS
    valid = (
        Valid(post='---\ntitle: "010"\ntags: [walk, alps]\nweight: 5\n---\nText.\n'),
        Valid(
            post="---\ntitle: no\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            why="Hexo's YAML takes `no` for the word that it is",
        ),
        Valid(post="---\ntitle: A walk\ncomments: no\n---\nText.\n", why="a switch is meant to be one"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: no\n---\nText.\n",
            generator="jekyll",
            path=_JEKYLL,
            reports=("no",),
            fixed='---\ntitle: "no"\n---\nText.\n',
            message='Jekyll reads title "no" as false',
        ),
        Invalid(
            post="---\ntitle: Agent\nid: 007\ntags: [1.10, alps]\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("007", "1.10"),
            fixed='---\ntitle: Agent\nid: "007"\ntags: ["1.10", alps]\n---\nText.\n',
            message='Hexo reads id "007" as the number 7',
        ),
        Invalid(
            post="---\ntitle: A walk\nstart: 12:30\nprice: 1_000\n---\nText.\n",
            generator="mkdocs",
            path="docs/a.md",
            reports=("12:30", "1_000"),
            fixed='---\ntitle: A walk\nstart: "12:30"\nprice: "1_000"\n---\nText.\n',
            message='MkDocs reads start "12:30" as the number 750',
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at plain values that are no text to the generator."""
        block = read_block(post)
        if block is None or block.format not in YAML_FORMATS:
            return
        for top, key, scalar in _typed(block):
            reading = find_reading(post, block, key, scalar)
            if reading is None:
                continue
            edit = Edit(scalar.span, f'"{scalar.raw}"')
            if key == "title" and isinstance(post.outcome.title, str) and reading == "a date":
                reading = f'"{post.outcome.title[:15]}…"'
            revised = post.revised(edit)
            fails = post.outcome.status != "published" and revised.outcome.status == "published"
            yield Report(
                scalar.span,
                f'{post.generator.profile.title} reads {key[:20]} "{_cut(scalar.raw, 24)}" as {_cut(reading, 32)}',
                hint=f'quote it: "{scalar.raw}"',
                severity=Severity.ERROR if fails else Severity.WARNING,
                data={"key": key, "raw": scalar.raw, "type": scalar.type},
                fix=_fix(post, edit, top, key),
            )


def _typed(block: FrontMatter) -> Iterator[tuple[str, str, Scalar]]:
    """Yield the top key, the nearest key and the scalar of every plain value that is no text."""
    for entry in block.root.entries:
        node = entry.node
        if node.__class__ is Scalar:
            if node.value.__class__ not in _PLAIN:
                yield entry.key, entry.key, node
        elif node.__class__ is Sequence and all(item.__class__ is Scalar for item in node.items):
            for item in node.items:
                if item.value.__class__ not in _PLAIN and isinstance(item, Scalar):
                    yield entry.key, entry.key, item
        else:
            for key, scalar in scalars_of(entry.key, node):
                if scalar.value.__class__ not in _PLAIN:
                    yield entry.key, key, scalar


def _fix(post: Post, edit: Edit, top: str, key: str) -> Fix | None:
    if not keeps_the_rest(post, (edit,), top):
        return None
    is_safe = key.casefold() in TEXT_KEYS
    return (Fix.safe if is_safe else Fix.unsafe)(f"write {edit.content}", edit)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
