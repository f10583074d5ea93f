"""Zola as data: folders, keys, what is no post (Zola 0.22, `front_matter/page.rs`)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title description updated date weight draft slug path taxonomies authors aliases template in_search_index
extra render page_template sort_by paginate_by paginate_path paginate_reversed insert_anchor_links
transparent redirect_to generate_feeds generate_feed language
"""

_SECTIONS = (
    "posts",
    "post",
    "blog",
    "blogs",
    "articles",
    "article",
    "news",
    "notes",
    "journal",
    "diary",
    "writing",
)

PROFILE = Profile(
    name="zola",
    title="Zola",
    content=("content",),
    posts=tuple(f"/content/{name}/" for name in _SECTIONS),
    sections=("_index.*",),
    ignored=("/templates/", "/themes/", "/public/", "/static/", "/sass/", "node_modules/", ".*"),
    extensions=(".md",),
    dialect=Dialect(frozenset({"jinja"})),
    updated_keys=("updated",),
    image_keys=(
        "extra.image",
        "extra.cover",
        "extra.cover_image",
        "extra.cover.image",
        "extra.thumbnail",
        "extra.og_image",
        "extra.og_preview_img",
        "extra.banner",
        "extra.featured_image",
        "extra.featured",
        "extra.social_media_card",
        "extra.local_image",
        "extra.hero",
        "extra.img",
    ),
    known_keys=frozenset(_KEYS.split()),
    key_types={
        "title": ("str",),
        "description": ("str",),
        "date": ("date", "datetime", "str"),
        "updated": ("date", "datetime", "str"),
        "weight": ("int",),
        "draft": ("bool",),
        "slug": ("str",),
        "path": ("str",),
        "aliases": ("list",),
        "authors": ("list",),
        "taxonomies": ("map",),
        "extra": ("map",),
        "template": ("str",),
        "in_search_index": ("bool",),
    },
    newest_version="0.22.1",
)
