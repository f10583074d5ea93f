"""Every picture of a post under the one cause that explains what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from postlint import ImageRef, Options, Post, Resolution, Span, View
from postlint_images.addresses import Address, is_private_host, split_address
from postlint_images.hosts import KnownHost, find_dead_host, find_placeholder_host, find_tracker
from postlint_images.pages import Page, find_page
from postlint_images.proxies import Unwrapped, unwrap
from postlint_images.signed import Expiry, find_expiry
from postlint_images.written import find_fault, is_machine_path, may_be_home_path

_ONE_PIXEL = re.compile(r"\s*[01](?:px)?\s*", re.IGNORECASE)
_ONE_PIXEL_STYLE = re.compile(r"(?:^|[;\s])(width|height)\s*:\s*[01](?:px)?\s*(?=;|$|!)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its cause.

    `cause` is `data`, `dynamic`, `malformed`, `machine-path`, `private`, `proxied`, `pixel`, `expiring`,
    `dead`, `page`, `remote` (nothing known against it), `local`, or `other` (another scheme). `fact` is
    what the cause rests on.
    """

    image: ImageRef
    cause: str
    address: Address
    fact: str | Unwrapped | Expiry | KnownHost | Page | None = None
    resolution: Resolution | None = None

    @property
    def span(self) -> Span:
        """Return the URL's place; where it is empty, that of the whole image."""
        return self.image.url.span if len(self.image.url.span) else self.image.span

    @property
    def element(self) -> Span:
        """Return what tells pictures apart: the HTML element, else the URL's place."""
        return self.image.span if self.image.kind.startswith("html-") else self.image.url.span

    @property
    def text(self) -> str:
        """Return the URL as a browser gets it, without blanks around it."""
        return self.image.url.text.strip()


class Pictures(View[Options]):
    """The pictures of a post, sorted by cause."""

    name = "pictures"

    def __init__(self, post: Post, options: Options) -> None:
        super().__init__(post, options)
        self._by_cause: dict[str, list[Picture]] = {}
        for image in post.images:
            picture = judge(post, image)
            self._by_cause.setdefault(picture.cause, []).append(picture)

    def of(self, *causes: str) -> Iterator[Picture]:
        """Yield the pictures under some causes."""
        for cause in causes:
            yield from self._by_cause.get(cause, ())

    def to_json(self) -> list[dict[str, object]]:
        """Return cause and URL of every picture."""
        return [
            {"cause": cause, "url": picture.image.url.text, "offset": list(picture.image.url.span)}
            for cause, pictures in self._by_cause.items()
            for picture in pictures
        ]


def once_per_element(pictures: Iterable[Picture]) -> list[Picture]:
    """Return one picture of each HTML element and host: sizes and lazy attributes name the same one."""
    found: dict[tuple[Span, str], Picture] = {}
    for picture in pictures:
        key = (picture.element, picture.address.host)
        before = found.setdefault(key, picture)
        if before.image.is_alternative and not picture.image.is_alternative:
            found[key] = picture
    return list(found.values())


_NOWHERE = Address("", "", "", None, None)


def judge(post: Post, image: ImageRef) -> Picture:
    """Find the cause of one picture."""
    text = image.url.text.strip()
    if image.is_dynamic:
        return Picture(image, "dynamic", _NOWHERE)
    if text[:5].lower() == "data:":
        return Picture(image, "data", _NOWHERE)
    if is_machine_path(text):
        return Picture(image, "machine-path", _NOWHERE)
    fault = find_fault(text)
    if fault is not None:
        return Picture(image, "malformed", _NOWHERE, fault)
    address = split_address(text)
    if address.scheme not in ("", "http", "https"):
        return Picture(image, "other", address)
    if address.host and is_private_host(address.host):
        return Picture(image, "private", address)
    unwrapped = unwrap(text)
    if unwrapped is not None:
        return Picture(image, "proxied", address, unwrapped)
    if not address.host:
        return _judge_local(post, image, text, address)
    return _judge_remote(image, text, address)


def _judge_remote(image: ImageRef, text: str, address: Address) -> Picture:
    tracker = find_tracker(address.host, address.rest)
    if tracker is not None or _is_one_pixel(image):
        return Picture(image, "pixel", address, tracker)
    dead = find_dead_host(address.host)
    if dead is not None:
        return Picture(image, "dead", address, dead)
    page = find_page(address, text)
    if page is not None:
        return Picture(image, "page", address, page)
    expiry = find_expiry(address)
    if expiry is not None:
        return Picture(image, "expiring", address, expiry)
    placeholder = find_placeholder_host(address.host)
    return Picture(image, "remote", address, placeholder)


def _judge_local(post: Post, image: ImageRef, text: str, address: Address) -> Picture:
    if not post.site.root:
        return Picture(image, "machine-path" if may_be_home_path(text) else "local", address)
    resolution = post.resolve(image)
    if resolution.status == "local-missing" and may_be_home_path(text):
        return Picture(image, "machine-path", address)
    return Picture(image, "local", address, resolution=resolution)


def _is_one_pixel(image: ImageRef) -> bool:
    attributes = image.attributes
    if not attributes:
        return False
    width, height = attributes.get("width"), attributes.get("height")
    if width and height and _ONE_PIXEL.fullmatch(width) and _ONE_PIXEL.fullmatch(height):
        return True
    style = attributes.get("style")
    return bool(style) and len({name.lower() for name in _ONE_PIXEL_STYLE.findall(style or "")}) == 2
