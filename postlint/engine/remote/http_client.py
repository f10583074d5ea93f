"""The HTTP client: connections that are kept, one GET at a time on each."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from postlint.engine.remote.connection import Connection
from postlint.engine.remote.dialing import Dialer
from postlint.engine.remote.resolver import GuardedResolver
from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange, ExchangeError, ExchangeFault, NetworkSettings, Target

_LINE_ENDS = late_pattern("[\r\n\0]")
_MOST_STALE = 3
# servers close idle connections, some after five seconds
_KEPT_SECONDS = 4.0


class Client:
    """Keeps connections open between requests; sends nothing but what it is told."""

    def __init__(self, settings: NetworkSettings) -> None:
        self._settings = settings
        self._resolver = GuardedResolver(allow_private=settings.allow_private)
        self._dialer = Dialer(self._resolver.addresses)
        self._loop = asyncio.get_running_loop()
        self._now = self._loop.time
        self._idle: defaultdict[tuple[str, str, int], list[tuple[float, Connection]]] = defaultdict(list)

    async def find(self, target: Target) -> None:
        """Look the host up. Raises ExchangeError."""
        await self._resolver.check(target.host)

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        """Send one GET. What an earlier answer left on a connection is no answer: then another one is opened."""
        raw = b"GET " + target.path.encode("latin-1", "replace") + _after_path(target.authority, tuple(headers))
        idle = self._idle[target[:3]]
        for _ in range(_MOST_STALE):
            connection = self._take_idle(idle)
            is_used = connection is not None
            if connection is None:
                connection = await self._dialer.dial(target, self._settings.connect_time)
            exchange = None
            try:
                exchange = await self._exchange(connection, raw, limit, time_left)
                return exchange
            except ExchangeError as error:
                if not is_used or error.fault not in (ExchangeFault.UNREADABLE, ExchangeFault.NOT_HTTP):
                    raise
            finally:
                connection.rest()
                if exchange is not None and exchange.is_whole and connection.keeps_open:
                    idle.append((self._now(), connection))
                else:
                    connection.close()
        raise ExchangeError(ExchangeFault.NOT_HTTP, "answers with something that is not HTTP")

    async def close(self) -> None:
        """Close every connection."""
        for waiting in self._idle.values():
            for _, connection in waiting:
                connection.close()
        await self._resolver.close()
        # transports close in the next turn of the loop
        await asyncio.sleep(0)

    def _take_idle(self, idle: list[tuple[float, Connection]]) -> Connection | None:
        """Return a connection that is open still."""
        now = self._now()
        while idle:
            since, connection = idle.pop()
            if connection.is_connected and now - since < _KEPT_SECONDS:
                return connection
            connection.close()
        return None

    async def _exchange(self, connection: Connection, raw: bytes, limit: int, time_left: float) -> Exchange:
        first = min(self._settings.first_byte_time, time_left)
        now = self._now()
        try:
            exchange = await connection.ask(raw, limit, now + first, now + time_left)
            return await self._read_other(connection, limit) if exchange is None else exchange
        except ExchangeError:
            if not connection.is_late:
                raise
            if connection.has_head:
                message = f"did not finish within {self._settings.whole_time:.0f} s"
            else:
                message = f"did not answer within {first:.0f} s"
            raise ExchangeError(ExchangeFault.TIMEOUT, message) from None

    async def _read_other(self, connection: Connection, limit: int) -> Exchange:
        if connection.is_late:
            raise ExchangeError(ExchangeFault.TIMEOUT, "is late")
        # aiohttp takes longer to import than thousands of plain answers to come
        from postlint.engine.remote.other_answers import read_other

        exchange = await read_other(connection, self._loop, limit)
        if connection.is_late:
            raise ExchangeError(ExchangeFault.TIMEOUT, "is late")
        return exchange


@lru_cache(256)
def _after_path(authority: str, headers: tuple[tuple[str, str], ...]) -> bytes:
    """Return the rest of a request; what a config or a post says cannot begin another line."""
    lines = (_LINE_ENDS.sub(" ", f"{name}: {value}") for name, value in (("Host", authority), *headers))
    return "\r\n".join((" HTTP/1.1", *lines, "", "")).encode("latin-1", "replace")
