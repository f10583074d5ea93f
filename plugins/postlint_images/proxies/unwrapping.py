"""From a URL to the one that it hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from postlint import late_pattern
from postlint_images.addresses import Address, clean_host, split_address
from postlint_images.hosts import find_dead_host, find_hotlink_host
from postlint_images.proxies.catalogue import CATALOGUE
from postlint_images.proxies.extract import EXTRACTORS, Found, parameters
from postlint_images.proxies.generic import GENERIC, from_anywhere, is_quiet
from postlint_images.proxies.proxy import STRICTNESS, Proxy, Unwrapped
from postlint_images.proxies.special import SPECIAL

_DEEPEST = 3
_PLAIN_HOST = late_pattern(r"[a-z0-9.-]+")
_LITERAL = late_pattern(r"[A-Za-z0-9/_-]*")
_EXTRACTORS = {**EXTRACTORS, **SPECIAL}


def _domain(host: str) -> str:
    """Return the last two labels of a host or host glob."""
    at = host.rfind(".", 0, max(0, host.rfind(".")))
    return host[at + 1 :]


def _index() -> tuple[dict[str, tuple[Proxy, ...]], tuple[tuple[str, Proxy], ...]]:
    by_domain: dict[str, tuple[Proxy, ...]] = {}
    by_marker: list[tuple[str, Proxy]] = []
    for proxy in CATALOGUE:
        for domain in dict.fromkeys(_domain(host) for host in proxy.hosts):
            by_domain[domain] = (*by_domain.get(domain, ()), proxy)
        by_marker.extend((marker, proxy) for marker in proxy.markers)
    return by_domain, tuple(by_marker)


_BY_DOMAIN, _BY_MARKER = _index()


@cache
def _host_pattern(hosts: tuple[str, ...]) -> re.Pattern[str]:
    globs = (re.escape(host).replace(r"\*", "[a-z0-9_.-]*").replace(r"\#", "[0-9]+") for host in hosts)
    return late_pattern("|".join(globs))


@lru_cache(4096)
def _proxied_paths(host: str) -> tuple[str, ...]:
    """Return how paths begin that a host may serve as a proxy; `("",)` for a host that needs a closer look."""
    if not _PLAIN_HOST.fullmatch(host) or host.endswith("."):
        return ("",)
    proxies = _BY_DOMAIN.get(_domain(host), ())
    return tuple(_literal_start(proxy.path) for proxy in proxies if _host_pattern(proxy.hosts).fullmatch(host))


def _literal_start(pattern: str) -> str:
    """Return the text with which all matches of a pattern begin; empty if there is none."""
    found = _LITERAL.match(pattern)
    text = found.group() if found else ""
    return text[:-1] if pattern[len(text) : len(text) + 1] in ("?", "*", "{") else text


def may_be_proxied(url: str) -> bool:
    """Tell cheaply (below 1 µs) whether a URL is worth taking apart; True proves nothing."""
    # the second "http", raw or encoded, gives most proxies away
    if url.find("http", 1) > 0:
        return True
    start = url.find("//") + 2
    if start > 1:
        end = url.find("/", start)
        if end < 0:
            end = len(url)
        paths = _proxied_paths(url[start:end])
        if paths and url.startswith(paths, end):
            return True
    if "?" in url and (".php?" in url or ".ashx?" in url):
        return True
    # shapes that hold no scheme: `/_next/`, `/_ipx/`, `/cdn-cgi/`, `/.netlify/`, `/unsafe/`, base64
    return (
        "/_" in url
        or "cgi/" in url
        or "/.net" in url
        or "safe/" in url
        or "camo/" in url
        or "imgfmt/" in url
        or "aHR0c" in url
    )


def unwrap(url: str, extra: tuple[Proxy, ...] = ()) -> Unwrapped | None:
    """Return what a proxied picture URL hides, or None if it is none; never raises, linear in its length.

    `extra` are entries of the user, asked before the catalogue. The original is what the proxy asks for,
    not what it redirects to.
    """
    if not extra and not may_be_proxied(url):
        return None
    current, steps = url.strip(), list[tuple[Proxy, str | None, bool, Address]]()
    while len(steps) < _DEEPEST:
        step = _take_one(current, extra, is_nested=bool(steps))
        if step is None or (steps and step[0].stays):
            break
        steps.append(step)
        if step[1] is None or step[0].stays:
            break
        current = step[1]
    return _summarise(steps) if steps else None


def _take_one(url: str, extra: tuple[Proxy, ...], *, is_nested: bool) -> tuple[Proxy, str | None, bool, Address] | None:
    address = split_address(url)
    if address.scheme not in ("", "http", "https"):
        return None
    for proxy in _entries(address, extra):
        if proxy.where == "opaque":
            if re.match(proxy.path or "/.", address.rest):
                return proxy, None, False, address
            continue
        found = _EXTRACTORS[proxy.where](proxy, address)
        if found is not None and found[0] != url:
            return proxy, found[0], found[1], address
    generic: Found = None if is_nested or is_quiet(address) or not address.host else from_anywhere(address)
    return None if generic is None else (GENERIC, generic[0], generic[1], address)


def _entries(address: Address, extra: tuple[Proxy, ...]) -> Iterator[Proxy]:
    if address.host:
        for proxy in (*extra, *_BY_DOMAIN.get(_domain(address.host), ())):
            if _host_pattern(proxy.hosts).fullmatch(address.host):
                yield proxy
    rest = address.rest
    for marker, proxy in _BY_MARKER:
        if marker in rest:
            yield proxy


def _classes(proxy: Proxy, address: Address) -> str:
    if proxy.plain and not any(name in proxy.resizing for name, _ in parameters(address.query)):
        return proxy.plain
    return proxy.classes


def _summarise(steps: list[tuple[Proxy, str | None, bool, Address]]) -> Unwrapped:
    first, address = steps[0][0], steps[0][3]
    classes = "".join(_classes(proxy, at) for proxy, _, _, at in steps)
    strictest = max(classes, key=STRICTNESS.index)
    original = next((url for _, url, _, _ in reversed(steps) if url is not None), None)
    proxies = [proxy for proxy, _, _, _ in steps]
    return Unwrapped(
        proxy=first.id,
        name=first.name,
        host=address.host,
        original=original,
        chain=tuple(proxy.id for proxy in proxies),
        fix_class=strictest,
        decoded=any(decoded for _, _, decoded, _ in steps),
        no_fix=_obstacle(proxies, classes, original),
        note=first.note,
        is_guess=first is GENERIC,
        is_info=first.is_info,
        is_expiring=any(proxy.is_expiring for proxy in proxies),
    )


def _obstacle(proxies: list[Proxy], classes: str, original: str | None) -> str | None:
    """Say why the original cannot take the proxy's place; None if nothing is known against it."""
    if original is None or "O" in classes:
        return "the original cannot be told from the address"
    if proxies[0] is GENERIC:
        return "the host is not known as a proxy"
    never = next((proxy.never for proxy in proxies if proxy.never), "")
    if never:
        return never
    host = clean_host(split_address(original).host)
    refusing = find_hotlink_host(host, original)
    if refusing is not None:
        return f"{host} refuses pictures on other sites"
    if find_dead_host(host) is not None:
        return f"{host} is dead"
    if "H" in classes:
        return "such proxies are there to get round a ban on foreign pages"
    if "T" in classes:
        return "the proxy changes size or format"
    if not original.lower().startswith("https:"):
        return "the original is on plain http"
    if "M" in classes:
        return "such proxies are there to give https to hosts without it"
    return None
