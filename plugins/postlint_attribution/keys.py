"""Front matter keys that say the same things as a post's text, and who reads them."""

from __future__ import annotations

ALIASES: dict[str, tuple[str, ...]] = {
    "source_url": (
        "source_url", "source-url", "sourceUrl", "original_url", "original-url", "originalUrl", "originallink",
        "original_link", "origin", "post_link", "copyright_url", "copyright.source", "copyright.ref.url", "repost.url",
        "reprint", "via", "external_url", "external_permalink", "from_url", "source.url", "params.source_url",
        "extra.source_url",
    ),
    "canonical": (
        "canonical_url", "canonicalUrl", "canonicalURL", "canonical", "params.canonicalURL", "extra.canonical_url",
    ),
    "source_name": ("source_name", "source-name", "sourceName", "source", "origin_name", "from", "source.name",
                    "copyright.ref.title"),
    "author": (
        "author", "authors", "copyright_author", "copyright.author", "writer", "author.name", "extra.author",
        "extra.authors", "params.author",
    ),
    "translator": ("translator", "translators", "translater", "reviewer", "proofreader"),
    "licence": ("license", "licence", "copyright", "reprintPolicy", "copyright.license", "cc"),
}  # fmt: skip
"""Concept to the keys (dotted where nested) under which sites state it."""

HEXO_OVERWRITES = frozenset({"source", "raw", "slug"})
"""Keys that Hexo replaces for posts, as Hexo 8 `lib/plugins/processor/post.ts`."""

THEME_KEYS: dict[str, dict[str, str]] = {
    "hexo-theme-next": {"source_url": "post_link", "author": "author"},
    "next": {"source_url": "post_link", "author": "author"},
    "hexo-theme-butterfly": {"source_url": "copyright_url", "author": "copyright_author"},
    "butterfly": {"source_url": "copyright_url", "author": "copyright_author"},
    "hexo-theme-volantis": {"source_url": "copyright.ref.url", "author": "copyright.author"},
    "volantis": {"source_url": "copyright.ref.url", "author": "copyright.author"},
    "fixit": {"source_url": "repost.url", "author": "author"},
    "PaperMod": {"source_url": "canonicalURL", "author": "author"},
    "papermod": {"source_url": "canonicalURL", "author": "author"},
    "plume": {"source_url": "copyright.source", "author": "copyright.author"},
}
"""Theme to the key it shows a concept from."""

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
    keys = THEME_KEYS.get(theme or "", {})
    return keys.get(concept) or GENERATOR_KEYS.get(generator, {}).get(concept) or _DEFAULT_KEYS[concept]
