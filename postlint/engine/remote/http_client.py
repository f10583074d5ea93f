"""The HTTP client: connections that are kept, one GET at a time on each."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from postlint.engine.remote.connection import Connection, OnAnswer
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
        self._idle: defaultdict[tuple[str, str, int], list[Connection]] = defaultdict(list)
        self._sent: set[Connection] = set()

    async def find(self, target: Target) -> None:
        """Look the host up. Raises ExchangeError."""
        await self._resolver.check(target.host)

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        """Send one GET. What an earlier answer left on a connection is no answer: then another one is opened."""
        for _ in range(_MOST_STALE):
            connection = self.take_idle(target)
            is_used = connection is not None
            if connection is None:
                connection = await self._dialer.dial(target, self._settings.connect_time)
            try:
                return await self._exchange(connection, target, headers, limit, time_left)
            except ExchangeError as error:
                if not is_used or not _is_stale(error):
                    raise
        raise ExchangeError(ExchangeFault.NOT_HTTP, "answers with something that is not HTTP")

    def take_idle(self, target: Target) -> Connection | None:
        """Return a connection to the host of a target that is open still, None if there is none."""
        idle, now = self._idle[target[:3]], self._now()
        while idle:
            connection = idle.pop()
            if connection.is_connected and now - connection.idle_since < _KEPT_SECONDS:
                return connection
            connection.close()
        return None

    def give_back(self, connection: Connection, target: Target, *, keeps_open: bool) -> None:
        """Keep a connection to the host of a target for the next request, or close it."""
        self._sent.discard(connection)
        connection.rest()
        if keeps_open and connection.keeps_open:
            connection.idle_since = self._now()
            self._idle[target[:3]].append(connection)
        else:
            connection.close()

    def put_back(self, connection: Connection, target: Target) -> None:
        """Keep a connection that was taken, and not used."""
        self._idle[target[:3]].append(connection)

    def send(
        self, connection: Connection, target: Target, headers: Sequence[tuple[str, str]], limit: int, take: OnAnswer
    ) -> None:
        """Send a GET and wait for nothing: `take` gets the answer, or None if it is left to `finish`."""
        self._sent.add(connection)
        self._send(connection, target, headers, limit, self._settings.whole_time, take)

    async def finish(
        self, connection: Connection, target: Target, headers: Sequence[tuple[str, str]], limit: int
    ) -> Exchange:
        """Return the answer to what was sent that is no plain one. Raises ExchangeError."""
        exchange = None
        time_left = self._settings.whole_time
        try:
            exchange = await self._read_other(connection, limit, time_left)
            return exchange
        except ExchangeError as error:
            if not _is_stale(error):
                raise
        finally:
            self.give_back(connection, target, keeps_open=exchange is not None and exchange.is_whole)
        return await self.get(target, headers, limit, time_left)

    async def close(self) -> None:
        """Close every connection."""
        for connection in self._sent:
            connection.rest()
            connection.close()
        for waiting in self._idle.values():
            for connection in waiting:
                connection.close()
        await self._resolver.close()
        # transports close in the next turn of the loop
        await asyncio.sleep(0)

    def _send(
        self,
        connection: Connection,
        target: Target,
        headers: Sequence[tuple[str, str]],
        limit: int,
        time_left: float,
        take: OnAnswer,
    ) -> None:
        raw = b"GET " + target.path.encode("latin-1", "replace") + _after_path(target.authority, tuple(headers))
        now = self._now()
        first = min(self._settings.first_byte_time, time_left)
        connection.ask(raw, limit, now + first, now + time_left, take)

    async def _exchange(
        self, connection: Connection, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float
    ) -> Exchange:
        exchange: Exchange | None = None
        answer: asyncio.Future[Exchange | None] = self._loop.create_future()

        def take(came: Exchange | None) -> None:
            if not answer.done():
                answer.set_result(came)

        try:
            self._send(connection, target, headers, limit, time_left, take)
            exchange = await answer or await self._read_other(connection, limit, time_left)
            return exchange
        finally:
            self.give_back(connection, target, keeps_open=exchange is not None and exchange.is_whole)

    async def _read_other(self, connection: Connection, limit: int, time_left: float) -> Exchange:
        """Return an answer that is no plain one, or came too late. Raises ExchangeError."""
        if not connection.is_late:
            # aiohttp takes longer to import than thousands of plain answers to come
            from postlint.engine.remote.other_answers import read_other

            try:
                exchange = await read_other(connection, self._loop, limit)
            except ExchangeError:
                if not connection.is_late:
                    raise
            else:
                if not connection.is_late:
                    return exchange
        if connection.has_head:
            message = f"did not finish within {self._settings.whole_time:.0f} s"
        else:
            message = f"did not answer within {min(self._settings.first_byte_time, time_left):.0f} s"
        raise ExchangeError(ExchangeFault.TIMEOUT, message)


def _is_stale(error: ExchangeError) -> bool:
    return error.fault in (ExchangeFault.UNREADABLE, ExchangeFault.NOT_HTTP)


@lru_cache(256)
def _after_path(authority: str, headers: tuple[tuple[str, str], ...]) -> bytes:
    """Return the rest of a request; what a config or a post says cannot begin another line."""
    lines = (_LINE_ENDS.sub(" ", f"{name}: {value}") for name, value in (("Host", authority), *headers))
    return "\r\n".join((" HTTP/1.1", *lines, "", "")).encode("latin-1", "replace")
