"""Hugo as data: folders, keys, what is no post (Hugo 0.168 and its common themes)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_CORE = """
aliases audio build cascade date description draft expirydate headless images isciklanguage iscjklanguage
keywords kind lang lastmod layout linktitle locations markup menu menus modified outputs params path
pubdate publishdate published resources series sitemap sites slug summary tags categories title
translationkey type unpublishdate url videos weight author authors _build markdown contentcopyright
taxonomies
"""

_THEMES = """
cover feature image featuredimage featuredimagepreview featured_image featured_image_caption thumbnail featurealt
featured hero banner toc tocopen showtoc hidemeta comments comment disableshare disablehljs hidesummary
searchhidden showreadingtime showbreadcrumbs showpostnavlinks showwordcount showrsbuttoninsectiontermlist
usehljs editpost canonicalurl math katex mathjax mermaid license lightgallery hiddenfromhomepage
hiddenfromsearch hiddenfromfeed twemoji ruby fraction fontawesome linktomarkdown rsslinktoauthor code map
share seo subtitle resourcespath password message repost readingtime showdate showauthor showhero
herostyle showsummary showtableofcontents showcomments showpagination groupbyyear layoutbackgroundblur
series_order externalurl icon bookcomments booktoc bookcollapsesection bookflatsection bookhidden
booksearchexclude reward mindmap donate disable_feed omit_header_text show_reading_time
featured_image_class links github project tags_weight categories_weight hidden robotsnoindex style
copyright source original translator translators toc_depth carousel nofeed pinned sticky post_meta next
prev keywords_weight sidebar header footer hidetoc nocomment noindex private abstract publication
publication_types doi url_pdf url_code url_slides slides projects reading_time profile date_end all_day
event event_url location highlight user_groups social superuser role organizations
"""

# section names under which blogs keep their posts; `params.mainSections` of a site adds to them
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
    name="hugo",
    title="Hugo",
    content=("content",),
    posts=tuple(
        pattern
        for name in _SECTIONS
        for pattern in (f"/content/{name}/", f"/content/[a-z][a-z]/{name}/", f"/content/[a-z][a-z]-*/{name}/")
    ),
    sections=("_index.*",),
    ignored=(
        "/archetypes/",
        "/layouts/",
        "/themes/",
        "/public/",
        "/resources/",
        "/static/",
        "/assets/",
        "/data/",
        "/i18n/",
        "/_vendor/",
        "exampleSite/",
        "node_modules/",
        ".*",
        "*~",
    ),
    extensions=(".md", ".markdown", ".mdown"),
    html_extensions=(".html", ".htm"),
    reads_any_case=True,
    dialect=Dialect(frozenset({"hugo"})),
    date_keys=("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    updated_keys=("lastmod", "modified"),
    image_keys=(
        "images",
        "cover.image",
        "cover",
        "image",
        "featuredImage",
        "featuredImagePreview",
        "featured_image",
        "thumbnail",
        "hero",
        "banner",
        "resources.src",
        "params.images",
        "params.cover.image",
        "params.image",
        "params.featuredImage",
        "params.featured_image",
        "params.thumbnail",
        "feature",
        "header.image",
    ),
    known_keys=frozenset(_CORE.split()) | frozenset(_THEMES.split()),
    key_types={
        "title": ("str", "int", "float"),
        "date": ("date", "datetime", "str", "int"),
        "lastmod": ("date", "datetime", "str", "int"),
        "publishdate": ("date", "datetime", "str", "int"),
        "expirydate": ("date", "datetime", "str", "int"),
        "draft": ("bool",),
        "headless": ("bool",),
        "slug": ("str", "int"),
        "url": ("str",),
        "layout": ("str",),
        "type": ("str",),
        "aliases": ("list", "str"),
        "weight": ("int",),
        "tags": ("list", "str", "null"),
        "categories": ("list", "str", "null"),
        "keywords": ("list", "str", "null"),
        "images": ("list", "str", "null"),
        "resources": ("list",),
        "description": ("str",),
        "summary": ("str",),
    },
    folds_key_case=True,
    newest_version="0.168.0",
    reads_clock=True,
)
