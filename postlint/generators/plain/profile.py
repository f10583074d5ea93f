"""Files without a known generator, read as python-frontmatter reads them."""

from __future__ import annotations

from postlint.generators.profile import Profile

PROFILE = Profile(
    name="plain",
    title="a plain reader",
    content=("",),
    posts=("*",),
    ignored=("node_modules/", ".*/", "bower_components/", "site-packages/", "__pycache__/"),
    extensions=(".md", ".mdx", ".markdown"),
    reads_any_case=True,
    updated_keys=("updated", "lastmod", "modified"),
    image_keys=(
        "cover",
        "cover.image",
        "image",
        "images",
        "img",
        "thumbnail",
        "thumb",
        "banner",
        "headimg",
        "top_img",
        "index_img",
        "feature",
        "featured_image",
        "featuredImage",
        "header.teaser",
        "header.image",
        "header.overlay_image",
        "cover-img",
        "header-img",
        "heroImage",
        "hero.image",
        "og_image",
        "ogImage",
        "photos",
        "gallery",
        "poster",
        "background",
        "teaser",
        "social_image",
    ),
    newest_version="1.3.0",
)
