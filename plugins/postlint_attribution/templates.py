"""What sites ask of their posts: single things and presets of them."""

from __future__ import annotations

from collections.abc import Callable

from postlint_attribution.provenance import Provenance
from postlint_attribution.statement import Statement, is_unfilled

Check = Callable[[Provenance], bool]


def _has(*kinds: str) -> Check:
    return lambda found: any(s.kind in kinds and not s.is_empty for s in found.statements)


def _has_source_link(found: Provenance) -> bool:
    return bool(found.linked) or bool(found.declared.of("source_url", "canonical"))


def _has_first_published(found: Provenance) -> bool:
    return any(s.kind == "first-published" and s.url for s in found.statements) or bool(found.declared.of("canonical"))


def _names(statement: Statement) -> bool:
    """Tell whether a credit names somebody and is no template that was not filled."""
    return bool(statement.author) and not is_unfilled(statement)


def _has_author(found: Provenance) -> bool:
    named = any(s.kind in ("author-credit", "source-link") and _names(s) for s in found.statements)
    return named or bool(found.declared.of("author"))


def _has_translator(found: Provenance) -> bool:
    named = any(s.kind == "translator-credit" and not s.is_empty and not is_unfilled(s) for s in found.statements)
    return named or bool(found.declared.of("translator"))


def _has_licence(found: Provenance) -> bool:
    named = any(s.kind == "licence" and s.subject != "image" for s in found.statements)
    return named or bool(found.declared.of("licence"))


WANTED: dict[str, tuple[Check, str]] = {
    "source-link": (_has_source_link, "a link to the source"),
    "source-name": (lambda found: found.has_source, "the name of the source"),
    "first-published": (_has_first_published, "a link to where it was first published"),
    "author": (_has_author, "the author's name"),
    "translator": (_has_translator, "the translator's name"),
    "licence": (_has_licence, "the licence"),
    "permission": (_has("permission-obtained"), "the permission"),
    "rights-notice": (_has("rights-notice"), "the rights notice"),
}
"""What can be asked for: a test, and how a message calls it."""

PRESETS: dict[str, tuple[str, ...]] = {
    "lctt": ("source-link", "author", "translator"),
    "gold-miner": ("source-link", "author", "translator"),
    "swiftgg": ("source-link", "author", "translator", "permission"),
    "originally-published": ("first-published",),
    "hexo-repost": ("rights-notice", "source-link"),
}
"""Templates in wide use: translation teams, cross-posts, reposts."""
