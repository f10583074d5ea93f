"""URLs as browsers parse them (WHATWG URL), as far as http and https go."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import unquote_to_bytes

from postlint.values.late_pattern import late_pattern
from postlint.values.network import Target

_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,40}:")
_BLANKS = "".join(map(chr, range(0x21)))
_LINE_BREAKS = late_pattern(r"[\t\r\n]")
_IN_PATH = late_pattern(r"[^\x21\x23-\x3b\x3d\x3f-\x5d\x5f\x61-\x7a\x7c\x7e]")
_IN_QUERY = late_pattern(r"[^\x21\x24-\x26\x28-\x3b\x3d\x3f-\x7e]")
_FORBIDDEN_IN_HOST = late_pattern(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
_PLAIN_HOST = late_pattern(r"[a-z0-9.-]*[g-wyz-]")
# a URL that stands for itself, apart from dots in its path
_PLAIN_URL = late_pattern(
    r"(https?)://([a-z0-9.-]+)(?::([1-9][0-9]{0,4}))?(/[A-Za-z0-9!$&()*+,;=:@%._~/-]*(?:\?[A-Za-z0-9!$&()*+,;=:@%._~/?-]*)?)"
)
_DOTS = late_pattern(r"(?:\.|%2e){1,2}", re.IGNORECASE)
_HAS_DOTS = late_pattern(r"[/\\](?:\.|%2e){1,2}(?:[/\\]|$)", re.IGNORECASE)
_NUMBER = late_pattern(r"0x[0-9a-f]*|[0-9]+")
_MOST_IN_A_URL = 32_768
_MOST_IN_A_PLAIN_URL = 2000
# ports of other services, which browsers never ask (the fetch standard's "bad ports")
_BAD_PORTS = frozenset(
    (
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
        110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530,
        531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190,
        5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    )
)  # fmt: skip


class BadUrl(ValueError):
    """A browser asks for nothing at this address; the text says why."""


def parse_location(raw: bytes, base: Target) -> Target:
    """Return where a Location header leads; bytes that are no ASCII are escaped as they are. Raises BadUrl."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)
    return parse_url(text, base)


def parse_url(text: str, base: Target | None = None) -> Target:
    """Return the target of a URL, relative to `base` if it has no scheme. Raises BadUrl."""
    found = _PLAIN_URL.fullmatch(text) if len(text) < _MOST_IN_A_PLAIN_URL else None
    if found and "/." not in text and "%2" not in text:
        scheme, host, port, path = found.groups()
        usual = 443 if scheme == "https" else 80
        return Target(scheme, parse_host(host), _port(port) if port else usual, path)
    if len(text) > _MOST_IN_A_URL:
        raise BadUrl(f"has {len(text)} characters")
    text = _LINE_BREAKS.sub("", text.strip(_BLANKS)).partition("#")[0]
    found = _SCHEME.match(text)
    if found:
        scheme = found.group()[:-1].lower()
        if scheme not in ("http", "https"):
            raise BadUrl(f"has the scheme {scheme}:")
        rest = text[found.end() :]
        if base is None or scheme != base.scheme or (rest[:1] in ("/", "\\") and rest[1:2] in ("/", "\\")):
            return _with_authority(scheme, rest.lstrip("/\\"))
        text = rest
    if base is None:
        raise BadUrl("has no scheme")
    if text[:1] in ("/", "\\") and text[1:2] in ("/", "\\"):
        return _with_authority(base.scheme, text.lstrip("/\\"))
    return base._replace(path=_path(_joined(text, base.path)))


def _joined(text: str, base: str) -> str:
    before = base.partition("?")[0]
    if not text:
        return base
    if text[0] == "?":
        return before + text
    if text[0] in ("/", "\\"):
        return text
    return before[: before.rfind("/") + 1] + text


