"""Gatsby as data: folders, keys, what is no post (Gatsby 5, gatsby-transformer-remark)."""

from __future__ import annotations

from postlint.generators.profile import Profile

_KEYS = """
title date description slug path tags categories category author authors template templateKey layout
featuredImage featuredimage featuredImg featured_image image thumbnail cover coverImage hero heroImage
banner socialImage ogimage draft published excerpt summary updated lastUpdated modified lang language
canonical keywords series type order embeddedImagesLocal imageAlt alt toc comments subtitle featuredpost
"""

_BLOGS = "blog,blogs,post,posts,article,articles,news,notes,journal,writing"

PROFILE = Profile(
    name="gatsby",
    title="Gatsby",
    content=("content", "src/content", "src/pages", "blog", "posts", "src/posts", "src/blog"),
    posts=tuple(
        pattern for name in _BLOGS.split(",") for pattern in (f"/content/**/{name}/", f"/src/**/{name}/", f"/{name}/")
    ),
    ignored=("/public/", "/.cache/", "/static/", "/src/components/", "node_modules/", ".*"),
    extensions=(".md", ".markdown", ".mdx"),
    date_keys=("date",),
    updated_keys=("updated", "lastUpdated", "modified"),
    image_keys=(
        "featuredImage",
        "featuredimage",
        "featuredImg",
        "featured_image",
        "image",
        "thumbnail",
        "cover",
        "coverImage",
        "hero",
        "heroImage",
        "hero.image",
        "banner",
        "socialImage",
        "ogimage",
    ),
    known_keys=frozenset(_KEYS.split()),
    newest_version="5.16.1",
)
