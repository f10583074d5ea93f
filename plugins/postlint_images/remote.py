"""The pictures of a post that `postlint images fetch` may bring home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postlint import Options, Post, RemotePicture, late_pattern
from postlint_images.hosts import find_hotlink_host
from postlint_images.pages import Page
from postlint_images.pictures import Picture, Pictures
from postlint_images.proxies import Unwrapped, unwrap
from postlint_images.proxies.own import own_proxies
from postlint_images.rules.dead_image_host import DeadImageHostOptions
from postlint_images.wording import is_below

_WEB = ("http://", "https://")
_ARCHIVED = late_pattern(r"(https?://web\.archive\.org/web/\d+)(?=/http)")


def dead_hosts(options: Mapping[str, Options]) -> tuple[str, ...]:
    """Return the hosts that the config calls dead."""
    dead = options.get("dead-image-host")
    return dead.extra_hosts if isinstance(dead, DeadImageHostOptions) else ()


def remote_pictures(post: Post, dead: tuple[str, ...]) -> Iterable[RemotePicture]:
    """Yield every remote picture with what is known against its address, and where it may be had."""
    pictures = post.view(Pictures)
    own = own_proxies(pictures.options.extra_hosts)
    for cause in ("remote", "proxied", "expiring", "dead", "page", "private"):
        for picture in pictures.of(cause):
            if cause == "remote" and picture.resolution is not None:
                # the site's own file, named with its host
                continue
            hidden = unwrap(picture.text, own) if cause == "private" else picture.fact
            addresses = tuple(dict.fromkeys(_addresses(picture.text, hidden)))
            if addresses:
                yield RemotePicture(picture.image, addresses, frozenset(_reasons(picture, hidden, dead)))


def _reasons(picture: Picture, hidden: object, dead: tuple[str, ...]) -> Iterable[str]:
    if picture.cause != "remote":
        yield picture.cause
    if is_below(picture.address.host, dead):
        yield "dead"
    if isinstance(hidden, Unwrapped):
        yield "proxied"
    if isinstance(picture.fact, Unwrapped) and picture.fact.is_expiring:
        yield "expiring"
    host = picture.address.host
    if picture.cause == "remote" and find_hotlink_host(host, picture.text) is not None:
        yield "hotlinked"


def _addresses(text: str, hidden: object) -> Iterable[str]:
    """Yield the address behind a proxy or a page first, then the one that is written."""
    if isinstance(hidden, Unwrapped) and hidden.original:
        yield from _absolute(hidden.original)
    elif isinstance(hidden, Page) and hidden.picture:
        yield from _absolute(hidden.picture)
    archived = _ARCHIVED.match(text)
    if archived:
        # without `im_` the archive sends a page around the picture
        yield f"{archived[1]}im_{text[archived.end() :]}"
    yield from _absolute(text)


def _absolute(url: str) -> Iterable[str]:
    if url.startswith("//"):
        yield f"https:{url}"
        yield f"http:{url}"
    elif url.lower().startswith(_WEB):
        yield url
