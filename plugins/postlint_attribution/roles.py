"""The role of an address: what it leads to, seen from the post."""

from __future__ import annotations

from urllib.parse import urlsplit

from postlint_attribution.licences import licence_of_url


def role_of(url: str, stated: str) -> str:
    """Return the role of an address by what it is, else by the wording (`stated`)."""
    if licence_of_url(url):
        return "licence"
    if stated in ("self", "profile", "licence"):
        return stated
    try:
        parts = urlsplit(url)
    except ValueError:
        return stated
    if parts.netloc and not parts.path.strip("/") and not parts.query and not parts.fragment:
        return "home"
    return stated or "original"