def _with_authority(scheme: str, rest: str) -> Target:
    end = min((at for at in (rest.find(mark) for mark in "/\\?") if at >= 0), default=len(rest))
    host = rest[:end].rpartition("@")[2]
    port = 443 if scheme == "https" else 80
    colon = host.rfind(":")
    if colon > host.rfind("]") and not (host.startswith("[") and "]" not in host):
        digits, host = host[colon + 1 :], host[:colon]
        if digits:
            port = _port(digits)
    path = rest[end:]
    return Target(scheme, parse_host(host), port, _path(path if path[:1] in ("/", "\\") else "/" + path))


def _port(digits: str) -> int:
    if not (digits.isascii() and digits.isdigit()) or int(digits[:9]) > 65535:
        raise BadUrl(f"has the port {digits[:20]}")
    if int(digits) in _BAD_PORTS:
        raise BadUrl(f"has the port {int(digits)}, which browsers never ask")
    return int(digits)


@lru_cache(4096)
def parse_host(host: str) -> str:
    """Return a host in ASCII and lower case, an IPv4 address in its usual form. Raises BadUrl."""
    if _PLAIN_HOST.fullmatch(host):
        # ends like no number: the usual case
        return host
    if host.startswith("["):
        try:
            if not host.endswith("]"):
                raise ValueError
            return f"[{_shortest(IPv6Address(host.strip('[]')))}]"
        except ValueError:
            raise BadUrl(f"has the host {host[:60]}") from None
    host = unquote_to_bytes(host).decode("utf-8", "replace")
    if not host.isascii():
        host = _to_ascii(host)
    host = host.lower()
    if not host or _FORBIDDEN_IN_HOST.search(host):
        raise BadUrl(f'has the host "{host[:60]}"' if host else "has no host")
    last = host.removesuffix(".").rpartition(".")[2]
    if last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last):
        return _ipv4(host.removesuffix("."))
    return host


def _to_ascii(host: str) -> str:
    import idna

    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise BadUrl(f'has the host "{host[:60]}"') from None


def _shortest(address: IPv6Address) -> str:
    """Return an address as browsers write it; Python 3.13 would write the IPv4 address in one with dots."""
    mapped = address.ipv4_mapped
    if mapped is None:
        return address.compressed
    high, low = divmod(int(mapped), 1 << 16)
    return f"::ffff:{high:x}:{low:x}"


def _ipv4(host: str) -> str:
    """Read an IPv4 address as browsers do: one to four numbers, decimal, octal or hexadecimal."""
    parts = host.split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise BadUrl(f"has the address {host[:60]}")
    try:
        numbers = [_number(part[:40]) for part in parts]
    except ValueError:
        raise BadUrl(f"has the address {host[:60]}") from None
    total = numbers[-1]
    room = 256 ** (5 - len(numbers))
    if total >= room or any(number > 255 for number in numbers[:-1]):
        raise BadUrl(f"has the address {host[:60]}")
    for place, number in enumerate(numbers[:-1]):
        total += number * 256 ** (3 - place)
    return str(IPv4Address(total))


def _number(text: str) -> int:
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8) if len(text) > 1 and text[0] == "0" else int(text)


def _path(text: str) -> str:
    path, mark, query = text.partition("?")
    if "\\" in path:
        path = path.replace("\\", "/")
    if _HAS_DOTS.search(path):
        path = _without_dots(path)
    return _IN_PATH.sub(_escaped, path) + mark + _IN_QUERY.sub(_escaped, query)


def _without_dots(path: str) -> str:
    kept: list[str] = []
    parts = path.split("/")[1:]
    for number, part in enumerate(parts):
        if _DOTS.fullmatch(part):
            if part.lower().replace("%2e", ".") == ".." and kept:
                kept.pop()
            if number == len(parts) - 1:
                kept.append("")
        else:
            kept.append(part)
    return "/" + "/".join(kept)


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode("utf-8", "replace"))


def literal_address(host: str) -> IPv4Address | IPv6Address | None:
    """Return the address that a host is written as, None for a name."""
    if host[-1:] != "]" and not host[-1:].isdigit():
        return None
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None
