"""Addresses of sources: whose they are, and what they hide."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from postlint import dataclass, late_pattern
from postlint_attribution.hosts import (
    CACHES,
    DEAD,
    DEAD_PATHS,
    PLATFORMS,
    PROXY_SUFFIXES,
    REDIRECTS,
    SHARED,
    SHORTENERS,
)

NOWHERE = late_pattern(
    r"^(?:undefined|null|none|nan|url|link|todo|#|about:blank|javascript:.*|https?:/{0,2})?$", re.IGNORECASE
)
"""Addresses that a template or an import left without a target."""

_ABSOLUTE = late_pattern(r"https?://[^/\s]+\.[a-z]", re.IGNORECASE)
_SECOND_LEVEL = frozenset({"com", "co", "org", "net", "gov", "edu", "ac", "or", "ne"})


@dataclass(frozen=True, slots=True)
class Detour:
    """What stands in between: a word for it, and the target where the address carries it whole."""

    what: str
    target: str | None


@lru_cache(2048)
def host_of(url: str) -> str:
    """Return the host of an address in lower case without `www.`; empty for a path or a malformed one."""
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")


def domain_of(host: str) -> str:
    """Return the part of a host that is registered, as far as its shape tells (`blog.a.com.cn`: `a.com.cn`).

    Under a domain that many share the host of one of them counts (`me.github.io`).
    """
    labels = host.split(".")
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    domain = ".".join(labels[-keep:])
    return ".".join(labels[-keep - 1 :]) if domain in SHARED else domain


def is_platform(host: str) -> bool:
    """Tell whether a host belongs to a blog platform."""
    return any(host == platform or host.endswith(f".{platform}") for platform in PLATFORMS)


def find_detour(url: str) -> Detour | None:
    """Return what an address goes through before it reaches its target, or None."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if not host:
        return None
    start = host + parts.path
    if host == "web.archive.org" or host.startswith("archive."):
        return None
    if host in SHORTENERS:
        return Detour("shortener", None)
    target = _carried(parts.query)
    if host in CACHES or any(start.startswith(entry) for entry in CACHES if "/" in entry):
        return Detour("cache", target)
    if host.endswith(PROXY_SUFFIXES):
        return Detour("proxy", target) if target else None
    listed = host in REDIRECTS or any(start.startswith(entry) for entry in REDIRECTS if "/" in entry)
    if listed or (target and re.search(r"(?i)redirect|jump|goto|/go\b|/link\b|/out\b|/away|/url\b|^/?$", parts.path)):
        return Detour("redirect", target)
    return None


def direct(url: str) -> str:
    """Return the address that a detour carries, else the address itself."""
    detour = find_detour(url)
    return (detour and detour.target) or url


def _carried(query: str) -> str | None:
    """Return the one absolute address that a query holds, decoded once; None if there is none or several."""
    if _ABSOLUTE.match(query):
        return query
    if _ABSOLUTE.match(unquote(query)):
        return unquote(query)
    found = [value for _, value in parse_qsl(query) if _ABSOLUTE.match(value)]
    return found[0] if len(found) == 1 else None


def death_of(url: str) -> str | None:
    """Return what happened to an address that is known to be gone, or None."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if host in DEAD:
        return DEAD[host]
    start = host + parts.path
    return next((reason for beginning, reason in DEAD_PATHS.items() if start.startswith(beginning)), None)
