"""Builds sites with the real generators and sees which pictures of a page are there."""

from __future__ import annotations

import os
import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.picture_sites.model import Case, SiteOfCases, picture

_COMMENT = re.compile(r"<!--.*?-->|<(script|textarea|style|noscript)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:\s+|\"[^\"]*\"|'[^']*'|[^\"'>])*)>")
_ATTRIBUTE = re.compile(r"([^\s=\"'/>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_NAMES = {
    "src", "srcset", "poster", "background", "data-src", "data-original", "data-actualsrc", "data-lazy-src",
    "data-echo", "style", "lowsrc", "data-srcset", "data-bg",
}  # fmt: skip
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_CSS = re.compile(r"url\(\s*[\"']?(.*?)[\"']?\s*\)")


def write_site(site: SiteOfCases, root: Path, cases: tuple[Case, ...] | None = None) -> None:
    """Write config, posts and pictures below `root`."""
    for path, text in site.config.items():
        _write(root / path, text.encode())
    for case in site.cases if cases is None else cases:
        front = site.front.replace("{name}", case.name)
        path = case.path or site.post_path.replace("{name}", case.name)
        _write(root / path, f"---\n{front}{case.front}{chr(10) if case.front else ''}---\n\n{case.body}\n".encode())
        for name, data in case.files.items():
            _write(root / name, picture(name) if data is None else data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def picture_urls(html: str) -> list[str]:
    """Return the URLs of what a page shows as pictures, lazy attributes included."""
    found = [url for style in _STYLE.findall(html) for url in _CSS.findall(style)]
    for tag in _TAG.finditer(_COMMENT.sub("", html)):
        name = tag[1].lower()
        values = {}
        for match in _ATTRIBUTE.finditer(tag[2]):
            values.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or "").strip())
        for key, value in values.items():
            if key.endswith("srcset"):
                found += [part.split()[0] for part in value.split(", ") if part.strip()]
            elif (name, key) == ("link", "href"):
                found += [value] if values.get("rel") == "preload" and values.get("as") == "image" else []
            elif key == "style":
                found += _CSS.findall(value)
            elif (key in _NAMES and name not in ("script", "iframe", "audio")) or (
                (name, key) in (("object", "data"), ("image", "href"), ("image", "xlink:href"), ("use", "href"))
            ):
                found.append(value)
    return found


def state_of(url: str, page: str, base: str, out: Path) -> str:
    """Say what a browser gets for a URL of a page: `remote`, `data`, `ok` or `missing`."""
    full = urljoin(f"https://site.example{page}", url)
    parts = urlsplit(full)
    if parts.scheme == "data":
        return "data"
    if parts.scheme not in ("http", "https"):
        return "missing"
    if parts.hostname != "site.example":
        return "remote"
    if not parts.path.startswith(base):
        return "remote" if url.startswith("http") else "missing"
    path = unquote(parts.path[len(base) :])
    target = out / path
    return "ok" if target.is_file() and ".." not in path and "//" not in parts.path else "missing"


def run(command: list[str], root: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a build."""
    return subprocess.run(
        command, cwd=root, env={**os.environ, **variables}, capture_output=True, text=True, timeout=600, check=False
    )
