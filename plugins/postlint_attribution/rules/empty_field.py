"""ATT024 empty-field."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern, option
from postlint_attribution.declared import Fact
from postlint_attribution.keys import THEME_KEYS, plain_theme
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.statement import is_unfilled
from postlint_attribution.view import Attributions

_SOURCE_CUE = late_pattern(r"链接|地址|转载自|出处|来源|原文(?!作者)")


class EmptyFieldOptions(Options):
    keys: tuple[str, ...] = option(
        default=(), doc="Empty keys that `--fix` may fill, besides those from which the site's theme prints."
    )


class EmptyField(PostRule[EmptyFieldOptions]):
    """A field of a template was not filled.

    "作者：" with nothing or with "[你的名字]" behind it is printed as it stands; an empty key in front matter
    makes the theme fall back to the site's owner although the post names somebody else.

    Fix safety: the empty key is filled with the one value that the post states. Safe for a key that the site's
    theme prints or the option `keys` names, else unsafe.
    """

    code = "ATT024"
    name = "empty-field"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    about = Attributions
    valid = (
        Valid(post="译者：林小溪\n"),
        Valid(post="---\ntitle: 山路\nauthor:\n---\n正文。\n", why="the post names nobody either"),
    )
    invalid = (
        Invalid(
            post="作者：[你的名字]\n",
            reports=("作者：[你的名字]",),
            message='the field "作者：[你的名字]" was not filled',
        ),
        Invalid(
            post="---\ntitle: 山路\ncopyright_author:\n---\n作者：林小溪\n",
            reports=("",),
            fixed="---\ntitle: 山路\ncopyright_author: 林小溪\n---\n作者：林小溪\n",
            message="`copyright_author` is empty, but the post names 林小溪",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at credits without a name and at empty keys whose value the body states."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("author-credit", "translator-credit"):
            if is_unfilled(statement) or (statement.is_empty and not _SOURCE_CUE.search(statement.cue)):
                yield Report(
                    statement.span,
                    f"the field {statement.quoted} was not filled",
                    hint="fill it, or leave the line out",
                    data={"name": statement.author or ""},
                )
        if found.statements:
            yield from _empty_keys(post, found, self.options.keys)


def _empty_keys(post: Post, found: Provenance, may_be_filled: tuple[str, ...]) -> Iterable[Report]:
    front_matter = post.front_matter
    if front_matter is None:
        return
    for fact in found.declared.empty:
        value = _stated(fact, found)
        if value is None:
            continue
        edits = front_matter.edit.set(fact.key, value)
        is_printed = fact.key in THEME_KEYS.get(plain_theme(post.facts.theme), {}).values()
        make = Fix.safe if is_printed or fact.key in may_be_filled else Fix.unsafe
        fix = make(f"fill `{fact.key}`", *edits)
        yield Report(
            fact.span,
            f"`{fact.key}` is empty, but the post names {value[:50]}",
            hint="fill it",
            data={"key": fact.key, "value": value},
            fix=fix if "." not in fact.key else None,
        )


def _stated(fact: Fact, found: Provenance) -> str | None:
    if fact.concept == "author":
        names = {s.author for s in found.bylines}
        return names.pop() if len(names) == 1 and not found.declared.of("author") else None
    if fact.concept == "source_url":
        urls = {s.url for s in found.linked if s.subject == "post"}
        return urls.pop() if len(urls) == 1 and not found.declared.of("source_url") else None
    return None
