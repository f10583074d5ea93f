"""Every picture of a post under the one cause that explains what is wrong with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from postlint import ImageRef, Post, Resolution, Span, View, dataclass, late_pattern
from postlint_images.addresses import Address, cut_address, split_address
from postlint_images.host_facts import host_facts, is_plain_host
from postlint_images.hosts import KnownHost, find_tracker
from postlint_images.pages import Page, find_page
from postlint_images.proxies import Proxy, Unwrapped, may_be_proxied, unwrap
from postlint_images.proxies.own import ProxiedImageOptions, own_proxies
from postlint_images.signed import Expiry, find_expiry
from postlint_images.written import find_fault, is_machine_path, may_be_home_path

_ONE_PIXEL = late_pattern(r"\s*[01](?:px)?\s*", re.IGNORECASE)
_ONE_PIXEL_STYLE = late_pattern(r"(?:^|[;\s])(width|height)\s*:\s*[01](?:px)?\s*(?=;|$|!)", re.IGNORECASE)
# settings that hold the address of the site, by generator
SITE_KEYS = ("url", "baseURL", "site", "base_url", "SITEURL", "site_url", "siteUrl")
HOLDS_A_TAG = "holds a template tag, which Hexo does not run there"
_NOWHERE = Address("", "", "", None, None)


@dataclass(slots=True)
class Picture:
    """A picture and its cause.

    `cause` is `data`, `dynamic`, `malformed`, `machine-path`, `private`, `proxied`, `pixel`, `expiring`,
    `dead`, `page`, `remote` (nothing known against it), `local`, or `other` (another scheme). `fact` is
    what the cause rests on; of a `remote` one the entry of its host among the makers of placeholders.
    """

    image: ImageRef
    cause: str
    address: Address = _NOWHERE
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


class Pictures(View[ProxiedImageOptions]):
    """The pictures of a post, sorted by cause.

    A picture on the site's own host is both `remote` and `local`. Of the `remote` ones, those that a rule
    may ask for are listed once more: `remote/http`, `remote/bare` (no scheme), `remote/refusing` (the host
    may refuse other sites), `remote/placeholder`. `escaped` are the remote, proxied and local ones with a
    `%` in their address.
    """

    name = "pictures"

    def __init__(self, post: Post, options: ProxiedImageOptions) -> None:
        super().__init__(post, options)
        self.own_proxies = own_proxies(options.extra_hosts) if options.extra_hosts else ()
        self._lists: defaultdict[str, list[Picture]] = defaultdict(list)
        self._described: tuple[ImageRef, ...] | None = None
        own_host = find_own_host(post.facts.config) if post.images and post.site.root else ""
        definitions: set[Span] = set()
        for image in post.images:
            if image.kind == "markdown-reference":
                # one definition, however many images use it
                if image.url.span in definitions:
                    continue
                definitions.add(image.url.span)
            picture = judge(post, image, self.own_proxies)
            if own_host and picture.address.host == own_host and picture.cause == "remote":
                self._add_own(picture)
            self._add(picture)

    def _add(self, picture: Picture) -> None:
        lists, cause = self._lists, picture.cause
        lists[cause].append(picture)
        if cause == "remote":
            scheme, host, *_ = picture.address
            if scheme != "https":
                lists["remote/http" if scheme else "remote/bare"].append(picture)
            if host_facts(host).may_refuse:
                lists["remote/refusing"].append(picture)
            if picture.fact is not None:
                lists["remote/placeholder"].append(picture)
        if "%" in picture.image.url.text and cause in ("remote", "local", "proxied"):
            lists["escaped"].append(picture)

    def _add_own(self, picture: Picture) -> None:
        """Take a picture on the site's own host for a local one too, if the generator makes it a file."""
        resolution = self.post.resolve(picture.image)
        if resolution.status.startswith("local-"):
            picture.resolution = resolution
            self._lists["local"].append(picture)

    def of(self, name: str) -> Sequence[Picture]:
        """Return the pictures under a cause."""
        return self._lists.get(name, ())

    @property
    def described(self) -> tuple[ImageRef, ...]:
        """Return the images that the post itself can describe with an alternative text, each once."""
        if self._described is None:
            from postlint_images.alternatives import described_pictures

            self._described = tuple(described_pictures(self.post.images, self.of("pixel")))
        return self._described

    def to_json(self) -> list[dict[str, object]]:
        """Return cause and URL of every picture."""
        return [
            {"cause": picture.cause, "url": picture.image.url.text, "offset": list(picture.image.url.span)}
            for name, pictures in self._lists.items()
            for picture in pictures
            if name == picture.cause
        ]


