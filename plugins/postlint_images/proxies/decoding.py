"""Undoing the encodings in which a proxied URL is written, and judging the result."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from urllib.parse import unquote_to_bytes

from postlint import late_pattern
from postlint_images.addresses import clean_host, is_public_host, split_authority

_ACCEPTED = late_pattern(r"https?://([^/?#\\\s]+)((?:[/?#][^\s\x00-\x20\x7f]*)?)", re.IGNORECASE)
_SLASHES = late_pattern(r"(https?):/{1,3}(?=[^/])", re.IGNORECASE)
_BARE = late_pattern(r"[A-Za-z0-9](?:[\w-]*\.)+[A-Za-z][A-Za-z0-9-]{1,24}(?::[0-9]{1,5})?(?=/)")
_ENCODED = late_pattern(r"(?:https?|ssl)%(?:25)?3A|%(?:25)?2F%(?:25)?2F", re.IGNORECASE)
_STILL_ENCODED = late_pattern(r"https?%3A", re.IGNORECASE)
# a `%2F` alone is often part of a raw URL (object stores), these are not
_RESERVED = late_pattern(r"%(?:3F|26|3D|3A|25)", re.IGNORECASE)
_LOST_BYTES = late_pattern("[\udc80-\udcff]")
_HTTPS_PORT = 443
_MOST_PORTS = 65535


def accept_url(url: str) -> str | None:
    """Return the URL if it can be a picture's: http(s), a public host, no blanks, controls or userinfo."""
    found = _ACCEPTED.fullmatch(url)
    if found is None:
        return None
    userinfo, host, port = split_authority(found.group(1))
    if userinfo is not None or not is_public_host(clean_host(host)):
        return None
    if port is not None and not (port.isascii() and port.isdigit() and int(port[:6]) <= _MOST_PORTS):
        return None
    return url


def decode_once(text: str) -> str:
    """Undo percent encoding once; escapes that are not UTF-8 stay as they are."""
    if "%" not in text:
        return text
    raw = unquote_to_bytes(text.encode("utf-8", "surrogatepass"))
    decoded = raw.decode("utf-8", "surrogateescape")
    return _LOST_BYTES.sub(lambda found: f"%{ord(found.group()) - 0xDC00:02X}", decoded)


def open_value(value: str, scheme: str = "") -> tuple[str, bool] | None:
    """Return the URL that a proxy reads from a value, and whether an encoding was undone; None: no URL.

    `scheme` is what the proxy puts before a bare host (empty: it does not).
    """
    if _ENCODED.match(value):
        return _accepted(_decode_twice_at_most(value), scheme, decoded=True)
    if _RESERVED.search(value) or (not _SLASHES.match(value) and "%2f" in value.lower()):
        found = _accepted(_decode_twice_at_most(value), scheme, decoded=True)
        if found is not None:
            return found
    return _accepted(value, scheme, decoded=False)


def complete_url(value: str, scheme: str = "") -> str | None:
    """Return an acceptable URL of a value that may lack its scheme or a slash; None if it is none."""
    slashes = _SLASHES.match(value)
    if slashes:
        value = f"{slashes.group(1)}://{value[slashes.end() :]}"
    elif value.startswith("ssl:"):
        value = "https://" + value[4:].lstrip("/")
    elif value.startswith("//"):
        value = f"{scheme or 'https'}:{value}"
    elif scheme:
        bare = _BARE.match(value[:300])
        if bare is None:
            return None
        on_https = bare.group().endswith(f":{_HTTPS_PORT}")
        value = f"{'https' if on_https else scheme}://{value}"
    return accept_url(value)


def decode_hex(text: str) -> str | None:
    """Return the URL in hexadecimal digits of its UTF-8, or None."""
    try:
        return accept_url(bytes.fromhex(text).decode("utf-8"))
    except ValueError:
        return None


def decode_base64(text: str) -> str | None:
    """Return the URL in base64 of either alphabet, padded or not, or None."""
    text = decode_once(text).translate({ord("-"): "+", ord("_"): "/"}).rstrip("=")
    try:
        decoded = b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None
    return accept_url(decoded)


def _decode_twice_at_most(value: str) -> str:
    decoded = decode_once(value)
    return decode_once(decoded) if _STILL_ENCODED.match(decoded) else decoded


def _accepted(value: str, scheme: str, *, decoded: bool) -> tuple[str, bool] | None:
    url = complete_url(value, scheme)
    return None if url is None else (url, decoded)
