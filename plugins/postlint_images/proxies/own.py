"""Proxies that a user names in the config."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postlint_images.proxies.proxy import Proxy


def own_proxies(extra_hosts: Mapping[str, str]) -> tuple[Proxy, ...]:
    """Return the entries of the option `extra-hosts`: host to where the original is."""
    return tuple(_entry(host, shape) for host, shape in extra_hosts.items())


def _entry(host: str, shape: str) -> Proxy:
    before = shape.partition("{url}")[0]
    path, mark, query = before.partition("?")
    key = query.rpartition("&")[2].removesuffix("=")
    where = "rest" if not mark else "key" if key else "query"
    return Proxy(
        id=host,
        name=host,
        hosts=(host.lower(),),
        where=where,
        path="" if mark else re.escape("/" + path.lstrip("/")),
        keys=(key,) if key else (),
        classes="S",
        mark="options",
    )
