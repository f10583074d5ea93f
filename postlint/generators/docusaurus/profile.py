"""Docusaurus as data: folders, keys, what is no post (Docusaurus 3, blog and docs plugins)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title title_meta description tags slug date authors author author_title author_url author_image_url
author_image author_name author_email image keywords draft unlisted hide_table_of_contents
toc_min_heading_level toc_max_heading_level last_update hide_reading_time sidebar_label id
sidebar_position sidebar_class_name sidebar_custom_props displayed_sidebar hide_title pagination_label
pagination_next pagination_prev custom_edit_url parse_number_prefixes type wrapperClassName mdx format
"""

PROFILE = Profile(
    name="docusaurus",
    title="Docusaurus",
    content=("blog", "docs", "src/pages", "i18n", "versioned_docs"),
    posts=("/blog/", "/i18n/*/docusaurus-plugin-content-blog*/"),
    ignored=(
        "/build/",
        "/.docusaurus/",
        "/static/",
        "/src/components/",
        "/src/theme/",
        "**/_*",
        "*.test.*",
        "__tests__/",
        "node_modules/",
        ".*",
    ),
    extensions=(".md", ".mdx"),
    dialect=Dialect(frozenset({"mdx"})),
    updated_keys=("last_update.date",),
    image_keys=("image", "authors.image_url", "author_image_url", "author_image"),
    known_keys=frozenset(_KEYS.split()),
    key_types={
        "title": ("str", "int", "float"),
        "description": ("str", "int", "float"),
        "tags": ("list",),
        "slug": ("str",),
        "date": ("date", "datetime", "str", "int", "float"),
        "image": ("str",),
        "keywords": ("list",),
        "draft": ("bool",),
        "unlisted": ("bool",),
        "hide_table_of_contents": ("bool",),
        "last_update": ("map",),
    },
    newest_version="3.10.2",
)
