"""Jekyll as data: folders, keys, what is no post (Jekyll 4; Minimal Mistakes, Chirpy, Huxpro, seo-tag)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_CORE = """
layout title date categories category tags tag permalink published excerpt excerpt_separator slug
collection_label description author authors image lang locale sitemap redirect_from redirect_to
canonical_url last_modified_at seo output future render_with_liquid jekyll_include_relative source
paginate pagination nav_order nav_exclude parent grand_parent has_children has_toc version draft
"""

_THEMES = """
header toc toc_sticky toc_label toc_icon classes gallery feature_row sidebar related share comments
read_time show_date excerpt_header author_profile entries_layout search breadcrumbs link last_modified_at
math mermaid pin media_subpath img_path img_cdn music order icon hidden subtitle header-style header-img
header-img-credit header-img-credit-href header-mask catalog iframe keywords mathjax latex cover-img
thumbnail-img share-img gh-repo gh-badge full-width nav-short footer-extra social-share bigimg background
og_image cover thumbnail banner hero hero_image headline teaser feature featured theme-color twitter modified
updated last-modified-date refactor multilingual multilang no-catalog css js ext-css ext-js readtime
article_header cover_size key pageview show_edit_on_github aside mode type license copyright origin
original translator translators source_url video audio duration bibliography giscus_comments
disqus_comments distill _styles pretty_table tikzjax redirect inline importance img github nav nav_title
news released release_notes note
"""

PROFILE = Profile(
    name="jekyll",
    title="Jekyll",
    content=("",),
    posts=("_posts/",),
    drafts=("_drafts/",),
    ignored=(
        "/_site/",
        "_layouts/",
        "_includes/",
        "_data/",
        "_sass/",
        "_plugins/",
        ".*",
        "#*",
        "*~",
        "node_modules/",
        "/vendor/bundle/",
        "/vendor/cache/",
        "/vendor/gems/",
        "/vendor/ruby/",
        "/Gemfile",
        "/Gemfile.lock",
    ),
    extensions=(".md", ".markdown", ".mkdown", ".mkdn", ".mkd"),
    html_extensions=(".html", ".htm"),
    reads_any_case=True,
    dialect=Dialect(frozenset({"liquid"}), is_kramdown=True),
    updated_keys=("last_modified_at",),
    image_keys=(
        "image",
        "image.path",
        "image.feature",
        "image.teaser",
        "header.image",
        "header.teaser",
        "header.overlay_image",
        "header.og_image",
        "gallery.image_path",
        "gallery.url",
        "feature_row.image_path",
        "header-img",
        "cover-img",
        "thumbnail-img",
        "share-img",
        "bigimg",
        "cover",
        "thumbnail",
        "banner",
        "background",
        "og_image",
        "img",
        "article_header.image.src",
        "hero_image",
        "teaser",
    ),
    known_keys=frozenset(_CORE.split()) | frozenset(_THEMES.split()),
    key_types={
        "title": ("str", "int", "float"),
        "layout": ("str", "null"),
        "date": ("date", "datetime", "str"),
        "permalink": ("str",),
        "published": ("bool",),
        "categories": ("list", "str", "null"),
        "tags": ("list", "str", "null"),
        "excerpt": ("str",),
    },
    default_layout="",
    newest_version="4.4.1",
    reads_clock=True,
)
