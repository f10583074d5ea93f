"""What stands literally in the config files of generators that are configured in JavaScript."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postlint.generators.js_constants import Read, with_constants
from postlint.generators.js_literals import LIMIT, Literal, find_literals
from postlint.generators.site_paths import join_path, relative_folder

Folders = list[tuple[str, str]]

_ENDINGS = ("mjs", "js", "ts", "mts", "cjs", "cts")
_FILES = {
    "astro": tuple(f"astro.config.{end}" for end in _ENDINGS),
    "docusaurus": tuple(f"docusaurus.config.{end}" for end in _ENDINGS),
    "gatsby": tuple(f"gatsby-config.{end}" for end in _ENDINGS),
    "eleventy": (
        ".eleventy.js",
        *(f"eleventy.config.{end}" for end in ("js", "mjs", "cjs", "ts", "mts", "cts")),
    ),
}
_COLLECTIONS = tuple(
    f"{stem}.{end}" for stem in ("content.config", "content/config") for end in ("ts", "mts", "js", "mjs", "cjs")
)


def read_js_config(generator: str, read: Read) -> tuple[dict[str, Any], str | None, Folders]:
    """Return the literal settings, the config's path, and the folders it moves."""
    for path in _FILES.get(generator, ()):
        text = read(path)
        if text is not None:
            literals = list(_literals(text, path, read))
            break
    else:
        path, literals = "", []
    reader = {"astro": _astro, "docusaurus": _docusaurus, "gatsby": _gatsby, "eleventy": _eleventy}.get(generator)
    config, folders = reader(literals, read) if reader else ({}, [])
    return config, path or None, folders


def _literals(text: str, path: str, read: Read) -> Iterable[Literal]:
    """Yield the literals of a file, with the constants that it names."""
    return find_literals(with_constants(text[:LIMIT], path, read))


