"""Which versions a site's manifests and lock files name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from postlint.generators import npm_versions, python_versions, ruby_versions
from postlint.generators.workflow_versions import find_tool_version
from postlint.values.dataclass import dataclass, field

Read = Callable[[str], str | None]

_NPM = {
    "hexo": "hexo",
    "astro": "astro",
    "eleventy": "@11ty/eleventy",
    "docusaurus": "@docusaurus/core",
    "gatsby": "gatsby",
}
_PYPI = {"pelican": "pelican", "mkdocs": "mkdocs"}


@dataclass(frozen=True, slots=True)
class Versions:
    """The generator's version (empty if no file names one) and those of other packages."""

    text: str = ""
    packages: Mapping[str, str] = field(default_factory=dict)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the leading numbers of the version: (8, 1, 2) of `8.1.2-beta.1`."""
        return version_numbers(self.text)


def version_numbers(text: str) -> tuple[int, ...]:
    """Return the leading dotted numbers of a version or of the lower bound of a range."""
    match = re.match(r"\D{0,12}(\d{1,9}(?:\.\d{1,9}){0,3})", text)
    return tuple(int(part) for part in match[1].split(".")) if match else ()


def read_versions(generator: str, read: Read, config: Mapping[str, Any]) -> Versions:
    """Read the versions that a site names: a locked one first, else the lower bound of a range."""
    if generator in _NPM:
        packages = npm_versions.read_packages(read, generator)
        return _split(_NPM[generator], packages)
    if generator in _PYPI:
        packages = python_versions.read_packages(read)
        return _split(_PYPI[generator], packages)
    if generator == "jekyll":
        return _split("jekyll", ruby_versions.read_packages(read))
    if generator == "hugo":
        text = find_tool_version("HUGO", read) or npm_versions.read_hugo(read) or _hugo_minimum(config)
        return Versions(text)
    if generator == "zola":
        return Versions(find_tool_version("ZOLA", read))
    return Versions()


def _split(name: str, packages: dict[str, str]) -> Versions:
    return Versions(packages.pop(name, ""), packages)


def _hugo_minimum(config: Mapping[str, Any]) -> str:
    module = config.get("module")
    wanted = module.get("hugoVersion") or module.get("hugoversion") if isinstance(module, Mapping) else None
    minimum = wanted.get("min") if isinstance(wanted, Mapping) else None
    return str(minimum) if isinstance(minimum, (str, int, float)) else ""
