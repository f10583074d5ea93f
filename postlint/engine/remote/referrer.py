"""The Referer that a page sends for its pictures."""

from __future__ import annotations

from functools import lru_cache

from postlint.engine.remote.address import BadUrl, parse_url
from postlint.values.network import Target


def referer(page: str, policy: str, target: Target) -> str:
    """Return the Referer, cut to the origin as browsers do for other sites; empty if none is sent.

    `page` is the address of the site or page; an unknown policy counts as browsers' default.
    """
    policy = policy.strip().lower()
    if not page or policy == "no-referrer":
        return ""
    origin = _origin(page)
    if not origin or (policy == "same-origin" and origin != target.origin):
        return ""
    # a picture over plain http is no downgrade: browsers ask for it over https
    return f"{origin}/"


@lru_cache(64)
def _origin(page: str) -> str:
    try:
        return parse_url(page).origin
    except BadUrl:
        return ""
