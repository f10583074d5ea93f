"""Asks for one address until its answer can be judged: retries and second opinions."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from typing import NamedTuple

from postlint.engine.remote.chain import Begun, Chain, Follower
from postlint.engine.remote.gates import Gates, Host
from postlint.engine.remote.judge import HOST_FAULTS, judge
from postlint.engine.remote.plain_judge import judge_plain
from postlint.engine.remote.retry_after import parse_retry_after
from postlint.values.dataclass import replace
from postlint.values.network import Exchange, ExchangeFault, NetworkSettings, Target
from postlint.values.request import NetworkError, NetworkFault, Outcome, Response, Verdict

_ACCEPT = "image/avif,image/webp,image/*;q=0.8,*/*;q=0.5"
_BROWSER = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
)
_RETRIED = frozenset({429, 500, 502, 503, 504})
_RETRIED_FAULTS = frozenset({ExchangeFault.RESET, ExchangeFault.CONNECT_TIMEOUT})
# a host may answer these to robots, or to foreign pages
_DOUBTFUL = frozenset({401, 403, 406, 418})
_DOUBTFUL_REASONS = frozenset({"not_an_image", "empty", "stand_in"})
_JITTER = 0.25


class Ask(NamedTuple):
    """An address to ask for, as a page at `page` would; `referer` is empty where none is sent."""

    target: Target
    referer: str = ""
    page_host: str = ""
    purpose: str = "image"
    keeps_body: bool = False


class Asker:
    """Knows how often and in which guise an address is asked."""

    def __init__(self, follower: Follower, gates: Gates, settings: NetworkSettings) -> None:
        self._follower, self._gates, self._settings = follower, gates, settings
        self._guises: dict[tuple[str, str, bool], Mapping[str, str]] = {}

    async def ask(self, ask: Ask, begun: Begun | None = None) -> Outcome:
        """Return the judged answer. Raises OutOfRequests."""
        outcome, chain = await self._attempts(ask, begun)
        if ask.purpose == "image" and _is_doubtful(outcome, chain):
            self._gates.host(ask.target.host).is_odd = True
            return await self._second_opinion(ask, outcome)
        return outcome

    def judge_first(self, ask: Ask, exchange: Exchange) -> Outcome | None:
        """Return what a first answer means if that is all there is to it; None if there is more to ask."""
        is_image = ask.purpose == "image"
        plain = judge_plain(ask.target, exchange, keep_body=ask.keeps_body) if is_image else None
        if plain is not None:
            return plain
        if not 200 <= exchange.status < 300:
            return None
        chain = Chain(ask.target, (), exchange)
        outcome = self._judge(ask, chain)
        return None if is_image and _is_doubtful(outcome, chain) else outcome

    async def ask_once(self, ask: Ask, *, sends_referer: bool, as_browser: bool = False) -> Outcome:
        """Return the answer to one more request in another guise, no retries."""
        chain = await self._follower.follow(
            ask.target, self.headers(ask, sends_referer=sends_referer, as_browser=as_browser)
        )
        return self._judge(ask, chain)

    def _judge(self, ask: Ask, chain: Chain) -> Outcome:
        return judge(ask.target, chain, ask.purpose, ask.page_host, keep_body=ask.keeps_body)

    def headers(self, ask: Ask, *, sends_referer: bool = True, as_browser: bool = False) -> Mapping[str, str]:
        """Return the headers of a guise."""
        key = (ask.purpose, ask.referer if sends_referer else "", as_browser)
        if key not in self._guises:
            self._guises[key] = self._make_headers(*key)
        return self._guises[key]

    def _make_headers(self, purpose: str, referer: str, as_browser: bool) -> Mapping[str, str]:
        headers = {
            "User-Agent": _BROWSER if as_browser else self._settings.user_agent,
            "Accept": _ACCEPT if purpose == "image" else "*/*",
            "Accept-Encoding": "gzip",
        }
        if as_browser:
            headers["Accept-Language"] = "en-US,en;q=0.9"
            headers["Sec-Fetch-Dest"] = "image"
            headers["Sec-Fetch-Mode"] = "no-cors"
            headers["Sec-Fetch-Site"] = "cross-site"
        if referer:
            headers["Referer"] = referer
        return headers

    async def _attempts(self, ask: Ask, begun: Begun | None) -> tuple[Outcome, Chain]:
        host = self._gates.host(ask.target.host)
        headers = self.headers(ask)
        for delay in (*self._settings.retry_delays, None):
            chain = await self._follower.follow(ask.target, headers, begun)
            begun = None
            status = chain.exchange.status if chain.exchange else 0
            is_retried = status in _RETRIED or (chain.error is not None and chain.error.fault in _RETRIED_FAULTS)
            if status not in (0, 429):
                host.limited = 0
            if not is_retried or self._gates.find_dead(ask.target) is not None:
                break
            wait = self._wait(host, chain, delay)
            if wait is None:
                message = f"answers {status} and asks to come back later than this run waits"
                url = str(ask.target)
                return NetworkError(NetworkFault.RATE_LIMITED, message, Verdict.UNDECIDED, url, chain.redirects), chain
            if delay is None:
                host.limited += status == 429
                break
            await asyncio.sleep(wait)
        if chain.error is not None and not chain.redirects and chain.error.fault in HOST_FAULTS:
            self._gates.mark_dead(ask.target, chain.error)
        return self._judge(ask, chain), chain

    def _wait(self, host: Host, chain: Chain, delay: float | None) -> float | None:
        """Return the seconds until the next attempt; None if the host wants more than we give."""
        usual = (delay or 0.0) + random.uniform(0.0, _JITTER)  # noqa: S311  # spreads retries, no secret
        wanted = parse_retry_after(chain.exchange.header(b"retry-after")) if chain.exchange else None
        if wanted is None:
            return usual
        now = asyncio.get_running_loop().time()
        if wanted > self._settings.retry_after_most or not host.may_wait(now, wanted, self._settings.retry_after_most):
            host.limited += 1
            return None
        return max(wanted, 0.1)

    async def _second_opinion(self, ask: Ask, first: Outcome) -> Outcome:
        """Tell what is broken for readers from what is only kept from robots or from foreign pages."""
        plain = await self.ask_once(ask, sends_referer=False, as_browser=True)
        is_plain_good = plain.verdict is Verdict.GOOD
        if not ask.referer:
            return _kept_from_robots(plain) if is_plain_good else first
        if not is_plain_good and first.reason in _DOUBTFUL_REASONS:
            return first
        browser = await self.ask_once(ask, sends_referer=True, as_browser=True)
        if browser.verdict is Verdict.GOOD:
            return _kept_from_robots(browser)
        return _as_hotlink(first) if is_plain_good else first


def _is_doubtful(outcome: Outcome, chain: Chain) -> bool:
    if isinstance(outcome, Response) and outcome.status in _DOUBTFUL:
        return outcome.reason == "status"
    if outcome.verdict is not Verdict.BROKEN:
        return False
    if isinstance(outcome, Response):
        return outcome.status < 400 and outcome.reason in _DOUBTFUL_REASONS
    return chain.error is not None and chain.error.fault is ExchangeFault.RESET


def _as_hotlink(first: Outcome) -> Outcome:
    """Return an outcome as that of a host that gives the picture to no page of another site."""
    if isinstance(first, Response):
        detail = f"{first.detail} to pages of other sites, and with the picture without a Referer"
        if first.reason == "status":
            detail = f"answers {first.status} to pages of other sites"
        return replace(first, verdict=Verdict.BROKEN, reason="hotlink_protected", detail=detail)
    return Response(
        first.url, 0, reason="hotlink_protected", verdict=Verdict.BROKEN, detail="does not answer pages of other sites"
    )


def _kept_from_robots(outcome: Outcome) -> Outcome:
    if isinstance(outcome, Response):
        return replace(outcome, reason="blocked_bot", detail="gives the picture to browsers, not to postlint")
    return outcome
