"""The settings of a Hugo site that decide where a picture is looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import SiteFiles
from postlint.generators.hugo_config import static_mounts
from postlint.generators.roles import site_folders
from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern

_HOOKS = ("layouts/_default/_markup/render-image.html", "layouts/_markup/render-image.html")
# a hook that asks the config for a prefix, or a remote source, cannot be foretold
_OPAQUE = late_pattern(rb"[Pp]arams|GetRemote|cdn", re.IGNORECASE)
# a hook that puts paths together itself
_MADE_UP = late_pattern(
    rb"\.File\b|path\.|urls\.|JoinPath|print|replace|strings|partial|add\b|delimit|(?i:relurl|absurl)"
)
_ASSETS = late_pattern(rb"(?<![.\w])resources\.")


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """`statics`, `contents` and `assets` are folders relative to the root, those of themes on the disk last.

    `rewrites_urls` tells whether Hugo puts the base path before a rooted URL. `has_hook` is for render
    hooks of the site or a theme, `has_embedded_hook` for the one that Hugo brings; one that is plain makes up no
    paths of its own. `mounts` are folders that
    are published below a path of the site. `themes` are the folders of themes on the disk.
    """

    statics: tuple[str, ...]
    contents: tuple[str, ...]
    assets: tuple[str, ...]
    languages: frozenset[str]
    has_hook: bool
    has_embedded_hook: bool
    hook_is_opaque: bool
    hook_is_plain: bool
    hook_reads_assets: bool
    knows_theme: bool
    rewrites_urls: bool
    mounts: tuple[tuple[str, str], ...]
    themes: tuple[str, ...]


def read_picture_settings(facts: SiteFacts, files: SiteFiles) -> PictureSettings:
    """Read the settings from the config, the theme's folders and the render hooks."""
    config = facts.config
    themes, knows_theme = _themes(config, files)
    hooks = [
        path
        for folder in ("", *(f"{theme}/" for theme in themes))
        for hook in _HOOKS
        if files.exists(path := f"{folder}{hook}")
    ]
    texts = [files.head(path, 8192) for path in hooks]
    return PictureSettings(
        statics=(*site_folders("static", facts), *(f"{theme}/static" for theme in themes)),
        contents=tuple(dict.fromkeys(site_folders("content", facts))),
        assets=(*site_folders("assets", facts), *(f"{theme}/assets" for theme in themes)),
        languages=frozenset(str(key).lower() for key in _table(config.get("languages"))),
        has_hook=bool(hooks),
        has_embedded_hook=_has_embedded_hook(facts),
        hook_is_opaque=any(_OPAQUE.search(text) for text in texts),
        hook_is_plain=all(b".Destination" in text and not _MADE_UP.search(text) for text in texts),
        hook_reads_assets=any(_ASSETS.search(text) for text in texts),
        knows_theme=knows_theme,
        rewrites_urls=config.get("canonifyURLs") is True or config.get("relativeURLs") is True,
        mounts=static_mounts(config),
        themes=themes,
    )


def _themes(config: Mapping[str, Any], files: SiteFiles) -> tuple[tuple[str, ...], bool]:
    """Return the folders of themes that are on the disk, and whether that is all of them."""
    named = config.get("theme")
    names = [named] if isinstance(named, str) else [name for name in named or () if isinstance(name, str)]
    imports = _table(config.get("module")).get("imports")
    paths = (
        [str(item.get("path", "")) for item in imports if isinstance(item, Mapping)]
        if isinstance(imports, list)
        else []
    )
    themes = str(config.get("themesDir") or "themes").strip("/")
    found, missing = [], False
    for name in (*names, *paths):
        folder = next((place for place in (f"{themes}/{name}", f"_vendor/{name}") if files.is_dir(place)), None)
        # an empty folder is a submodule that was not checked out
        if folder and files.names(folder):
            found.append(folder)
        else:
            missing = True
    return tuple(found), not missing


def _has_embedded_hook(facts: SiteFacts) -> bool:
    hook = _table(_table(_table(_table(facts.config.get("markup")).get("goldmark")).get("renderHooks")).get("image"))
    if hook.get("enableDefault") is True or hook.get("useEmbedded") in ("always", "fallback"):
        return True
    if hook.get("enableDefault") is False or hook.get("useEmbedded") == "never":
        return False
    # since 0.123 for sites of several languages on one host
    is_new = not facts.version or facts.version >= (0, 123)
    return is_new and len(_table(facts.config.get("languages"))) > 1


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
