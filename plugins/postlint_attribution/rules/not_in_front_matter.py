"""ATT028 not-in-front-matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from postlint import Fix, Fixable, FrontMatter, Invalid, Options, Post, PostRule, Report, Severity, Valid, option
from postlint_attribution.keys import RESERVED, key_for, names_by_id
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import is_vague, judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

Concept = Literal["source_url", "source_name", "author"]


class NotInFrontMatterOptions(Options):
    keys: Mapping[Concept, str] = option(
        default={},
        doc="Where to put what: `source_url`, `source_name` and `author`, each to a key. A fix is safe only for a "
        "key that is named here.",
    )


class NotInFrontMatter(PostRule[NotInFrontMatterOptions]):
    """The body states a source or author that front matter does not have.

    Themes, feeds and the canonical link are made from front matter, so they know nothing of it: the post is
    shown as the site owner's.

    Fix safety: safe for a key that the option `keys` names, else unsafe, because a new key may change the
    page or break a schema. The visible statement stays.

    Limits: silent where front matter has any key for the same thing, even an empty one.
    """

    code = "ATT028"
    name = "not-in-front-matter"
    severity = Severity.INFO
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = SOURCE_KINDS | {"author-credit"}
    valid = (
        Valid(post="---\ntitle: 山路\nsource_url: https://example.org/a\n---\n原文：https://example.org/a\n"),
        Valid(post="原文：https://example.org/a\n", why="there is no front matter"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: 山路\n---\n原文：[山路](https://example.org/a)\n",
            reports=("原文：[山路](https://example.org/a)",),
            fixed="---\ntitle: 山路\nsource_url: https://example.org/a\n---\n原文：[山路](https://example.org/a)\n",
        ),
        Invalid(
            post="---\ntitle: 山路\n---\n作者：林小溪\n",
            reports=("作者：林小溪",),
            options={"keys": {"author": "writer"}},
            fixed="---\ntitle: 山路\nwriter: 林小溪\n---\n作者：林小溪\n",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at sources and bylines while front matter has no key for them."""
        found = judged(post)
        if found is None or not (found.sources or found.attributions.of_kind("author-credit")):
            return
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_map:
            return
        declared = found.declared
        if not declared.has_key("source_url", "source_name", "canonical") and not self._has_named(
            front_matter, "source_url", "source_name"
        ):
            stated = [s for s in found.sources if (s.url or s in found.named) and not is_vague(s)]
            if stated:
                yield self._source(post, stated)
        names = [s for s in found.attributions.of_kind("author-credit") if s.author and not s.is_hidden]
        if names and not declared.has_key("author") and not self._has_named(front_matter, "author"):
            yield self._report(post, names[0], "author", _single({s.author for s in found.bylines}))

    def _has_named(self, front_matter: FrontMatter, *concepts: Concept) -> bool:
        """Tell whether front matter has a key that the configuration names for one of some concepts."""
        named = (self.options.keys.get(concept) for concept in concepts)
        return any(front_matter.find_dotted(key) is not None for key in named if key)

    def _source(self, post: Post, stated: list[Statement]) -> Report:
        urls: set[str | None] = {s.url for s in stated if s.url}
        value = _single(urls) if urls else _single({s.source for s in stated})
        concept: Concept = "source_url" if urls else "source_name"
        statement = next((s for s in stated if s.url), stated[0]) if urls else stated[0]
        is_disputed = any(s.subject != "post" for s in stated) or statement.role == "home"
        return self._report(post, statement, concept, None if is_disputed else value)

    def _report(self, post: Post, statement: Statement, concept: Concept, value: str | None) -> Report:
        configured = self.options.keys.get(concept)
        key = configured or key_for(concept, post.generator.profile.name, post.facts.theme)
        generator = post.generator.profile.name
        hint, fix = f"add the key `{key}`", None
        if key in RESERVED.get(generator, ()):
            hint = f"name another key than `{key}` in `keys`: {generator} reads it otherwise"
        elif concept == "author" and names_by_id(post):
            hint = f"add the key `{key}` with the author's id"
        elif value and post.front_matter is not None and "." not in key and "\n" not in value:
            edits = post.front_matter.edit.set(key, value)
            make = Fix.safe if configured else Fix.unsafe
            fix = make(f"add `{key}`", *edits)
        what = "author" if concept == "author" else "source"
        return Report(
            statement.span,
            f"the {what} is stated in the text only, not in front matter",
            hint=hint,
            data={"key": key, "value": value},
            fix=fix,
        )


def _single(values: set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None
