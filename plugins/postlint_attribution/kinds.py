"""The kinds of statements and the roles of their addresses, as `inspect` prints them."""

from __future__ import annotations

from typing import Literal, get_args

Kind = Literal[
    "rights-notice",
    "source-name",
    "source-link",
    "self-link",
    "author-credit",
    "translator-credit",
    "licence",
    "reuse-terms",
    "permission-obtained",
    "repost-forbidden",
    "takedown-offer",
    "originality-claim",
    "first-published",
    "photo-credit",
    "views-disclaimer",
    "syndication-boilerplate",
    "citation",
]
KINDS: tuple[str, ...] = get_args(Kind)

SOURCE_KINDS = frozenset({"source-name", "source-link", "first-published"})
"""Kinds that say where the text comes from."""

ROLES = ("original", "first-publication", "reposted-from", "self", "home", "licence", "profile")
