"""FM007 wrong-type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postlint import (
    Edit,
    Entry,
    Fix,
    Fixable,
    FrontMatter,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Scalar,
    Severity,
    Valid,
    option,
)
from postlint_front_matter.implicit import find_reading
from postlint_front_matter.lost import find_loss
from postlint_front_matter.meant import YAML_FORMATS, is_copy, keeps_the_rest, read_block
from postlint_front_matter.subjects import UnusualBlock

_NAMES = {
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "date": "a date",
    "datetime": "a date",
    "list": "a list",
    "map": "a map",
}


class WrongTypeOptions(Options):
    types: Mapping[str, tuple[str, ...]] = option(
        default={}, doc="Types of further keys: str, int, float, bool, null, date, datetime, list or map."
    )


class WrongType(PostRule[WrongTypeOptions]):
    """A value has a type that the generator cannot use.

    The build fails where the generator checks types, and readers see nonsense where it does not.
    It is an error if this very post would not be published, or if its value ends the build for another reason: a
    name that the generator keeps for itself, an address it cannot write, a choice it does not know.

    Fix safety: a bare value is put in quotes where text is read, which shows it as it is written.
    """

    code = "FM007"
    name = "wrong-type"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    valid = (Valid(post="---\ntitle: A walk\ntags: [alps]\n---\nText.\n", generator="hexo", path="source/_posts/a.md"),)
    invalid = (
        Invalid(
            post="---\ntitle: A walk\nrating: high\n---\nText.\n",
            options={"types": {"rating": ["int"]}},
            reports=("high",),
        ),
        Invalid(
            post="---\ntitle: true\ndate: 2024-05-06\n---\nText.\n",
            generator="docusaurus",
            path="blog/a.md",
            reports=("true",),
            fixed='---\ntitle: "true"\ndate: 2024-05-06\n---\nText.\n',
            severity="error",
            why="Docusaurus ends the build",
        ),
        Invalid(
            post="---\ntitle: A walk\npermalink: /walk\n---\nText.\n",
            generator="eleventy",
            path="posts/a.md",
            reports=("/walk",),
            severity="error",
            why="Eleventy wants an extension, or a slash at the end",
        ),
        Invalid(
            post="---\ntitle: A walk\nmarkup: textile\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("textile",),
            severity="error",
        ),
        Invalid(
            post="---\ntitle: A walk\ncategories: 3\n---\nText.\n",
            generator="jekyll",
            path="_posts/2024-05-06-a.md",
            reports=("3",),
            fixed='---\ntitle: A walk\ncategories: "3"\n---\nText.\n',
            severity="error",
            why="Jekyll publishes the post without its title and date",
        ),
    )

    def subject(self) -> type[UnusualBlock] | None:
        """Return what to look at with these options."""
        return None if self.options.types else UnusualBlock

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = read_block(post)
        if front_matter is None or not front_matter.entries:
            return
        profile = post.generator.profile
        known = {**profile.key_types, **self.options.types} if self.options.types else profile.key_types
        refused = _find_refused(post)
        for entry in front_matter.entries:
            wanted = known.get(entry.key) or ()
            reason = refused.get(entry.key.lower()) if refused else None
            if not wanted and reason is None:
                continue
            if reason is not None:
                yield Report(
                    entry.node.span if len(entry.node.span) else entry.key_span,
                    f"{profile.title} ends the build: {reason}"[:100],
                    hint="correct the value, or delete the key",
                    severity=Severity.ERROR,
                    data={"key": entry.key, "type": entry.type, "wanted": list(wanted)},
                    fix=_quote(post, front_matter, entry, wanted) if entry.type not in wanted else None,
                )
                continue
            kind = entry.node.type
            if kind in wanted or kind == "null" or entry.key in profile.date_keys:
                continue
            if entry.key not in self.options.types and _is_misread(post, front_matter, entry, wanted):
                continue
            words = " or ".join(dict.fromkeys(_NAMES.get(name, name) for name in wanted))
            fails = entry.key not in self.options.types and _spoils(post, entry.key)
            yield Report(
                entry.node.span,
                f'"{entry.key}" is {_NAMES.get(entry.type, entry.type)}, but {words} is read here',
                hint=f"write {words}",
                severity=Severity.ERROR if fails else Severity.WARNING,
                data={"key": entry.key, "type": entry.type, "wanted": list(wanted)},
                fix=_quote(post, front_matter, entry, wanted),
            )


def _find_refused(post: Post) -> dict[str, str]:
    """Return by key in lower case why the generator ends the build; dates and schemas have rules of their own."""
    profile = post.generator.profile
    if profile.name == "astro" or post.outcome.status != "build-fails":
        return {}
    dates = {date.key for date in post.dates}
    return {fault.key.lower(): fault.message for fault in post.outcome.faults if fault.key not in dates}


def _spoils(post: Post, key: str) -> bool:
    """Tell whether the post is lost, or published without its front matter for the sake of a key."""
    outcome = post.outcome
    return outcome.status != "published" or f"`{key}`" in (outcome.reason or "")


def _is_misread(post: Post, block: FrontMatter, entry: Entry, wanted: tuple[str, ...]) -> bool:
    """Tell whether the type is none that the author chose, which FM015 and FM018 report."""
    if "str" not in wanted or block.format not in YAML_FORMATS:
        return False
    node = entry.node
    if isinstance(node, Scalar):
        if find_reading(post, block, entry.key, node) is not None:
            return True
        outcome = post.outcome
        if entry.key in post.generator.profile.title_keys and outcome.status == "published":
            # a title that is shown as it is written harms nobody
            return str(outcome.title) == node.raw
    return find_loss(block, entry.key, node) is not None


def _quote(post: Post, block: FrontMatter, entry: Entry, wanted: tuple[str, ...]) -> Fix | None:
    """Return a fix that makes text of a bare value, where text is read."""
    node = entry.node
    if "str" not in wanted or block.format not in YAML_FORMATS or not isinstance(node, Scalar):
        return None
    if node.style != "plain" or node.value is None or is_copy(block.text, node):
        return None
    edit = Edit(node.span, f'"{node.raw}"')
    return Fix.safe("put it in quotes", edit) if keeps_the_rest(post, (edit,), entry.key) else None
