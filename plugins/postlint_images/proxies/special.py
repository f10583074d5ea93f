"""Shapes of proxied URLs that need code of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint import late_pattern
from postlint_images.addresses import Address
from postlint_images.proxies.decoding import accept_url, complete_url, decode_base64, decode_once, open_value
from postlint_images.proxies.extract import Found, from_segment
from postlint_images.proxies.proxy import Proxy

_AMP = late_pattern(r"/(?:i|ii/w[0-9]+)/(s/)?")
_DISCORD = late_pattern(r"/external/[^/]+/(?:(%3F[^/]*)/)?(https?)/", re.IGNORECASE)
_STATICALLY_OPTION = late_pattern(r"[a-z]+=[^/]*(?:,[a-z]+=[^/,]*)*")
_IMGPROXY_EXTENSION = late_pattern(r"@[a-z0-9]{2,5}$")
_THUMBOR_OPTION = late_pattern(
    r"-?[0-9]*x-?[0-9]*|[0-9]+x[0-9]+:[0-9]+x[0-9]+|(?:adaptive-|full-)*fit-in|trim(?::[^/]*)?|meta|debug"
    r"|smart|left|right|center|top|middle|bottom"
)
_FIRST_BASE64 = "aHR0c"
# what Cloudinary's libraries escape though it may stand in a URL as it is
_PUNCTUATION = late_pattern(r"%(?:2[14789ABC]|3B|40|7E)", re.IGNORECASE)


def from_amp(proxy: Proxy, address: Address) -> Found:
    """`/i/HOST/PATH` is http, `/i/s/HOST/PATH` https; the query belongs to the original."""
    found = _AMP.match(address.path)
    if found is None:
        return None
    url = complete_url(address.rest[found.end() :], "https" if found.group(1) else "http")
    return None if url is None else (url, False)


def from_discord(proxy: Proxy, address: Address) -> Found:
    """`/external/SIGNATURE/[%3Fquery/]https/HOST/PATH`; a query after that is the proxy's own."""
    found = _DISCORD.match(address.path)
    if found is None:
        return None
    query = decode_once(found.group(1) or "")
    url = complete_url(f"{found.group(2).lower()}://{address.path[found.end() :]}{query}")
    return None if url is None else (url, bool(query))


def from_photon(proxy: Proxy, address: Address) -> Found:
    """`/HOST/PATH`; the proxy's own parameters are dropped. `q`, if there is one, is the original's whole query."""
    # an `&` that was escaped twice leaves `amp;` before the next key
    parts = [part.removeprefix("amp;") for part in (address.query or "").split("&")]
    names = [part.partition("=")[0] for part in parts]
    # `ssl` counts whatever its value
    value = complete_url(address.path[1:], "https" if "ssl" in names else proxy.scheme)
    if value is None:
        return None
    if "q" in names:
        query = decode_once(parts[names.index("q")][2:])
    else:
        own = {*proxy.own_keys, *proxy.resizing}
        query = "&".join(part for part, name in zip(parts, names, strict=True) if part and name not in own)
    url = accept_url(f"{value}?{query}") if query else value
    return None if url is None else (url, "q" in names)


def from_cloudinary(proxy: Proxy, address: Address) -> Found:
    """Take the URL after the options; it is decoded once, though its scheme stands there as it is."""
    found = from_segment(proxy, address)
    if found is None or found[1] or "%" not in found[0]:
        return found
    url = _PUNCTUATION.sub(lambda match: decode_once(match.group()), found[0])
    return url, url != found[0]


def from_statically(proxy: Proxy, address: Address) -> Found:
    """`/img/HOST/[opts/]PATH`; segments like `f=auto,w=600` are the proxy's."""
    if not address.path.startswith("/img/"):
        return None
    host, *parts = address.path[len("/img/") :].split("/")
    at = 0
    while at < len(parts) - 1 and _STATICALLY_OPTION.fullmatch(parts[at]):
        at += 1
    url = complete_url("/".join((host, *parts[at:])), "https")
    return None if url is None else (url, False)


def from_ezoic(proxy: Proxy, address: Address) -> Found:
    """`/ezoimgfmt/HOST/PATH`; `ezimgfmt` parameters are the proxy's."""
    _, _, value = address.path.partition("/ezoimgfmt/")
    kept = [part for part in (address.query or "").split("&") if part and not part.startswith("ezimgfmt")]
    url = complete_url(value, "https")
    if url is None:
        return None
    return (f"{url}?{'&'.join(kept)}" if kept else url), False


def from_path_key(proxy: Proxy, address: Address) -> Found:
    """`/image_search/src=URL&…`: a parameter inside the path, up to the first `&`."""
    _, mark, value = address.rest.partition("src=")
    return open_value(value.partition("&")[0]) if mark else None


def from_plain(proxy: Proxy, address: Address) -> Found:
    """imgproxy's `…/plain/URL[@ext]`; a raw URL keeps its query."""
    _, _, value = address.rest.partition("/plain/")
    if not value.lower().startswith(("http:", "https:", "http%3a", "https%3a")):
        return None
    return open_value(_IMGPROXY_EXTENSION.sub("", value))


def from_base64_path(proxy: Proxy, address: Address) -> Found:
    """A path segment that begins as base64 of `http` does, in chunks over `/`, with or without `.ext`."""
    at = address.path.find("/" + _FIRST_BASE64)
    text = address.path[at + 1 :] if at >= 0 else ""
    for form in (text, text.partition(".")[0]):
        url = decode_base64(form.replace("/", ""))
        if url is not None:
            return url, True
    return None


def from_thumbor(proxy: Proxy, address: Address) -> Found:
    """thumbor's `/(unsafe|SIGNATURE)/[options/]URL`; a bare host is asked over http."""
    found = from_segment(proxy, address)
    if found is not None:
        return found
    _, mark, rest = address.rest.partition("/unsafe/")
    parts = rest.split("/") if mark else []
    at, is_in_filter = 0, False
    while at < len(parts):
        is_in_filter = is_in_filter or parts[at].startswith("filters:")
        if not is_in_filter and not _THUMBOR_OPTION.fullmatch(parts[at]):
            break
        # filters may hold slashes
        is_in_filter = is_in_filter and not parts[at].endswith(")")
        at += 1
    url = complete_url("/".join(parts[at:]), "http")
    return None if url is None else (url, False)


SPECIAL: dict[str, Callable[[Proxy, Address], Found]] = {
    "amp": from_amp,
    "cloudinary": from_cloudinary,
    "discord": from_discord,
    "photon": from_photon,
    "statically": from_statically,
    "ezoic": from_ezoic,
    "path-key": from_path_key,
    "imgproxy-plain": from_plain,
    "base64-path": from_base64_path,
    "thumbor": from_thumbor,
}
