"""Taking the original out of a proxied URL: one function for each place where it can stand.

Each takes an entry of the catalogue and the address, and returns the original with a flag that tells
whether an encoding was undone; None if this URL does not hold one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from postlint import late_pattern
from postlint_images.addresses import Address
from postlint_images.proxies.decoding import complete_url, decode_base64, decode_hex, decode_once, open_value
from postlint_images.proxies.proxy import Proxy

Found = tuple[str, bool] | None
_compile = cache(re.compile)
_SEGMENT_SCHEME = late_pattern(r"(?<=/)https?(?::/|%3A|%253A)", re.IGNORECASE)


def parameters(query: str | None) -> Iterator[tuple[str, str]]:
    """Yield the raw names and values of a query."""
    for part in (query or "").split("&"):
        name, _, value = part.partition("=")
        yield name, value


def find_value(proxy: Proxy, query: str | None) -> str | None:
    """Return the raw value under one of the proxy's keys.

    An unencoded URL may have a query of its own: then all up to the first key that the proxy knows is its.
    """
    if not query:
        return None
    at = 0
    parts = query.split("&")
    for index, part in enumerate(parts):
        name, equals, value = part.partition("=")
        if equals and name in proxy.keys:
            if "?" not in value:
                return value
            known = (*proxy.own_keys, *proxy.resizing, *proxy.keys)
            end = index + 1
            while end < len(parts) and parts[end].partition("=")[0] not in known:
                end += 1
            return query[at + len(name) + 1 :][: len("&".join(parts[index:end])) - len(name) - 1]
        at += len(part) + 1
    return None


def after_path(proxy: Proxy, address: Address) -> str | None:
    """Return path and query after what the entry's pattern matches; None if it does not match."""
    found = _compile(proxy.path or "/").match(address.rest)
    return address.rest[found.end() :] if found else None


def from_query(proxy: Proxy, address: Address) -> Found:
    """Take the whole query."""
    if not address.query or (proxy.path and not _compile(proxy.path).match(address.path)):
        return None
    return open_value(address.query, proxy.scheme)


def from_key(proxy: Proxy, address: Address) -> Found:
    """Take a query parameter; where the entry allows it, a path on the same host."""
    if proxy.path and not _compile(proxy.path).match(address.path):
        return None
    value = find_value(proxy, address.query)
    if not value:
        return None
    return open_value(value, proxy.scheme)


def from_local_key(proxy: Proxy, address: Address) -> Found:
    """Take a query parameter that holds a URL or a path on the same site."""
    found = from_key(proxy, address)
    if found is not None:
        return found
    value = decode_once(find_value(proxy, address.query) or "")
    if not value.startswith("/") or value.startswith("//") or re.search(r"[\s\x00-\x20\x7f]", value):
        return None
    return address.base + value, True


def from_rest(proxy: Proxy, address: Address) -> Found:
    """Take all that follows a prefix, the query included."""
    value = after_path(proxy, address)
    return open_value(value, proxy.scheme) if value else None


def from_segment(proxy: Proxy, address: Address) -> Found:
    """Take all from the first path segment that begins with a scheme; options before it are skipped."""
    value = after_path(proxy, address)
    if value is None:
        return None
    found = _SEGMENT_SCHEME.search("/" + value)
    if found is None:
        return None
    value = value[max(0, found.start() - 1) :]
    if "%" in found.group():
        half = len(found.group())
        if value[half : half + 1] == "/":
            # only the colon is encoded
            return open_value(value[: value.index("%")] + ":" + value[half:])
        # an encoded URL has no delimiter of its own
        value = re.split(r"[/?]", value, maxsplit=1)[0]
    return open_value(value)


def from_local_segment(proxy: Proxy, address: Address) -> Found:
    """As `from_segment`, or the rest of the path on the same host."""
    found = from_segment(proxy, address)
    if found is not None:
        return found
    at = address.path.find(proxy.markers[0])
    _, slash, rest = address.path[at + len(proxy.markers[0]) :].partition("/")
    if at < 0 or not slash or not rest or rest.lower().startswith(("http:", "https:", "http%", "https%")):
        return None
    return f"{address.base}/{rest.lstrip('/')}", False


def from_fragment(proxy: Proxy, address: Address) -> Found:
    """Take what stands after `#`."""
    if not address.fragment or (proxy.path and not _compile(proxy.path).match(address.path)):
        return None
    return open_value(address.fragment)


def from_hex(proxy: Proxy, address: Address) -> Found:
    """Take the last path segment, in hexadecimal."""
    url = decode_hex(address.path.rpartition("/")[2])
    return None if url is None else (url, True)


def from_base64(proxy: Proxy, address: Address) -> Found:
    """Take base64 after a prefix; some writers cut it by slashes, some alphabets hold them."""
    value = after_path(proxy, Address(address.scheme, address.host, address.path, None, None))
    if value is None:
        return None
    for text in (value, value.replace("/", ""), value.partition(".")[0].replace("/", "")):
        url = decode_base64(text)
        if url is not None:
            return url, True
    return None


def from_swap(proxy: Proxy, address: Address) -> Found:
    """Put another host before the same path."""
    found = _compile(proxy.path or "/").match(address.rest)
    if found is None:
        return None
    url = complete_url("https://" + found.expand(proxy.swap) + address.rest[found.end() :])
    return None if url is None else (url, False)


EXTRACTORS: dict[str, Callable[[Proxy, Address], Found]] = {
    "query": from_query,
    "key": from_key,
    "local-key": from_local_key,
    "rest": from_rest,
    "segment": from_segment,
    "local-segment": from_local_segment,
    "fragment": from_fragment,
    "hex": from_hex,
    "base64": from_base64,
    "swap": from_swap,
}
