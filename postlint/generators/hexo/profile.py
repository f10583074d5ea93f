"""Hexo as data: folders, keys, what is no post (Hexo 8; themes Butterfly, Fluid, Icarus, NexT, Matery)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_CORE = """
title date updated comments layout permalink published tags tag categories category excerpt description
keywords lang language author id slug link photos photo source_path raw disableNunjucks sticky top toc
mathjax katex math top_img cover copyright copyright_author copyright_author_href copyright_url
copyright_info aside highlight_shrink aplayer password abstract message wrong_pass_message theme hidden
noindex index type
"""

_THEMES = """
index_img banner_img banner_img_height banner_mask_alpha banner comment hide archive custom_js custom_css
thumbnail og_image widgets article_type recommend top_group img coverImg summary reprintPolicy header-img
header-mask header-style hero subtitle headimg feature featured_image cover_image cover_index
cover_detail poster background image images thumb series mermaid swiper_index top_group_index main_color
ai references related_posts reward license bgm sitemap sortNumber sidebar quote postImage quicklink
read_more indent plugins icons robots color avatar reading_time nav menu_id breadcrumb logo audio video
leftbar rightbar indexing h1 valine order expires draft catalog pin essential tocnum toc_number
auto_excerpt notshow source from origin url originalUrl original reprint translator translators
source_url source_name redirect alias aliases description_html abbrlink ai_summary swiper
"""

PROFILE = Profile(
    name="hexo",
    title="Hexo",
    content=("source",),
    posts=("/source/_posts/",),
    drafts=("/source/_drafts/",),
    ignored=(
        "/scaffolds/",
        "/themes/",
        "/public/",
        "node_modules/",
        "/source/_data/",
        ".*",
        "*[%~]",
    ),
    extensions=(".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext"),
    html_extensions=(".html", ".htm"),
    dialect=Dialect(frozenset({"hexo", "nunjucks"})),
    updated_keys=("updated",),
    image_keys=(
        "cover",
        "top_img",
        "index_img",
        "banner_img",
        "banner",
        "thumbnail",
        "og_image",
        "photos",
        "photo",
        "img",
        "coverImg",
        "header-img",
        "hero.image",
        "featured_image",
        "headimg",
        "cover_image",
        "feature",
        "image",
        "images",
        "thumb",
        "poster",
        "background",
        "postImage",
    ),
    known_keys=frozenset(_CORE.split()) | frozenset(_THEMES.split()),
    key_types={
        "title": ("str", "int", "float"),
        "date": ("date", "datetime", "str"),
        "updated": ("date", "datetime", "str"),
        "tags": ("list", "str", "int", "null"),
        "categories": ("list", "str", "int", "null"),
        "photos": ("list", "str"),
        "layout": ("str", "bool"),
        "permalink": ("str",),
        "published": ("bool",),
        "comments": ("bool",),
        "excerpt": ("str",),
        "lang": ("str",),
    },
    never_null_keys=("id", "excerpt", "content", "more"),
    default_layout="post",
    newest_version="8.1.2",
)
