"""Which picture files a site has, and which names of pictures its own texts hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from postlint import Site, late_pattern

PICTURE = late_pattern(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)$", re.IGNORECASE)
_NAMED = late_pattern(r"[^\s\"'`()<>\[\]{}|,;=/\\]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)\b", re.IGNORECASE)
_TEXTS = late_pattern(
    r"\.(?:html?|xml|css|s[ac]ss|styl|less|[mc]?[jt]sx?|vue|svelte|astro|ejs|pug|njk|liquid|swig|json5?|ya?ml|toml|"
    r"md|mdx|markdown|txt|tpl|tmpl|webmanifest|csv|rb|py)$",
    re.IGNORECASE,
)
# what is built, fetched or not the site's
_SKIPPED = frozenset({"node_modules", "public", "_site", "dist", "build", "vendor", "resources", "output", "target"})
_SOURCES = {"astro": "public", "eleventy": "public"}
_MOST_FILES = 50_000


def walk(site: Site, folder: str = "") -> Iterator[str]:
    """Yield the files below a folder of the site; not what is hidden, built or a dependency."""
    kept = _SOURCES.get(site.generator.profile.name)
    left = _MOST_FILES
    open_folders = [folder]
    while open_folders and left:
        at = open_folders.pop()
        for name in site.files.names(at):
            path = f"{at}/{name}" if at else name
            if name.startswith(".") or (name in _SKIPPED and path != kept):
                continue
            if site.files.is_dir(path):
                open_folders.append(path)
            else:
                left -= 1
                yield path


def is_text(path: str) -> bool:
    """Tell whether a file may name pictures."""
    return _TEXTS.search(path) is not None


def picture_names(text: str) -> set[str]:
    """Return the file names of pictures in a text, decoded, in lower case."""
    return {unquote(name).casefold() for name in _NAMED.findall(text)} if "." in text else set()


def named_folders(text: str, folders: Iterable[str]) -> set[str]:
    """Return those folders that a text names without a file: all that is in them may be shown."""
    return {folder for folder in folders if re.search(rf"{re.escape(folder)}/?(?=[\s\"'`)\]}}*]|$)", text)}
