"""From the requests of rules to what is asked: each address once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from postlint.engine.remote.address import BadUrl, parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.referrer import referer
from postlint.values.dataclass import dataclass
from postlint.values.network import NetworkSettings
from postlint.values.request import NetworkError, NetworkFault, PostRequest, Request, Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """A request, with the asks for its addresses; an address without one is not asked."""

    made: PostRequest
    asks: Mapping[str, Ask | NetworkError | None]


class Asks:
    """The ask for each address, as a page asks for it: several rules ask for the same ones."""

    def __init__(self, settings: NetworkSettings) -> None:
        self._settings = settings
        self._known: dict[tuple[str, str, str, str], Ask | NetworkError | None] = {}

    def place(self, made: PostRequest) -> Place:
        """Return a request with the asks for its addresses."""
        request = made.request
        if not request.also:
            return Place(made, {request.url: self._ask(request.url, request, made.page)})
        return Place(made, {url: self._ask(url, request, made.page) for url in (request.url, *request.also)})

    def _ask(self, url: str, request: Request, page: str) -> Ask | NetworkError | None:
        key = (url, page, request.referrer_policy, request.purpose)
        if key not in self._known:
            self._known[key] = _make_ask(url, request, page, self._settings)
        return self._known[key]


def _make_ask(url: str, request: Request, page: str, settings: NetworkSettings) -> Ask | NetworkError | None:
    try:
        target = parse_url(f"{_scheme_of(page)}:{url}" if url.startswith("//") else url)
    except BadUrl as error:
        return NetworkError(NetworkFault.BAD_URL, str(error), Verdict.BROKEN, url)
    if settings.is_excluded(target.host):
        return None
    return Ask(target, referer(page, request.referrer_policy, target), _host_of(page), request.purpose)


def _scheme_of(page: str) -> str:
    """Return the scheme of what a page names without one; sites are on https unless they say otherwise."""
    return "http" if page[:5].lower() == "http:" else "https"


@lru_cache(64)
def _host_of(page: str) -> str:
    return page.partition("//")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()


def distinct_asks(places: Iterable[Place]) -> list[Ask]:
    return list(dict.fromkeys(ask for place in places for ask in place.asks.values() if isinstance(ask, Ask)))
