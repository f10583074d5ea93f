"""Astro as data: folders, keys, what is no post (Astro 7 and its common themes)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title description date pubDate pubDatetime publishDate published publishedAt publishedDate createdAt
updatedDate updated updatedAt modDatetime lastmod lastModified modified heroImage heroAlt image imageAlt
ogImage cover coverAlt thumbnail banner draft isDraft unlisted featured pinned tags categories category
author authors slug layout lang language locale canonical canonicalURL excerpt summary keywords metadata
series order sidebar tableOfContents template hero prev next pagefind head editUrl lastUpdated social toc
comments math timezone hideEditPost robots readingTime minutesRead type url link links sourceLink
licenseName licenseUrl license related coverImage subtitle weight
"""

_BLOGS = "blog,blogs,post,posts,article,articles,news,notes,journal,writing"

PROFILE = Profile(
    name="astro",
    title="Astro",
    # satteri, since Astro 7
    dialect=Dialect(has_bare_paths=False),
    content=("src/content", "src/pages"),
    posts=tuple(
        pattern
        for name in _BLOGS.split(",")
        for pattern in (
            f"/src/content/{name}/",
            f"/src/content/*/{name}/",
            f"/src/pages/{name}/",
            f"/src/pages/*/{name}/",
        )
    ),
    ignored=(
        "/dist/",
        "/public/",
        "/.astro/",
        "/src/components/",
        "/src/layouts/",
        "/src/assets/",
        "/src/pages/**/_*",
        "node_modules/",
        ".*",
    ),
    extensions=(".md", ".mdx", ".mdoc", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn"),
    date_keys=("date", "pubDate", "pubDatetime", "publishDate", "published", "publishedAt", "publishedDate"),
    updated_keys=("updatedDate", "updated", "updatedAt", "modDatetime", "lastmod", "lastModified"),
    image_keys=(
        "heroImage",
        "image",
        "image.src",
        "image.url",
        "ogImage",
        "cover",
        "coverImage",
        "thumbnail",
        "banner",
        "cover.src",
        "hero.image",
        "hero.image.file",
    ),
    known_keys=frozenset(_KEYS.split()),
    newest_version="7.3.5",
)
