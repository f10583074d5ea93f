"""The generators that postlint knows, imported when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from postlint.generators.composed import ComposedGenerator

NAMES = (
    "hexo",
    "hugo",
    "jekyll",
    "astro",
    "eleventy",
    "docusaurus",
    "gatsby",
    "zola",
    "pelican",
    "mkdocs",
    "plain",
)


@lru_cache(maxsize=len(NAMES))
def find_generator(name: str) -> ComposedGenerator:
    """Return a generator by its name, one of `NAMES`. Raises KeyError for another."""
    if name not in NAMES:
        raise KeyError(name)
    found: ComposedGenerator = import_module(f"postlint.generators.{name}.generator").GENERATOR
    return found


@lru_cache(maxsize=1)
def known_keys() -> frozenset[str]:
    """Return the front matter keys that any generator or its themes read."""
    return frozenset().union(*(find_generator(name).profile.known_keys for name in NAMES))
