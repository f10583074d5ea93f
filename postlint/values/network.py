"""How the network is asked: settings, and the client that a plugin may replace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import Protocol

from postlint.values.dataclass import dataclass, field
from postlint.values.named_tuple import NamedTuple
from postlint.values.version import __version__

USER_AGENT = f"Mozilla/5.0 (compatible; postlint/{__version__}; +https://github.com/postlint/postlint)"


@dataclass(frozen=True, slots=True)
class HostSettings:
    """How one host is asked: `at_once` requests, `gap` seconds between two starts, further `headers`."""

    at_once: int = 2
    gap: float = 0.2
    headers: Mapping[str, str] = field(default_factory=dict)
    user_agent: str | None = None


@dataclass(frozen=True)
class NetworkSettings:
    """The settings of the network phase; times are in seconds, sizes in bytes.

    `hosts` holds settings of their own for hosts or domains with all below them, `*` for all. `limit` is
    the most that is read of one answer. `keeps_answers` tells whether answers of earlier runs count.
    """

    user_agent: str = USER_AGENT
    at_once: int = 16
    hosts: Mapping[str, HostSettings] = field(default_factory=dict)
    exclude_hosts: tuple[str, ...] = ()
    allow_private: bool = False
    keeps_answers: bool = True
    max_time: float = 300.0
    max_requests: int | None = None
    limit: int = 64 * 1024
    connect_time: float = 5.0
    first_byte_time: float = 10.0
    whole_time: float = 20.0
    retry_after_most: float = 30.0
    retry_delays: tuple[float, ...] = (1.0, 3.0)
    obeys_robots: bool = False

    def of_host(self, host: str) -> HostSettings:
        """Return the settings of a host: its own, those of the nearest domain above it, or those of `*`."""
        name = host
        while name and self.hosts:
            found = self.hosts.get(name)
            if found is not None:
                return found
            name = name.partition(".")[2]
        return self.hosts.get("*", _USUAL)

    def is_excluded(self, host: str) -> bool:
        """Tell whether a host is not to be asked (`example.org` stands for all below it, too)."""
        if not self.exclude_hosts:
            return False
        return any(host == name or host.endswith("." + name) for name in self.exclude_hosts)


_USUAL = HostSettings()


@lru_cache(1024)
def _authority(scheme: str, host: str, port: int) -> str:
    usual = 443 if scheme == "https" else 80
    return host if port == usual else f"{host}:{port}"


class Target(NamedTuple):
    """A URL as a browser asks for it: ASCII, lower-case scheme and host, the raw path with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Return scheme, host and, where it is not the usual one, the port."""
        return f"{self.scheme}://{_authority(self.scheme, self.host, self.port)}"

    @property
    def authority(self) -> str:
        """Return what the Host header says."""
        return _authority(self.scheme, self.host, self.port)

    def __str__(self) -> str:
        return f"{self.scheme}://{_authority(self.scheme, self.host, self.port)}{self.path}"


class ExchangeFault(Enum):
    """Why one GET brought no answer."""

    NO_NAME = "no_name"
    NAME_FOR_NOW = "name_for_now"
    REFUSED_ADDRESS = "refused_address"
    CERTIFICATE = "certificate"
    UNSURE_CERTIFICATE = "unsure_certificate"
    TLS = "tls"
    CONNECTION = "connection"
    CONNECT_TIMEOUT = "connect_timeout"
    RESET = "reset"
    TIMEOUT = "timeout"
    NOT_HTTP = "not_http"
    UNREADABLE = "unreadable"
    LEFT_ALONE = "left_alone"
    ROBOTS = "robots"


class ExchangeError(Exception):
    """One GET brought no answer; `str()` of it says why, in words that follow the host."""

    def __init__(self, fault: ExchangeFault, message: str) -> None:
        super().__init__(message)
        self.fault = fault


class Exchange(NamedTuple):
    """One answer to one GET, no redirect followed, nothing decoded; names of headers are in lower case.

    `body` holds at most as many bytes as were asked for. `is_whole` tells that it ended where the server
    said it would, `is_cut` that the connection ended before that.
    """

    status: int
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes
    is_whole: bool = True
    is_cut: bool = False

    def header(self, name: bytes) -> bytes | None:
        """Return the first header of a lower-case name."""
        for key, value in self.headers:
            if key == name:
                return value
        return None

    def joined(self, name: bytes) -> bytes:
        """Return all headers of a lower-case name as one list, empty if there is none."""
        return b", ".join([value for key, value in self.headers if key == name])


class HttpClient(Protocol):
    """Asks for one address at a time. It keeps no cookies, follows nothing, and reads no environment."""

    async def find(self, target: Target) -> None:
        """Look the host up and refuse an address that may not be asked. Raises ExchangeError."""

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        """Send one GET and read at most `limit` bytes within `time_left` seconds. Raises ExchangeError."""

    async def close(self) -> None:
        """Close what is open."""