def find_own_host(config: Mapping[str, Any]) -> str:
    """Return the host at which the site's config says it is published; empty if it does not."""
    for key in SITE_KEYS:
        value = config.get(key)
        if isinstance(value, str) and "//" in value:
            return split_address(value.strip()).host
    return ""


def once_per_element(pictures: Iterable[Picture]) -> list[Picture]:
    """Return one picture of each HTML element and host: sizes and lazy attributes name the same one."""
    found: dict[tuple[Span, str], Picture] = {}
    for picture in pictures:
        key = (picture.element, picture.address.host)
        before = found.setdefault(key, picture)
        if before.image.is_alternative and not picture.image.is_alternative:
            found[key] = picture
    return list(found.values())


def judge(post: Post, image: ImageRef, own: tuple[Proxy, ...] = ()) -> Picture:
    """Find the cause of one picture; `own` are proxies that the config names."""
    if image.is_dynamic:
        return _judge_template(post, image)
    if image.kind == "wikilink":
        # looked up in the whole vault, if at all
        return Picture(image, "dynamic")
    text = image.url.text.strip()
    if text.startswith(("https://", "http://")):
        at = text.index("//") + 2
        end = text.find("/", at)
        # nine in ten pictures are remote, on such a host and not proxied
        if end > 0 and not own and is_plain_host(text[at:end]) and "\\" not in text and not may_be_proxied(text):
            return _judge_remote(image, text, cut_address(text, at, end))
    elif text[:5].lower() == "data:":
        return Picture(image, "data")
    elif is_machine_path(text) or image.url.raw.startswith("\\\\"):
        return Picture(image, "machine-path")
    fault = find_fault(text)
    if fault is not None:
        return Picture(image, "malformed", fact=fault)
    address = split_address(text)
    if address.scheme not in ("", "http", "https"):
        return _judge_scheme(post, image, address)
    if address.host and host_facts(address.host).is_private:
        return Picture(image, "private", address)
    unwrapped = unwrap(text, own)
    if unwrapped is not None:
        return Picture(image, "proxied", address, unwrapped)
    if not address.host:
        return _judge_local(post, image, text, address)
    return _judge_remote(image, text, address)


def _judge_remote(image: ImageRef, text: str, address: Address) -> Picture:
    facts = host_facts(address.host)
    tracker = find_tracker(address.host, address.rest) if facts.may_track else None
    if tracker is not None or (image.attributes and _is_one_pixel(image)):
        return Picture(image, "pixel", address, tracker)
    if facts.dead is not None:
        return Picture(image, "dead", address, facts.dead)
    page = find_page(address, text) if facts.may_be_page else None
    if page is not None:
        return Picture(image, "page", address, page)
    expiry = find_expiry(address, is_suspect=facts.may_be_temporary)
    if expiry is not None:
        return Picture(image, "expiring", address, expiry)
    return Picture(image, "remote", address, facts.placeholder)


def _judge_local(post: Post, image: ImageRef, text: str, address: Address) -> Picture:
    if not post.site.root:
        return Picture(image, "machine-path" if may_be_home_path(text) else "local", address)
    resolution = post.resolve(image)
    if resolution.status != "local-ok" and may_be_home_path(text):
        return Picture(image, "machine-path", address)
    return Picture(image, "local", address, resolution=resolution)


def _judge_scheme(post: Post, image: ImageRef, address: Address) -> Picture:
    """Judge a URL of another scheme: some generators have one of their own for the site's files."""
    resolution = post.resolve(image) if post.site.root else None
    if resolution is None or not resolution.status.startswith("local-"):
        return Picture(image, "other", address)
    return Picture(image, "local", address, resolution=resolution)


def _judge_template(post: Post, image: ImageRef) -> Picture:
    """Judge a template expression: a local picture where the generator's settings tell what it prints."""
    if image.kind.startswith("markdown") and "hexo" in post.body.dialect.templates:
        return Picture(image, "malformed", fact=HOLDS_A_TAG)
    resolution = post.resolve(image) if post.site.root else None
    if resolution is None or not resolution.status.startswith("local-"):
        return Picture(image, "dynamic")
    return Picture(image, "local", resolution=resolution)


def _is_one_pixel(image: ImageRef) -> bool:
    attributes = image.attributes
    width, height = attributes.get("width"), attributes.get("height")
    if width and height and _ONE_PIXEL.fullmatch(width) and _ONE_PIXEL.fullmatch(height):
        return True
    style = attributes.get("style")
    return bool(style) and len({name.lower() for name in _ONE_PIXEL_STYLE.findall(style or "")}) == 2
