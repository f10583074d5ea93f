"""Hosts that are in no list but behave as a proxy does, and those that only look like one."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_images.addresses import Address
from postlint_images.proxies.decoding import open_value
from postlint_images.proxies.extract import find_value
from postlint_images.proxies.proxy import Proxy

# fmt: off
_KEYS = (
    "url", "src", "u", "image", "img", "imgurl", "imageUrl", "href", "fname", "quest", "riu",
    "target", "file", "pic", "original",
)
# fmt: on
_EXTENSION = late_pattern(r"\.(?:jpe?g|jfif|png|apng|gif|webp|avif|svg|bmp|ico|tiff?|heic)(?![a-z0-9])", re.IGNORECASE)
_PATH_URL = late_pattern(r"(?<=/)https?(?::/{1,2}(?=[^/])|%3A%2F%2F)", re.IGNORECASE)

GENERIC = Proxy(
    id="unknown",
    name="an unknown proxy",
    where="generic",
    keys=_KEYS,
    own_keys=("w", "h", "q", "width", "height", "quality", "referer", "format", "fit"),
    classes="T",
    mark="by shape",
)

# hosts whose URLs hold another URL for other reasons: a link of a badge, a fallback, the text of a QR code
QUIET_HOSTS = frozenset(
    {
        "img.shields.io",
        "badgen.net",
        "gravatar.com",
        "www.gravatar.com",
        "secure.gravatar.com",
        "latex.codecogs.com",
        "s0.wp.com",
        "api.qrserver.com",
        "chart.googleapis.com",
        "quickchart.io",
        "www.facebook.com",
        "twitter.com",
        "pinterest.com",
        "www.pinterest.com",
    }
)
QUIET_SHAPES = (
    ("web.archive.org", "/static/"),
    ("res.cloudinary.com", "/image/upload/"),
    ("lh3.googleusercontent.com", "/a-/"),
    ("lh3.googleusercontent.com", "/a/"),
)


def is_quiet(address: Address) -> bool:
    """Tell whether the URL only looks like a proxied one."""
    if address.host in QUIET_HOSTS:
        return True
    return any(address.host == host and shape in address.path for host, shape in QUIET_SHAPES)


def from_anywhere(address: Address) -> tuple[str, bool] | None:
    """Return an absolute picture URL inside path or query of an unknown host, or None."""
    for value in _candidates(address):
        found = open_value(value)
        if found is not None and _names_picture(found[0]):
            return found
    return None


def _candidates(address: Address) -> list[str]:
    query = address.query or ""
    values = [find_value(GENERIC, query) or ""]
    if query[:4].lower() == "http":
        values.append(query)
    found = _PATH_URL.search(address.path)
    if found:
        values.append(address.rest[found.start() :])
    return [value for value in values if value]


def _names_picture(url: str) -> bool:
    path = url.partition("?")[0].partition("#")[0]
    last = path.rpartition("/")[2]
    return path.count("/") >= len("//h/") - 1 and bool(_EXTENSION.search(last))
