"""Finds the one cause that explains what is wrong with a picture."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from postlint import ImageRef, Post, Span, late_pattern
from postlint_images.addresses import Address, cut_address, split_address
from postlint_images.host_facts import host_facts, is_plain_host
from postlint_images.hosts import find_tracker
from postlint_images.pages import find_page
from postlint_images.pictures import HOLDS_A_TAG, SITE_KEYS, Picture
from postlint_images.proxies import Proxy, may_be_proxied, unwrap
from postlint_images.proxies.own import own_proxies
from postlint_images.signed import find_expiry
from postlint_images.written import find_fault, is_machine_path, may_be_home_path

_ONE_PIXEL = late_pattern(r"\s*[01](?:px)?\s*", re.IGNORECASE)
_ONE_PIXEL_STYLE = late_pattern(r"(?:^|[;\s])(width|height)\s*:\s*[01](?:px)?\s*(?=;|$|!)", re.IGNORECASE)


def sort_pictures(post: Post, extra_hosts: Mapping[str, str]) -> Mapping[str, list[Picture]]:
    """Return the pictures of a post by cause, as `Pictures` has them; `extra_hosts` are proxies of the config."""
    lists: defaultdict[str, list[Picture]] = defaultdict(list)
    own = own_proxies(extra_hosts)
    own_host = _find_own_host(post.facts.config) if post.site.root else ""
    definitions: set[Span] = set()
    for image in post.images:
        if image.kind == "markdown-reference":
            # one definition, however many images use it
            if image.url.span in definitions:
                continue
            definitions.add(image.url.span)
        picture = _judge(post, image, own)
        if own_host and picture.address.host == own_host and picture.cause == "remote":
            # on the site's own host it is a local one too, if the generator makes it a file
            resolution = post.resolve(picture.image)
            if resolution.status.startswith("local-"):
                picture.resolution = resolution
                lists["local"].append(picture)
        _add(lists, picture)
    return lists


def _add(lists: defaultdict[str, list[Picture]], picture: Picture) -> None:
    cause = picture.cause
    lists[cause].append(picture)
    if picture.resolution is not None:
        lists[picture.resolution.status].append(picture)
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


def _find_own_host(config: Mapping[str, Any]) -> str:
    """Return the host at which the site's config says it is published; empty if it does not."""
    for key in SITE_KEYS:
        value = config.get(key)
        if isinstance(value, str) and "//" in value:
            return split_address(value.strip()).host
    return ""


def _judge(post: Post, image: ImageRef, own: tuple[Proxy, ...]) -> Picture:
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
