"""Versions from package.json and the lock files of npm, Yarn, pnpm and Bun."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from postlint.values.late_pattern import late_pattern

Read = Callable[[str], str | None]

# packages whose version matters although no manifest names them
_INDIRECT = {
    "hexo": ("hexo-front-matter", "hexo-renderer-marked", "hexo-util", "js-yaml"),
    "astro": ("@astrojs/internal-helpers", "@astrojs/markdown-remark", "@astrojs/mdx"),
    "eleventy": ("@11ty/gray-matter", "gray-matter", "@11ty/eleventy-img"),
    "docusaurus": ("@docusaurus/plugin-content-blog", "gray-matter"),
    "gatsby": ("gatsby-transformer-remark", "gray-matter", "gatsby-remark-images"),
}
_OWN = {
    "hexo": "hexo",
    "astro": "astro",
    "eleventy": "@11ty/eleventy",
    "docusaurus": "@docusaurus/core",
    "gatsby": "gatsby",
}
_LOCKS = ("package-lock.json", "yarn.lock", "pnpm-lock.yaml", "npm-shrinkwrap.json", "bun.lock")
_VERSION = late_pattern(r"\d+\.\d+\.\d+[\w.+-]*")


def read_packages(read: Read, generator: str) -> dict[str, str]:
    """Return the packages that a Node site names, each with its locked version or its range's lower bound."""
    manifest = read_manifest(read)
    packages = {}
    for section in ("devDependencies", "optionalDependencies", "dependencies"):
        wanted = manifest.get(section)
        if isinstance(wanted, Mapping):
            packages.update({str(name): lower_bound(str(text)) for name, text in wanted.items()})
    own = _OWN[generator]
    lock = next((text for name in _LOCKS if (text := read(name))), None)
    if lock is not None:
        for name in (own, *_INDIRECT[generator]):
            if found := find_locked(name, lock):
                packages[name] = found
    ran = manifest.get("hexo")
    # Hexo writes its own version here on every run
    if generator == "hexo" and lock is None and isinstance(ran, Mapping) and isinstance(ran.get("version"), str):
        packages[own] = ran["version"] or packages.get(own, "")
    return packages


def read_manifest(read: Read) -> Mapping[str, Any]:
    """Return the parsed package.json; {} if there is none or it is broken."""
    try:
        manifest = json.loads((read("package.json") or "{}").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, Mapping) else {}


def read_hugo(read: Read) -> str:
    """Return Hugo's version where npm installs it (`hugo-extended` has Hugo's own version)."""
    manifest = read_manifest(read)
    for section in ("dependencies", "devDependencies"):
        wanted = manifest.get(section)
        if isinstance(wanted, Mapping) and isinstance(wanted.get("hugo-extended"), str):
            return lower_bound(wanted["hugo-extended"])
    tool = manifest.get("otherDependencies")
    return str(tool.get("hugo", "")) if isinstance(tool, Mapping) else ""


def lower_bound(text: str) -> str:
    """Return the lowest version of an npm range as text; empty where it names none (`latest`, `*`, a URL)."""
    if "://" in text or text.startswith(("file:", "link:", "git", "github:")):
        return ""
    match = re.search(r"(?<![\w.<])(?:npm:[@\w./-]+@)?[v^~>=\s]{0,5}(\d+(?:\.(?:\d+|[x*]))*[\w.+-]*)", text)
    return re.sub(r"\.[x*].*", "", match[1]) if match else ""


def find_locked(name: str, lock: str) -> str:
    """Return the version under which a lock file of any of the package managers holds a package."""
    places = (
        f'"node_modules/{name}"',
        f'\n"{name}@',
        f"\n{name}@",
        f'"{name}": ["{name}@',
        f"\n      {name}:\n",
        f"\n      '{name}':\n",
        f"\n  /{name}@",
        f"\n  '/{name}@",
        f"\n  /{name}/",
        f"\n  {name}@",
        f"\n  '{name}@",
        f'\n    "{name}": {{',
    )
    for place in places:
        at = lock.find(place)
        if at >= 0 and (found := _version_after(lock, at, place)):
            return found
    return ""


def _version_after(lock: str, at: int, place: str) -> str:
    end = at + len(place)
    # the version is part of the key: `/hexo@8.1.2:`, `"hexo": ["hexo@8.1.2"`
    if place.endswith(("@", "/")) and (match := _VERSION.match(lock, end)) and "version" not in lock[end : end + 60]:
        return match[0].rstrip(".")
    match = re.search(r'^\s*"?version"?:?\s+"?(\d[\w.+-]*)', lock[end : end + 600], re.MULTILINE)
    return match[1] if match else ""
