"""Whether a theme that is not among the site's files may bring pictures of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from postlint import Post

# themes that come with the generator and hold no picture that a post would name
_STOCK = frozenset({"landscape"})


def theme_may_bring(post: Post) -> bool:
    """Tell whether a path from the site's root may lead into a theme that cannot be seen."""
    name = post.generator.profile.name
    if name == "hexo":
        theme = post.facts.theme
        return theme is not None and theme not in _STOCK and not _is_any_there(post, theme, _HEXO_FOLDERS)
    if name == "hugo":
        config = post.facts.config
        folder = str(config.get("themesDir") or "themes").strip("/")
        return any(not _is_any_there(post, theme, (f"{folder}/{{}}", "_vendor/{}")) for theme in _hugo_themes(config))
    # a gem is never on the disk of the site
    return name == "jekyll" and post.facts.theme is not None


_HEXO_FOLDERS = ("themes/{}", "node_modules/hexo-theme-{}")


def _is_any_there(post: Post, theme: str, folders: Iterable[str]) -> bool:
    # an empty folder is a submodule that was not checked out
    return any(post.site.files.names(folder.format(theme)) for folder in folders)


def _hugo_themes(config: Mapping[str, Any]) -> list[str]:
    named = config.get("theme")
    names = [named] if isinstance(named, str) else [name for name in named or () if isinstance(name, str)]
    module = config.get("module")
    imports = module.get("imports") if isinstance(module, dict) else None
    modules = imports if isinstance(imports, list) else []
    return names + [str(item.get("path", "")) for item in modules if isinstance(item, dict)]
