"""What is known of a host of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from postlint import NamedTuple


class KnownHost(NamedTuple):
    """A host, or a domain with all below it, that pictures should not depend on.

    `since` is a year, month or day as text,
    empty where no source states it. `note` says what happens, in words that follow the host's
    name. `prefix` limits the entry to hosts whose first label begins so, `path` to URLs that hold that
    text. `without_referer` tells whether the picture comes when no Referer is sent. `source` is where the
    fact is from (`seen N` in public posts, `corpus N`, `doc`: documentation or general knowledge).
    """

    name: str
    since: str
    note: str
    prefix: str = ""
    path: str = ""
    without_referer: bool = True
    source: str = "doc"


T = TypeVar("T")


def find_by_host(table: Mapping[str, T], host: str) -> T | None:
    """Return the entry of a host or of the nearest domain above it."""
    while host:
        found = table.get(host)
        if found is not None:
            return found
        host = host.partition(".")[2]
    return None
