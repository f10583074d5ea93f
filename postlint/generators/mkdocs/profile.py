"""MkDocs and Material for MkDocs as data: folders, keys, what is no post (MkDocs 1.6, Material 9.7)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title description template hide search tags icon status subtitle social date authors categories draft
links pin readtime slug comments keywords author revision_date exclude hidden image cover boost
canonical_url og_image robots edit_url nav_title created updated statistics summary blogging
"""

PROFILE = Profile(
    name="mkdocs",
    title="MkDocs",
    content=("docs",),
    posts=("/docs/blog/posts/", "/docs/**/blog/posts/"),
    ignored=("/site/", "/overrides/", "/docs/**/templates/", "node_modules/", ".*"),
    extensions=(".md", ".markdown", ".mdown", ".mkdn", ".mkd"),
    dialect=Dialect(is_python_markdown=True),
    date_keys=("date", "date.created"),
    updated_keys=("date.updated",),
    image_keys=("image", "cover", "og_image", "social.cards_layout_options.background_image"),
    known_keys=frozenset(_KEYS.split()),
    key_types={
        "title": ("str", "int", "float"),
        "description": ("str",),
        "template": ("str",),
        "hide": ("list", "bool"),
        "tags": ("list", "str", "null"),
        "search": ("map",),
    },
    newest_version="1.6.1",
)
