"""Eleventy as data: folders, keys, what is no post (Eleventy 3)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title date permalink layout tags pagination eleventyExcludeFromCollections eleventyComputed
eleventyImport eleventyNavigation templateEngineOverride dynamicPermalink override description excerpt
summary author authors image images thumbnail featuredImage featured_image hero heroImage cover
coverImage ogImage socialImage draft slug url updated lastmod modified keywords categories category
series lang locale dir meta metaDesc metaTitle canonical canonicalUrl toc order key parent
eleventyAllowMissingExtension bodyClass pageTitle subtitle featured alt altText imageAlt page_excerpt
comments syndication
"""

_BLOGS = "blog,blogs,post,posts,_posts,article,articles,news,notes,journal,writing"

PROFILE = Profile(
    name="eleventy",
    title="Eleventy",
    content=("",),
    posts=tuple(f"{name}/" for name in _BLOGS.split(",")),
    ignored=(
        "/_site/",
        "/dist/",
        "/public/",
        "/_includes/",
        "/_layouts/",
        "/_data/",
        "node_modules/",
        ".*",
    ),
    extensions=(".md",),
    html_extensions=(".html",),
    reads_any_case=True,
    dialect=Dialect(frozenset({"liquid", "nunjucks"})),
    updated_keys=("updated", "lastmod", "modified"),
    image_keys=(
        "image",
        "images",
        "image.src",
        "thumbnail",
        "featuredImage",
        "featured_image",
        "hero",
        "heroImage",
        "hero.image",
        "cover",
        "coverImage",
        "ogImage",
        "socialImage",
    ),
    known_keys=frozenset(_KEYS.split()),
    key_types={
        "tags": ("list", "str", "null", "int", "bool"),
        "permalink": ("str", "bool", "map"),
        "eleventyExcludeFromCollections": ("bool", "list"),
        "layout": ("str", "bool", "null"),
    },
    newest_version="3.1.8",
)