def _own(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of keys below the exported object: no calls, no name of a variable before it."""
    keys = tuple(part for part in path if not part.endswith("()"))
    return keys[1:] if keys and keys[0] in ("config", "module.exports", "exports.default", "siteConfig") else keys


def _astro(literals: list[Literal], read: Read) -> tuple[dict[str, Any], Folders]:
    config: dict[str, Any] = {}
    aliases: dict[str, str] = {}
    for path, value in literals:
        keys = _own(path)
        if len(keys) == 1 and keys[0] in ("site", "base", "srcDir", "publicDir", "outDir", "trailingSlash"):
            config[keys[0]] = value
        elif keys == ("build", "format"):
            config["build"] = {"format": value}
        elif len(keys) == 4 and keys[:3] == ("vite", "resolve", "alias") and isinstance(value, str):
            aliases[keys[3]] = value
    source = relative_folder(str(config.get("srcDir", "src"))) or "src"
    config.update(_module_paths(aliases, read))
    folders: Folders = []
    if source != "src":
        folders += [(f"{source}/content", "src/content"), (f"{source}/pages", "src/pages"), (source, "src")]
    for key, name in (("publicDir", "public"), ("outDir", "dist")):
        folder = relative_folder(str(config[key])) if isinstance(config.get(key), str) else None
        if folder:
            folders.append((folder, name))
    collections = _astro_collections(source, read)
    if collections:
        config["collections"] = collections
    for name, base in collections.items():
        folder = relative_folder(base)
        if folder and not folder.startswith(f"{source}/content"):
            folders.append((folder, f"src/content/{name}"))
    return config, folders


def _astro_collections(source: str, read: Read) -> dict[str, str]:
    """Return the collections that read files with `glob()`, each with the folder it starts in."""
    name, text = next(
        ((name, text) for name in _COLLECTIONS if (text := read(f"{source}/{name}")) is not None), ("", None)
    )
    found = {}
    for path, value in _literals(text, f"{source}/{name}", read) if text else ():
        if path[-2:] == ("glob()", "base") and "defineCollection()" in path and isinstance(value, str):
            name = path[0] if path[0] != "defineCollection()" else ""
            found[name if name != "collections" else path[1]] = value
    return found


def _module_paths(aliases: dict[str, str], read: Read) -> dict[str, Any]:
    """Return what decides where modules are found: aliases, those of TypeScript as well, and its `baseUrl`."""
    base, more = _typescript_paths(read)
    found: dict[str, Any] = {"aliases": aliases | more} if aliases or more else {}
    return found if base is None else {**found, "moduleBase": base}


def _typescript_paths(read: Read) -> tuple[str | None, dict[str, str]]:
    """Return `baseUrl` and the path aliases of tsconfig.json or jsconfig.json: `{"@/*": "src/*"}`."""
    text = read("tsconfig.json") or read("jsconfig.json")
    base: str | None = None
    found: dict[str, str] = {}
    for path, value in find_literals(text) if text else ():
        if path == ("compilerOptions", "baseUrl") and isinstance(value, str):
            base = relative_folder(value) or ""
        elif path[:2] == ("compilerOptions", "paths") and len(path) == 3 and isinstance(value, str):
            found.setdefault(path[2], value)
    return base, {alias: join_path(base or "", target) or target for alias, target in found.items()}


def _docusaurus(literals: list[Literal], read: Read) -> tuple[dict[str, Any], Folders]:
    config: dict[str, Any] = {}
    # the preset's instances come first, then those of the plugins
    instances: dict[str, list[dict[str, Any]]] = {"blog": [{}], "docs": [{}]}
    plugin: dict[str, Any] = {}
    for path, value in literals:
        keys = _own(path)
        if len(keys) == 1 and keys[0] in ("url", "baseUrl", "trailingSlash"):
            config[keys[0]] = value
        elif keys == ("staticDirectories",):
            config.setdefault("staticDirectories", []).append(value)
        elif keys == ("i18n", "defaultLocale"):
            config["defaultLocale"] = value
        elif keys[:1] == ("presets",):
            _set_preset(keys[1:], value, instances)
        elif keys == ("plugins",) and isinstance(value, str):
            plugin = {}
            if (kind := value.rsplit("content-", 1)[-1]) in instances:
                instances[kind].append(plugin)
        elif keys[:1] == ("plugins",) and len(keys) == 2:
            plugin[keys[1]] = value
    folders = []
    for kind, found in instances.items():
        config[kind] = [one for one in found if not one.get("off")]
        folders += [(relative_folder(str(one.get("path", kind))), kind) for one in config[kind]]
    folders += [(relative_folder(str(item)), "static") for item in config.get("staticDirectories", ())]
    return config, [(folder, name) for folder, name in folders if folder]


def _set_preset(keys: tuple[str, ...], value: object, instances: dict[str, list[dict[str, Any]]]) -> None:
    if keys and keys[0] in instances:
        if len(keys) == 2:
            instances[keys[0]][0][keys[1]] = value
        elif len(keys) == 1 and value is False:
            instances[keys[0]][0]["off"] = True


def _gatsby(literals: list[Literal], read: Read) -> tuple[dict[str, Any], Folders]:
    config: dict[str, Any] = {"plugins": []}
    sources: dict[int, dict[str, str]] = {}
    number = 0
    for path, value in literals:
        keys = _own(path)
        if keys == ("pathPrefix",) or keys == ("siteMetadata", "siteUrl"):
            config[keys[-1]] = value
        elif keys[:1] == ("plugins",) and (len(keys) == 1 or keys[-1] in ("resolve", "plugins")):
            number += 1
            config["plugins"].append(value)
        elif keys[:1] == ("plugins",) and keys[-2:-1] == ("options",) and isinstance(value, str):
            # the arguments of `path.join(__dirname, "src", "posts")` come one by one
            source = sources.setdefault(number, {})
            is_join = path[-1] in ("path.join()", "path.resolve()", "join()", "resolve()") and keys[-1] in source
            source[keys[-1]] = f"{source[keys[-1]]}/{value}" if is_join else value
    folders: Folders = []
    known = ("content", "src/content", "src/pages", "blog", "posts", "src/posts", "src/blog")
    for source in sources.values():
        folder = relative_folder(source.get("path", ""))
        if folder and not any(folder == name or folder.startswith(f"{name}/") for name in known):
            name = source.get("name") or folder.split("/")[-1]
            if name not in ("images", "image", "assets", "img"):
                folders.append((folder, f"content/{name}"))
    return config, folders


def _eleventy(literals: list[Literal], read: Read) -> tuple[dict[str, Any], Folders]:
    folders_of: dict[str, Any] = {}
    copies: list[tuple[str, str | None]] = []
    config: dict[str, Any] = {"dir": folders_of, "passthrough": copies}
    for path, value in literals:
        keys = _own(path)
        call = next((part for part in path if part.endswith("()")), "").split(".")[-1]
        if keys[-2:-1] == ("dir",):
            folders_of[keys[-1]] = value
        elif keys and keys[-1] == "pathPrefix":
            config["pathPrefix"] = value
        elif call == "setInputDirectory()":
            folders_of["input"] = value
        elif call == "setOutputDirectory()":
            folders_of["output"] = value
        elif call == "addPassthroughCopy()" and isinstance(value, str):
            copies.append((keys[-1], value) if keys else (value, None))
    folder = relative_folder(str(folders_of.get("input", "")))
    return config, [(folder, "")] if folder else []
