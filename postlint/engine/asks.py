"""From the requests of rules to what is asked: each address once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from postlint.engine.remote.address import BadUrl, parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.referrer import referer
from postlint.values.dataclass import replace
from postlint.values.network import NetworkSettings
from postlint.values.request import NetworkError, NetworkFault, Outcome, PostRequest, Request, Verdict


class Asks:
    """The ask for each address, as a page asks for it: several rules ask for the same ones.

    `all` are the asks in the order in which they came, `excluded` the addresses on hosts that are left out.
    """

    def __init__(self, settings: NetworkSettings) -> None:
        self.all: dict[Ask, Ask] = {}
        self.excluded: set[str] = set()
        self._settings = settings
        self._known: dict[tuple[str, str, str, str], Ask | NetworkError | None] = {}

    def add(self, made: PostRequest) -> Iterator[Ask]:
        """Take a request, and yield the asks that are new."""
        request, page = made.request, made.page
        for url in (request.url, *request.also):
            key = (url, page, request.referrer_policy, request.purpose)
            if key in self._known:
                continue
            ask = _make_ask(url, request, page, self._settings)
            if isinstance(ask, Ask):
                known = self.all.setdefault(ask, ask)
                if known is ask:
                    yield ask
                ask = known
            elif ask is None:
                self.excluded.add(url)
            self._known[key] = ask

    def outcomes(
        self, requests: Iterable[PostRequest], known: Mapping[Ask, Outcome]
    ) -> Iterator[tuple[PostRequest, Outcome]]:
        """Yield each request with its outcome, those of its further addresses in it; what was not asked is left out."""
        for made in requests:
            request = made.request
            main = self._outcome(request.url, made, known)
            if main is None:
                continue
            if request.also:
                others = {url: other for url in request.also if (other := self._outcome(url, made, known)) is not None}
                main = replace(main, others=others)
            yield made, main

    def _outcome(self, url: str, made: PostRequest, known: Mapping[Ask, Outcome]) -> Outcome | None:
        request = made.request
        ask = self._known.get((url, made.page, request.referrer_policy, request.purpose))
        return known.get(ask) if isinstance(ask, Ask) else ask


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
