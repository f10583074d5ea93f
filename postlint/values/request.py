"""What rules ask of the network, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from postlint.values.dataclass import dataclass, field
from postlint.values.span import Span


class Verdict(Enum):
    """What an answer means to a reader; `UNDECIDED` never fails a run and is never remembered."""

    GOOD = "good"
    BROKEN = "broken"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Request:
    """Ask for a URL, byte for byte.

    `purpose` is `image` (the bytes must be a picture that browsers show) or `page` (any answer below 400
    will do). `referrer_policy` is that of the element or page, or empty. `also` are further addresses to
    ask for in the same breath, such as the original behind a proxy; their outcomes are in `others` of the
    outcome. `data` is JSON that the rule wants back.
    """

    url: str
    span: Span
    purpose: str = "image"
    referrer_policy: str = ""
    also: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PostRequest:
    """A request with the rules that make it. `page` is the address of the site or page; empty if unknown."""

    codes: tuple[str, ...]
    request: Request
    page: str = ""


class NetworkFault(Enum):
    """Why no answer came; the value is the `reason` of a finding."""

    DNS = "dns"
    TLS = "tls"
    CONNECTION = "connection"
    TIMEOUT = "timeout"
    REDIRECT_LOOP = "redirect_loop"
    BAD_LOCATION = "bad_location"
    BAD_URL = "bad_url"
    RATE_LIMITED = "rate_limited"
    REFUSED_ADDRESS = "refused_address"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, judged.

    `url` is the final URL, `redirects` the addresses on the way with the status that led on from each, the
    first being the one asked for. `headers` are some of the answer's, and the last redirect's `location`.
    `body` holds the first bytes (512, all of it for `images fetch`), `size` the length in bytes as far as it is
    known, `kind` what the bytes are (`png`, `html`, …), `digest` the SHA-256 of a body under 4 KiB that is known
    whole. `reason` says what is wrong, or remarkable about a good answer; `detail` is the same in words that
    follow the address.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    redirects: tuple[tuple[str, int], ...] = ()
    verdict: Verdict = Verdict.GOOD
    reason: str = ""
    detail: str = ""
    kind: str = ""
    size: int | None = None
    digest: str = ""
    others: Mapping[str, Outcome] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NetworkError:
    """No answer, and why. `host` is set where the whole host, not this address alone, does not answer."""

    kind: NetworkFault
    message: str
    verdict: Verdict = Verdict.BROKEN
    url: str = ""
    redirects: tuple[tuple[str, int], ...] = ()
    host: str = ""
    others: Mapping[str, Outcome] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """Return the reason as findings carry it."""
        return self.kind.value

    @property
    def detail(self) -> str:
        """Return what happened in words that follow the address."""
        return self.message


Outcome = Response | NetworkError
