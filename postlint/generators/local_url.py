"""Whether a picture's URL leads into the site, and to which path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import Resolution
from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern

_TEMPLATE = late_pattern(r"\{\{|\{%|\$\{|<%|\{#|%7B%7B|%7B%25", re.IGNORECASE)
_SCHEME = late_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST = late_pattern(r"[^\s<>^`{|}\\%]+")


@dataclass(frozen=True, slots=True)
class LocalUrl:
    """A URL without host. `path` is decoded once, `written` is not; `is_rooted` if it starts at the site's root.

    `is_own_host` marks a URL that names the site's own host; its base path is already taken off.
    """

    path: str
    written: str
    is_rooted: bool
    has_query: bool = False
    has_fragment: bool = False
    is_own_host: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site is published: its host in lower case, and its base path without slashes at the ends."""

    host: str = ""
    base: str = ""


def site_address(facts: SiteFacts) -> Address:
    """Return the address that the site's config states; parts that it does not state are empty."""
    names = _ADDRESSES.get(facts.generator)
    if names is None:
        return _NOWHERE
    url, base = _text(facts.config, names[0]), _text(facts.config, names[1]) if names[1] else None
    return _read_address(url or "", base)


@lru_cache(maxsize=64)
def _read_address(url: str, base: str | None) -> Address:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return Address(base=(base or "").strip("/"))
    return Address(host, (parts.path if base is None else base).strip("/"))


_NOWHERE = Address()

# the setting that holds the URL, and the one that holds the base path (None: it is part of the URL)
_ADDRESSES: dict[str, tuple[str, str | None]] = {
    "hexo": ("url", "root"),
    "hugo": ("baseURL", None),
    "jekyll": ("url", "baseurl"),
    "astro": ("site", "base"),
    "docusaurus": ("url", "baseUrl"),
    "gatsby": ("siteUrl", "pathPrefix"),
    "zola": ("base_url", None),
    "pelican": ("SITEURL", None),
    "mkdocs": ("site_url", None),
    "eleventy": ("url", "pathPrefix"),
}


def read_url(image: ImageRef, facts: SiteFacts) -> Resolution | LocalUrl:
    """Return the path inside the site, or the verdict where the URL is none."""
    text = image.url.text.strip()
    if not text:
        return Resolution("invalid", reason="the URL is empty")
    if text[:5].lower() == "data:":
        return Resolution("data")
    if image.is_dynamic or _TEMPLATE.search(text):
        return Resolution("dynamic", reason="a template expression")
    if image.kind == "front-matter" and "." not in text and "/" not in text:
        return Resolution("dynamic", reason="a name that the theme gives a meaning")
    if text.startswith("\\\\"):
        return Resolution("local-outside-site", reason="a path of one machine")
    if text.startswith("//"):
        return _read_absolute(text, "", facts)
    if (match := _SCHEME.match(text)) is not None:
        return _read_absolute(text, match[1].lower(), facts)
    return read_path(text)


def read_path(text: str, *, is_own_host: bool = False) -> Resolution | LocalUrl:
    """Split and decode a URL without scheme and host."""
    if "：//" in text[:12] or re.match(r"https?/*\\?//", text):
        return Resolution("invalid", reason="a scheme is misspelt")
    written, has_fragment, _ = text.partition("#")
    written, has_query, _ = written.partition("?")
    if not written.strip():
        return Resolution("invalid", reason="the URL names no file")
    if "\0" in written or "%00" in written:
        return Resolution("invalid", reason="the URL holds a NUL")
    path = unquote(written, errors="replace")
    return LocalUrl(path, written, written.startswith("/"), bool(has_query), bool(has_fragment), is_own_host)


def _read_absolute(text: str, scheme: str, facts: SiteFacts) -> Resolution | LocalUrl:
    if scheme in ("", "http", "https"):
        return _read_remote(text, scheme, facts)
    if len(scheme) == 1 or scheme == "file":
        return Resolution("local-outside-site", reason="a path of one machine")
    return Resolution("invalid", reason=f"no browser loads a picture from {scheme}:")


def _read_remote(text: str, scheme: str, facts: SiteFacts) -> Resolution | LocalUrl:
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
        port = parts.port
    except ValueError:
        return Resolution("invalid", reason="the host or its port is malformed")
    if not host:
        return Resolution("invalid", reason="the URL has no host")
    if not _HOST.fullmatch(host):
        return Resolution("invalid", reason="the host holds a character that no host has")
    own = site_address(facts)
    if host != own.host or port not in (None, 80, 443):
        return Resolution("remote")
    rest = f"{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")
    if not own.base:
        return read_path(rest, is_own_host=True)
    if rest.startswith(f"/{own.base}/"):
        return read_path(rest[len(own.base) + 1 :], is_own_host=True)
    return Resolution("remote")


def _text(config: Mapping[str, Any], key: str) -> str | None:
    value = config.get(key)
    return value.strip() if isinstance(value, str) else None
