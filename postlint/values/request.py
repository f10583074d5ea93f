"""What rules ask of the network, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from postlint.values.span import Span


@dataclass(frozen=True, slots=True)
class Request:
    """Ask for a URL, byte for byte. `referrer_policy` is that of the element or page, or empty."""

    url: str
    span: Span
    purpose: str = "image"
    referrer_policy: str = ""


class NetworkFault(Enum):
    """Why no answer came."""

    DNS = "dns"
    TLS = "tls"
    CONNECTION = "connection"
    TIMEOUT = "timeout"
    REDIRECT_LOOP = "redirect_loop"
    BAD_LOCATION = "bad_location"
    REFUSED_ADDRESS = "refused_address"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: the final URL, the status and at most the first 64 KiB of the body."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    redirects: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class NetworkError:
    """No answer, and why."""

    kind: NetworkFault
    message: str
