"""Hosts of pictures that are known for something: data with dates, and how to look them up."""

from __future__ import annotations

from postlint_images.hosts.dead import DEAD, FRAGILE
from postlint_images.hosts.hotlink import HOTLINK
from postlint_images.hosts.known_host import KnownHost, find_by_host
from postlint_images.hosts.stand_ins import PIXELS, PLACEHOLDERS

__all__ = [
    "KnownHost",
    "find_dead_host",
    "find_fragile_host",
    "find_hotlink_host",
    "find_placeholder_host",
    "find_tracker",
    "may_be_refusing",
    "may_be_tracker",
]

_BY_HOST: dict[str, tuple[tuple[str, str], ...]] = {}
for _host, _shape, _who in PIXELS:
    _BY_HOST[_host] = (*_BY_HOST.get(_host, ()), (_shape, _who))


def find_dead_host(host: str) -> KnownHost | None:
    """Return what is known of a host that no longer serves pictures."""
    known = find_by_host(DEAD, host)
    return known if known is not None and _fits(known, host, "") else None


def find_fragile_host(host: str, url: str) -> KnownHost | None:
    """Return what is known of a host that may stop serving pictures."""
    known = find_by_host(FRAGILE, host)
    return known if known is not None and _fits(known, host, url) else None


def find_hotlink_host(host: str, url: str) -> KnownHost | None:
    """Return what is known of a host that refuses pictures to other sites."""
    known = find_by_host(HOTLINK, host)
    return known if known is not None and _fits(known, host, url) else None


def may_be_refusing(host: str) -> bool:
    """Tell whether some addresses of a host may be refused to other sites."""
    return find_by_host(HOTLINK, host) is not None


def may_be_tracker(host: str) -> bool:
    """Tell whether some addresses of a host count readers."""
    return find_by_host(_BY_HOST, host) is not None


def find_placeholder_host(host: str) -> KnownHost | None:
    """Return what is known of a service that makes up pictures."""
    return find_by_host(PLACEHOLDERS, host)


def find_tracker(host: str, rest: str) -> str | None:
    """Return who counts readers with a URL, by its host and its path with query."""
    shapes = find_by_host(_BY_HOST, host)
    return next((who for shape, who in shapes or () if shape in rest), None)


def _fits(known: KnownHost, host: str, url: str) -> bool:
    return host.startswith(known.prefix) and (not known.path or known.path in url)
