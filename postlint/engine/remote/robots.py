"""Asks hosts for their robots.txt, once each, where the settings want it obeyed."""

from __future__ import annotations

import asyncio

from postlint.engine.remote.chain import Chain, Follower
from postlint.engine.remote.encoding import BadEncoding, UnknownEncoding, decode
from postlint.engine.remote.robots_file import Rule, is_allowed, read_robots
from postlint.values.network import ExchangeError, ExchangeFault, Target

# as much as the RFC wants to be read
MOST_BYTES = 512 * 1024
_EVERYTHING = (Rule("/", allows=False),)
# these are told of the picture itself
_ABOUT_THE_HOST = frozenset(ExchangeFault) - {ExchangeFault.TIMEOUT, ExchangeFault.RESET, ExchangeFault.LEFT_ALONE}


class Robots:
    """What the hosts of a run allow. A host that fails to say so allows nothing, one that has no such file all."""

    def __init__(self, follower: Follower, user_agent: str) -> None:
        self._follower = follower
        self._headers = {"User-Agent": user_agent, "Accept": "text/plain,*/*;q=0.5", "Accept-Encoding": "gzip"}
        self._known: dict[str, asyncio.Task[tuple[Rule, ...]]] = {}

    async def check(self, target: Target) -> None:
        """Raise ExchangeError for what a host closes to robots, OutOfRequests where nobody may be asked any more."""
        origin = target.origin
        task = self._known.get(origin)
        if task is None:
            task = self._known[origin] = asyncio.create_task(self._ask(target))
        if not is_allowed(target.path, await asyncio.shield(task)):
            raise ExchangeError(ExchangeFault.ROBOTS, "is closed to robots (robots.txt)")

    async def close(self) -> None:
        """Stop waiting."""
        for task in self._known.values():
            task.cancel()
        await asyncio.gather(*self._known.values(), return_exceptions=True)

    async def _ask(self, target: Target) -> tuple[Rule, ...]:
        return _rules_in(await self._follower.follow(target._replace(path="/robots.txt"), self._headers))


def _rules_in(chain: Chain) -> tuple[Rule, ...]:
    exchange = chain.exchange
    if exchange is None:
        is_mute = chain.error is not None and chain.error.fault not in _ABOUT_THE_HOST
        return _EVERYTHING if is_mute else ()
    if exchange.status == 429 or exchange.status >= 500:
        return _EVERYTHING
    if not 200 <= exchange.status < 300:
        return ()
    encoding = exchange.joined(b"content-encoding").decode("latin-1")
    try:
        body, _ = decode(exchange.body, encoding, MOST_BYTES, is_whole=exchange.is_whole)
    except (BadEncoding, UnknownEncoding):
        return ()
    return read_robots(body.decode("utf-8", "replace"))
