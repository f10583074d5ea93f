"""Hugo's configuration: one file, or a folder of files whose names are keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from postlint.generators.site_paths import relative_folder

Read = Callable[[str], str | None]
Parse = Callable[[str, str], dict[str, Any]]

_ENDINGS = ("toml", "yaml", "yml", "json")
# a default build is a production build
_ENVIRONMENTS = ("_default", "production")
_PARTS = (
    "hugo",
    "config",
    "params",
    "languages",
    "markup",
    "module",
    "permalinks",
    "frontmatter",
    "taxonomies",
    "outputs",
    "outputFormats",
    "security",
)

# Hugo reads keys in any case; the spelling of its documentation is the one to ask for
_SPELLINGS = """
baseURL title timeZone languageCode defaultContentLanguage defaultContentLanguageInSubdir contentDir
staticDir assetDir archetypeDir dataDir layoutDir publishDir resourceDir themesDir theme themes languages
module mounts imports hugoVersion min max extended source target path params mainSections permalinks
frontmatter markup goldmark renderHooks image renderer unsafe buildFuture buildDrafts buildExpired
uglyURLs canonifyURLs relativeURLs disablePathToLower removePathAccents taxonomies security allowContent
enableGitInfo summaryLength hasCJKLanguage titleCaseStyle paginate pagination cascade outputs
outputFormats enableDefault useEmbedded lang disabled date lastmod publishDate expiryDate ignoreFiles
"""
_SPELLED = {name.lower(): name for name in _SPELLINGS.split()}
# below these the keys are the site's own, or names of sections
_FREE = frozenset({"params", "permalinks", "taxonomies", "languages"})


def read_hugo_config(read: Read, parse: Parse) -> tuple[dict[str, Any], str | None]:
    """Return the merged config with keys in the documentation's spelling, and the path of its main file."""
    config: dict[str, Any] = {}
    path = None
    for stem in ("hugo", "config"):
        for ending in _ENDINGS:
            text = read(f"{stem}.{ending}") if path is None else None
            if text is not None:
                path = f"{stem}.{ending}"
                config = spell(parse(path, text))
    for environment in _ENVIRONMENTS:
        for part in _PARTS:
            found = next(
                (
                    (name, text)
                    for ending in _ENDINGS
                    if (text := read(name := f"config/{environment}/{part}.{ending}")) is not None
                ),
                None,
            )
            if found:
                data = parse(*found)
                config = merge(config, spell(data if part in ("hugo", "config") else {part: data}))
                path = path or found[0]
    return config, path


def spell(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a config with every key that Hugo knows in the documentation's spelling."""
    spelled: dict[str, Any] = {}
    for key, value in data.items():
        name = _SPELLED.get(str(key).lower(), str(key))
        spelled[name] = _spell_below(name, value)
    return spelled


def _spell_below(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return [spell(item) if isinstance(item, Mapping) else item for item in value]
    if not isinstance(value, Mapping):
        return value
    if name == "languages":
        return {key: spell(item) if isinstance(item, Mapping) else item for key, item in value.items()}
    if name == "params":
        return {"mainSections" if str(key).lower() == "mainsections" else key: item for key, item in value.items()}
    return dict(value) if name in _FREE else spell(value)


def merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `base` with `over` laid on it, mappings deeply."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = merge(below, value)
        else:
            merged[key] = value
    return merged


def hugo_folders(config: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return where the content, the static files and the assets are: `contentDir`, languages and mounts."""
    pairs: list[tuple[str, str]] = []

    def add(value: object, name: str) -> None:
        for item in value if isinstance(value, list) else (value,):
            folder = relative_folder(item) if isinstance(item, str) else None
            if folder is not None:
                pairs.append((folder, name))

    mounts = _mounts(config)
    for source, target in mounts:
        top = target.split("/")[0]
        if top in ("content", "static", "assets"):
            add(source, target)
    mounted = {target.split("/")[0] for _, target in mounts}
    if "content" not in mounted:
        languages = config.get("languages")
        tables = (
            [item for item in languages.values() if isinstance(item, Mapping)] if isinstance(languages, Mapping) else []
        )
        own = [item["contentDir"] for item in tables if "contentDir" in item]
        for item in own:
            add(item, "content")
        if len(own) < len(tables) or not own:
            add(config.get("contentDir", "content"), "content")
    if "static" not in mounted:
        for key in ("staticDir", *(f"staticDir{number}" for number in range(11))):
            add(config.get(key), "static")
    if "assets" not in mounted:
        add(config.get("assetDir"), "assets")
    return pairs


def static_mounts(config: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the folders that are mounted below `static`, and where."""
    return tuple(
        (source.strip("/"), target[7:].strip("/")) for source, target in _mounts(config) if target.startswith("static/")
    )


def _mounts(config: Mapping[str, Any]) -> list[tuple[str, str]]:
    module = config.get("module")
    mounts = module.get("mounts") if isinstance(module, Mapping) else None
    found = []
    for mount in mounts if isinstance(mounts, list) else ():
        if isinstance(mount, Mapping):
            source, target = mount.get("source"), mount.get("target")
            if isinstance(source, str) and isinstance(target, str):
                found.append((source, target.strip("/")))
    return found
