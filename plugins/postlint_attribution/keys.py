"""Front matter keys that say the same things as a post's text, and who reads them."""

from __future__ import annotations

from postlint import Post

ALIASES: dict[str, tuple[str, ...]] = {
    "source_url": (
        "source_url", "source-url", "sourceUrl", "original_url", "original-url", "originalUrl", "originallink",
        "original_link", "origin", "post_link", "copyright_url", "copyright.source", "copyright.ref.url", "repost.url",
        "reprint", "via", "external_url", "external_permalink", "from_url", "source.url",
    ),
    "canonical": (
        "canonical_url", "canonicalUrl", "canonicalURL", "canonical",
    ),
    "source_name": ("source_name", "source-name", "sourceName", "source", "origin_name", "from", "source.name",
                    "copyright.ref.title"),
    "author": (
        "author", "authors", "copyright_author", "copyright.author", "writer", "author.name",
    ),
    "translator": ("translator", "translators", "translater", "reviewer", "proofreader"),
    "licence": ("license", "licence", "copyright", "reprintPolicy", "copyright.license", "cc"),
}  # fmt: skip
"""Concept to the keys (dotted where nested) under which sites state it."""

OWN_TABLES = ("params", "extra")
"""Tables of front matter for keys that are not the generator's own: Hugo's since 0.123, Zola's."""

HEXO_OVERWRITES = frozenset({"source", "raw", "slug"})
"""Keys that Hexo replaces for posts, as Hexo 8 `lib/plugins/processor/post.ts`."""

RESERVED: dict[str, frozenset[str]] = {
    "hexo": HEXO_OVERWRITES | {"permalink", "link"},
    "hugo": frozenset({"url", "slug", "type", "layout", "translationKey"}),
    "jekyll": frozenset({"permalink", "layout", "slug"}),
}
"""Generator to the keys that mean something else to it, so that no source or author belongs there."""

THEME_KEYS: dict[str, dict[str, str]] = {
    "next": {"source_url": "post_link", "author": "author"},
    "butterfly": {"source_url": "copyright_url", "author": "copyright_author"},
    "volantis": {"source_url": "copyright.ref.url", "author": "copyright.author"},
    "fixit": {"source_url": "repost.url", "author": "author"},
    "papermod": {"source_url": "canonicalURL", "author": "author"},
    "stack": {"source_url": "canonicalUrl", "author": "author"},
    "plume": {"source_url": "copyright.source", "author": "copyright.author"},
    "tabi": {"source_url": "extra.canonical_url", "author": "authors"},
}
"""Theme, as `plain_theme` writes it, to the key it shows a concept from."""

_THEMES_WITH_IDS = frozenset({"stellar", "volantis"})
_AUTHORS_FILES = tuple(f"_data/authors.{ending}" for ending in ("yml", "yaml", "json", "csv"))
_BEFORE_NAME = ("hexo-theme-", "hugo-theme-", "vuepress-theme-", "jekyll-theme-", "theme-", "hugo-")

GENERATOR_KEYS: dict[str, dict[str, str]] = {
    "hexo": {"source_url": "source_url", "source_name": "source_name", "author": "author"},
    "hugo": {"source_url": "source_url", "source_name": "source_name", "author": "author"},
    "jekyll": {"source_url": "canonical_url", "source_name": "source_name", "author": "author"},
    "gatsby": {"source_url": "canonicalUrl", "source_name": "source_name", "author": "author"},
    "zola": {"source_url": "extra.canonical_url", "source_name": "extra.source_name", "author": "authors"},
    "docusaurus": {"source_url": "source_url", "source_name": "source_name", "author": "authors"},
}
"""Generator to the key that its sites commonly use."""

_DEFAULT_KEYS = {"source_url": "source_url", "source_name": "source_name", "author": "author"}


def key_for(concept: str, generator: str, theme: str | None) -> str:
    """Return the key in which a site would state a concept."""
    keys = THEME_KEYS.get(plain_theme(theme), {})
    return keys.get(concept) or GENERATOR_KEYS.get(generator, {}).get(concept) or _DEFAULT_KEYS[concept]


def plain_theme(theme: str | None) -> str:
    """Return a theme's name without path, case and prefix; empty if there is none."""
    name = (theme or "").rstrip("/").rpartition("/")[2].casefold()
    for prefix in _BEFORE_NAME:
        name = name.removeprefix(prefix)
    return name


def names_by_id(post: Post) -> bool:
    """Tell whether front matter of the site names authors by an id, which a table elsewhere gives a name."""
    generator = post.generator.profile.name
    if generator == "jekyll":
        return any(post.site.files.exists(path) for path in _AUTHORS_FILES)
    return generator == "docusaurus" or plain_theme(post.facts.theme) in _THEMES_WITH_IDS
