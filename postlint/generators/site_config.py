"""The site's own configuration, as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from postlint.generators.hugo_config import hugo_folders, merge, read_hugo_config
from postlint.generators.js_config import read_js_config
from postlint.generators.site_paths import relative_folder
from postlint.values.dataclass import dataclass, field
from postlint.values.kept_data import parse_kept

Read = Callable[[str], str | None]

LIMIT = 1_000_000
"""Characters of a config file; a longer one is not read."""

_FILES = {
    "hexo": ("_config.yml", "_config.yaml", "_config.json"),
    "jekyll": ("_config.toml", "_config.yml", "_config.yaml"),
    "zola": ("zola.toml", "config.toml"),
    "mkdocs": ("mkdocs.yml", "mkdocs.yaml"),
}


@dataclass(slots=True)
class SiteConfig:
    """A parsed config; see `SiteFacts` for the fields."""

    config: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None
    theme: str | None = None
    folders: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def read_config(generator: str, read: Read) -> SiteConfig:
    """Read the config of a site. Broken files give {} and a note; unknown generators give nothing."""
    notes: list[str] = []
    folders: list[tuple[str, str]] = []
    if generator == "hugo":
        config, path = read_hugo_config(read, lambda name, text: parse_config(name, text, notes))
        folders = hugo_folders(config)
    elif generator in _FILES:
        config, path = _read_first(_FILES[generator], read, notes)
        if generator == "mkdocs" and isinstance(config.get("INHERIT"), str):
            config = _inherit(config, read, notes)
    elif generator == "pelican":
        # it reads Python
        from postlint.generators.pelican.config import read_pelican_config

        config, path = read_pelican_config(read, notes)
    else:
        config, path, folders = read_js_config(generator, read)
    return SiteConfig(config, path, _theme(generator, config), _folders(generator, config, folders), tuple(notes))


def parse_config(path: str, text: str, notes: list[str]) -> dict[str, Any]:
    """Parse YAML, TOML or JSON by the file's extension; {} and a note if it cannot be read."""
    if len(text) > LIMIT:
        notes.append(f"{path} is too long to be read")
        return {}
    try:
        if path.endswith(".toml"):
            data: Any = parse_kept("toml", text, _load_toml)
        elif path.endswith(".json"):
            data = json.loads(text.lstrip("\ufeff"))
        else:
            data = parse_kept("yaml", text, _load_yaml)
    except (ValueError, RecursionError) as error:
        reason = str(error).split("\n", 1)[0] or type(error).__name__
        notes.append(f"{path} cannot be read: {reason}")
        return {}
    return data if isinstance(data, dict) else {}


def _load_toml(text: str) -> Any:
    import tomllib

    return tomllib.loads(text.lstrip("\ufeff").replace("\r\n", "\n"))


def _load_yaml(text: str) -> Any:
    # a YAML parser takes long to import
    from postlint.generators.yaml_config import load_yaml

    return load_yaml(text)


def _read_first(names: tuple[str, ...], read: Read, notes: list[str]) -> tuple[dict[str, Any], str | None]:
    for name in names:
        text = read(name)
        if text is not None:
            return parse_config(name, text, notes), name
    return {}, None


def _inherit(config: dict[str, Any], read: Read, notes: list[str]) -> dict[str, Any]:
    """Merge a MkDocs config over the one that it names, as MkDocs does (mappings deeply, lists not)."""
    path = str(config["INHERIT"]).removeprefix("./")
    text = read(path) if not path.startswith(("/", "..")) else None
    if text is None:
        notes.append(f"{path} (INHERIT) cannot be read")
        return config
    return merge(parse_config(path, text, notes), config)


def _theme(generator: str, config: Mapping[str, Any]) -> str | None:
    theme = config.get("THEME" if generator == "pelican" else "theme")
    if generator == "jekyll":
        theme = theme or config.get("remote_theme")
    if isinstance(theme, Mapping):
        theme = theme.get("name")
    if isinstance(theme, list):
        theme = next((item for item in theme if isinstance(item, str)), None)
    return theme if isinstance(theme, str) and theme else None


# settings that move a folder, and the folder's name in the profile
_MOVED = {
    "hexo": (("source_dir", "source"), ("public_dir", "public")),
    "jekyll": (("source", ""),),
    "zola": (("content_dir", "content"), ("output_dir", "public")),
    "mkdocs": (("docs_dir", "docs"), ("site_dir", "site")),
    "pelican": (("PATH", "content"), ("OUTPUT_PATH", "output")),
}


def _folders(generator: str, config: Mapping[str, Any], found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the folders that the config moves, deepest first."""
    pairs = list(found)
    for key, name in _MOVED.get(generator, ()):
        value = config.get(key)
        folder = relative_folder(value) if isinstance(value, str) else None
        if folder is not None:
            pairs.append((folder, name))
    if all(folder == name for folder, name in pairs):
        return ()
    return tuple(sorted(dict.fromkeys(pairs), key=lambda pair: (-len(pair[0].split("/")), not pair[0])))
