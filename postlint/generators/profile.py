"""What postlint knows of a generator as data."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.body.dialect import Dialect
from postlint.values.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class Profile:
    """The facts of one generator that need no code.

    Globs are gitignore patterns relative to the site's root. `content` are the folders of posts and
    pages, `posts` those of them (globs) that hold posts, `drafts` drafts, `sections` list pages;
    `ignored` is never content (scaffolds, archetypes, layouts, built output). `extensions` are those the
    generator reads (with dot, lower case); `reads_any_case` tells whether `.MD` counts. `image_keys` are
    front matter keys whose value its themes show as a picture (dotted for nested keys). `date_keys`,
    `updated_keys` and `title_keys` are the keys it reads, first one first. `required_keys` are those
    without which it fails. `known_keys` are keys it or its common themes read. `key_types` names the
    type it expects: key to a tuple of type names. `never_null_keys` are those that it leaves a post out for
    if they stand there without a value. `reads_clock` tells that the day of the build decides what is left out.
    """

    name: str
    title: str
    content: tuple[str, ...]
    posts: tuple[str, ...]
    drafts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    extensions: tuple[str, ...] = (".md", ".markdown")
    html_extensions: tuple[str, ...] = ()
    reads_any_case: bool = False
    dialect: Dialect = field(default_factory=Dialect)
    title_keys: tuple[str, ...] = ("title",)
    date_keys: tuple[str, ...] = ("date",)
    updated_keys: tuple[str, ...] = ()
    image_keys: tuple[str, ...] = ()
    required_keys: tuple[str, ...] = ()
    never_null_keys: tuple[str, ...] = ()
    known_keys: frozenset[str] = frozenset()
    key_types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folds_key_case: bool = False
    default_layout: str = ""
    newest_version: str = ""
    reads_clock: bool = False
