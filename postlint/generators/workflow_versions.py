"""Versions of tools that no package manager installs, from hosting and CI files."""

from __future__ import annotations

import re
from collections.abc import Callable

Read = Callable[[str], str | None]

_HOSTS = (
    "netlify.toml",
    "vercel.json",
    "render.yaml",
    ".gitlab-ci.yml",
    ".cloudflare/wrangler.toml",
    "wrangler.toml",
)
_WORKFLOWS = tuple(
    f".github/workflows/{name}.{end}"
    for name in (
        "hugo",
        "zola",
        "gh-pages",
        "pages",
        "deploy",
        "publish",
        "build",
        "main",
        "ci",
        "site",
        "static",
        "website",
        "blog",
    )
    for end in ("yml", "yaml")
)
_TOOL_FILES = (".tool-versions", "mise.toml", ".mise.toml")


def find_tool_version(tool: str, read: Read) -> str:
    """Return the version of `HUGO` or `ZOLA` that the site is built with; empty if no file tells."""
    lower = tool.lower()
    # `HUGO_VERSION = "0.128.0"`, `HUGO_VERSION: 0.128.0`, `hugo-version: '0.128.0'`
    setting = re.compile(rf"\b(?:{tool}_VERSION|{lower}-version)[\"']?\s*[:=]\s*[\"']?v?(\d+\.\d+[\d.]*)")
    listed = re.compile(rf"^[\"']?{lower}[\"']?\s*=?\s*[\"']?(?:extended_)?(\d+\.\d+[\d.]*)", re.MULTILINE)
    for path in (*_WORKFLOWS, *_HOSTS):
        text = read(path)
        if text and (match := setting.search(text)):
            return match[1]
    for path in _TOOL_FILES:
        text = read(path)
        if text and (match := listed.search(text)):
            return match[1]
    return ""
