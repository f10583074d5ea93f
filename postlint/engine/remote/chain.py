"""Follows redirects as browsers do, looking at every address before it is asked."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from postlint.engine.remote.address import BadUrl, parse_location
from postlint.engine.remote.gates import GIVE_UP, Gates, Host
from postlint.engine.remote.redirects import locations
from postlint.values.dataclass import dataclass
from postlint.values.network import Exchange, ExchangeError, ExchangeFault, HttpClient, NetworkSettings, Target

if TYPE_CHECKING:
    from aiohttp import CookieJar

MOST_REDIRECTS = 20
_MOST_ROUNDS = 4
# raises ExchangeError for an address that is not to be asked
Check = Callable[[Target], Awaitable[None]]


class Begun(NamedTuple):
    """A first request that has a place at its host; with `answer` it is under way, and that brings what came."""

    answer: Callable[[], Awaitable[Exchange]] | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A request with all its redirects: where it ended, and with what.

    One of `exchange` (the last answer), `error` (no answer), and `stop` (`redirect_loop` or
    `bad_location`, with `why`) says what came of it. `location` is the last redirect's, as it was written.
    """

    target: Target
    redirects: tuple[tuple[str, int], ...] = ()
    exchange: Exchange | None = None
    error: ExchangeError | None = None
    stop: str = ""
    why: str = ""
    location: bytes = b""


class Follower:
    """Sends GETs through the gates and follows where the answers lead."""

    def __init__(self, client: HttpClient, gates: Gates, settings: NetworkSettings, check: Check | None = None) -> None:
        self._client, self._gates, self._settings, self._check = client, gates, settings, check
        self._now = get_running_loop().time

    async def follow(self, first: Target, headers: Mapping[str, str], begun: Begun | None = None) -> Chain:
        """Return what a request leads to. Never raises for what hosts do; raises OutOfRequests."""
        target, hops = first, list[tuple[str, int]]()
        seen: list[tuple[Target, str]] = []
        cookies: CookieJar | None = None
        location = b""
        spent = 0.0
        while True:
            sent = _cookies_for(cookies, target) if cookies is not None else ""
            host = self._gates.host(target.host)
            seen.append((target, sent))
            if len(hops) > MOST_REDIRECTS or seen.count(seen[-1]) > _MOST_ROUNDS:
                return Chain(target, tuple(hops), stop="redirect_loop", why=f"redirects {len(hops)} times without end")
            try:
                exchange, seconds = await self._get(target, host, headers_for(host, headers, sent), spent, begun)
            except ExchangeError as error:
                return Chain(target, tuple(hops), error=error)
            spent, begun = spent + seconds, None
            leads = locations(exchange.status, exchange.headers)
            if not leads:
                return Chain(target, tuple(hops), exchange, location=location)
            location = leads[0]
            hops.append((str(target), exchange.status))
            if len(leads) > 1:
                return Chain(target, tuple(hops), stop="bad_location", why=f"redirects to {len(leads)} places at once")
            cookies = _take_cookies(cookies, exchange, target)
            try:
                target = parse_location(location, target)
            except BadUrl as error:
                shown = location[:80].decode("utf-8", "replace")
                return Chain(target, tuple(hops), stop="bad_location", why=f'redirects to "{shown}", which {error}')

    async def _get(
        self, target: Target, host: Host, headers: Sequence[tuple[str, str]], spent: float, begun: Begun | None
    ) -> tuple[Exchange, float]:
        gates = self._gates
        started = self._now()
        if begun is None or begun.answer is None:
            await self._enter(target, host, has_place=begun is not None)
        try:
            if begun is not None and begun.answer is not None:
                exchange = await begun.answer()
            else:
                self._look_at(target, host)
                started = self._now()
                left = self._settings.whole_time - spent
                if left <= 0:
                    message = f"did not finish within {self._settings.whole_time:.0f} s"
                    raise ExchangeError(ExchangeFault.TIMEOUT, message)
                exchange = await self._client.get(target, headers, self._settings.limit, left)
            return exchange, self._now() - started
        finally:
            gates.leave(host)

    async def _enter(self, target: Target, host: Host, *, has_place: bool) -> None:
        gates = self._gates
        if not has_place:
            if self._check is not None:
                # it may need a place at the host itself
                await self._check(target)
            await gates.take_place(host)
        try:
            await self._client.find(target)
            # who is known not to answer costs no gap
            self._look_at(target, host)
            await gates.enter(host)
        except BaseException:
            gates.give_place(host)
            raise

    def _look_at(self, target: Target, host: Host) -> None:
        """Raise ExchangeError for a host that is known not to answer."""
        dead = self._gates.find_dead(target)
        if dead is not None:
            raise ExchangeError(dead.fault, str(dead))
        if host.limited >= GIVE_UP:
            raise ExchangeError(ExchangeFault.LEFT_ALONE, "put off several requests in a row and was left alone")


def headers_for(host: Host, headers: Mapping[str, str], cookies: str = "") -> Sequence[tuple[str, str]]:
    """Return the headers that a host gets, with those of its settings."""
    own = host.settings
    if not cookies and not own.headers and own.user_agent is None:
        return tuple(headers.items())
    merged = {**headers, **own.headers}
    if own.user_agent is not None:
        merged["User-Agent"] = own.user_agent
    if cookies:
        merged["Cookie"] = cookies
    return tuple(merged.items())


def _cookies_for(cookies: CookieJar, target: Target) -> str:
    from yarl import URL

    found = cookies.filter_cookies(URL(str(target), encoded=True))
    return "; ".join(f"{name}={morsel.coded_value}" for name, morsel in found.items())


def _take_cookies(cookies: CookieJar | None, exchange: Exchange, target: Target) -> CookieJar | None:
    """Keep the cookies of an answer for the rest of the chain."""
    lines = [value for name, value in exchange.headers if name == b"set-cookie"]
    if not lines:
        return cookies
    # few answers set cookies, and aiohttp takes long to import
    from http.cookies import SimpleCookie

    from aiohttp import CookieJar
    from yarl import URL

    jar = CookieJar(unsafe=True) if cookies is None else cookies
    for line in lines:
        parsed = SimpleCookie()
        try:
            parsed.load(line.decode("latin-1"))
        except ValueError:
            continue
        jar.update_cookies(parsed, URL(str(target), encoded=True))
    return jar
