"""Versions from Gemfile.lock and Gemfile."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.values.late_pattern import late_pattern

Read = Callable[[str], str | None]

_LOCKED = late_pattern(r"^    ([\w.-]+) \((\d[\w.]*?)(?:-[\w-]+)?\)$", re.MULTILINE)
_GEM = late_pattern(r"""^[ \t]*gem[ \t(]+['"]([\w.-]+)['"]([^\n#]*)""", re.MULTILINE)
_BOUND = late_pattern(r"""['"][ \t]*(?:~>|>=|=)?[ \t]*(\d[\w.]*)['"]""")
_GROUP_PLUGIN = late_pattern(r"\d[\w.]*")

# https://pages.github.com/versions/: the last releases of the gem and the Jekyll that each pins
_GITHUB_PAGES = (
    (229, "3.10.0"),
    (228, "3.9.3"),
    (227, "3.9.2"),
    (223, "3.9.2"),
    (215, "3.9.0"),
    (204, "3.8.5"),
    (193, "3.7.4"),
)
_GITHUB_PAGES_NEWEST = "3.10.0"


def read_packages(read: Read) -> dict[str, str]:
    """Return the gems that a site names: locked versions, else the lower bounds of the Gemfile."""
    packages: dict[str, str] = {}
    for name, rest in _GEM.findall(read("Gemfile") or ""):
        bound = _BOUND.search(rest)
        packages[name] = bound[1] if bound else ""
    packages.update(_LOCKED.findall(read("Gemfile.lock") or ""))
    if not packages.get("jekyll") and "github-pages" in packages:
        packages["jekyll"] = _pinned_by_pages(packages["github-pages"])
    return packages


def _pinned_by_pages(version: str) -> str:
    match = _GROUP_PLUGIN.match(version)
    release = int(match[0].split(".")[0]) if match else 0
    if not release:
        return _GITHUB_PAGES_NEWEST
    return next((jekyll for first, jekyll in _GITHUB_PAGES if release >= first), "3.7.4")
