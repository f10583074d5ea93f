"""URLs cut into the parts that matter for pictures, and which hosts only one network can reach."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address

from postlint import NamedTuple, late_pattern

# the last label of names that public DNS never answers
_PRIVATE_TAILS = frozenset({"local", "localhost", "internal", "lan", "intranet", "localdomain", "corp", "home"})
_PRIVATE_SUFFIXES = ("home.arpa",)
_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]{0,40}(?=:)")
_END_OF_HOST = late_pattern(r"[/?]")
_LABELS = late_pattern(r"[^\s\x00-\x20/\\?#@:\[\]<>\"'|^`{}%]+")
_MOST_IN_A_HOST = 253


class Address(NamedTuple):
    """A URL cut at its delimiters; nothing is decoded.

    `scheme` and `host` are in lower case (`host` in ASCII where IDNA can say it, without a trailing dot);
    both are empty for a path. `rest` is all from the path to the end of the query, `query` None without `?`.
    """

    scheme: str
    host: str
    path: str
    query: str | None
    fragment: str | None

    @property
    def rest(self) -> str:
        """Return path and query as a server gets them."""
        return self.path if self.query is None else f"{self.path}?{self.query}"

    @property
    def base(self) -> str:
        """Return scheme and host; empty for a path."""
        return f"{self.scheme or 'https'}://{self.host}" if self.host else ""


class Authority(NamedTuple):
    """The middle of a URL: `userinfo` and `port` None where there is none."""

    userinfo: str | None
    host: str
    port: str | None


def split_address(url: str) -> Address:
    """Cut a URL as browsers do for http(s): `\\` counts as `/` in no place, the first `?` ends the path."""
    text, hash_, fragment = url.partition("#")
    scheme, authority, after = "", "", text
    if text.startswith("//"):
        after = text[2:]
    else:
        found = _SCHEME.match(text)
        if found and text.startswith("//", found.end() + 1):
            scheme, after = found.group().lower(), text[found.end() + 3 :]
        else:
            found = None
    if scheme or text.startswith("//"):
        end = _END_OF_HOST.search(after)
        cut = end.start() if end else len(after)
        authority, after = after[:cut], after[cut:]
    path, mark, query = after.partition("?")
    host = clean_host(split_authority(authority).host) if authority else ""
    return Address(scheme, host, path, query if mark else None, fragment if hash_ else None)


def cut_address(url: str, start: int, end: int) -> Address:
    """Cut a URL whose host, from `start` to `end`, is plain: no user, no port, lower case."""
    rest, hash_, fragment = url[end:].partition("#")
    path, mark, query = rest.partition("?")
    scheme = "https" if start == len("https://") else "http"
    return Address(scheme, url[start:end], path, query if mark else None, fragment if hash_ else None)


def split_authority(authority: str) -> Authority:
    """Cut `user@host:port`; of several `@` the last one counts, as in browsers."""
    before, at, host = authority.rpartition("@")
    port = None
    if host.startswith("["):
        inside, closing, after = host.partition("]")
        host = inside + closing
        port = after[1:] if after.startswith(":") else None
    elif ":" in host:
        host, _, port = host.partition(":")
    return Authority(before if at else None, host, port)


def clean_host(host: str) -> str:
    """Return a host in lower case, in ASCII where IDNA can say it, without a trailing dot."""
    host = host.lower()
    if not host.isascii() and len(host) <= _MOST_IN_A_HOST:
        with suppress(UnicodeError):
            host = host.encode("idna").decode("ascii")
    return host.rstrip(".")


def is_public_host(host: str) -> bool:
    """Tell whether a host is a name with a dot, or a public IPv4 address, that anyone can reach."""
    if "." not in host or len(host) > _MOST_IN_A_HOST or not _LABELS.fullmatch(host) or is_private_host(host):
        return False
    labels = host.split(".")
    if "" in labels:
        return False
    if all(label.isdigit() for label in labels):
        return _is_ipv4(host)
    return not labels[-1].isdigit()


def is_private_host(host: str) -> bool:
    """Tell whether only one machine or network can reach a host: loopback, private or link-local."""
    host = host.strip("[]").partition("%")[0]
    tail = host.rpartition(".")[2]
    if tail in _PRIVATE_TAILS or host.endswith(_PRIVATE_SUFFIXES):
        return True
    if not (tail.isdigit() or ":" in host):
        return False
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return _is_inside(mapped or address)


def _is_inside(address: object) -> bool:
    # documentation ranges are "private" to ipaddress, but nobody's own network
    names = ("is_loopback", "is_link_local", "is_unspecified")
    if any(getattr(address, name) for name in names):
        return True
    return bool(getattr(address, "is_private", False)) and not str(address).startswith(
        ("192.0.2.", "198.51.100.", "203.0.113.", "2001:db8:")
    )


def _is_ipv4(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
