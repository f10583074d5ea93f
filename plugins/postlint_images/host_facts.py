"""All that the host alone decides about a picture's URL, looked up once per host."""

from __future__ import annotations

from functools import lru_cache

from postlint import NamedTuple, late_pattern
from postlint_images.addresses import is_private_host, is_public_host
from postlint_images.hosts import (
    KnownHost,
    find_dead_host,
    find_placeholder_host,
    may_be_refusing,
    may_be_tracker,
)
from postlint_images.pages import may_be_page
from postlint_images.signed import may_be_temporary

_PLAIN_HOST = late_pattern(r"[a-z0-9.-]+")
_MOST_HOSTS = 4096


class HostFacts(NamedTuple):
    """What a host, in lower case and without a trailing dot, is known for."""

    is_private: bool
    dead: KnownHost | None
    placeholder: KnownHost | None
    may_refuse: bool
    may_track: bool
    may_be_page: bool
    may_be_temporary: bool


@lru_cache(_MOST_HOSTS)
def host_facts(host: str) -> HostFacts:
    """Return what is known of a host."""
    return HostFacts(
        is_private_host(host),
        find_dead_host(host),
        find_placeholder_host(host),
        may_be_refusing(host),
        may_be_tracker(host),
        may_be_page(host),
        may_be_temporary(host),
    )


@lru_cache(_MOST_HOSTS)
def is_plain_host(authority: str) -> bool:
    """Tell whether the middle of a URL is a public host alone: lower case, no user, no port."""
    return bool(_PLAIN_HOST.fullmatch(authority)) and not authority.endswith(".") and is_public_host(authority)
