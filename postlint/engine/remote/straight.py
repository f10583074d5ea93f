"""First requests that go out without a task of their own: all that most pictures need."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.chain import Begun, headers_for
from postlint.engine.remote.connection import Connection
from postlint.engine.remote.gates import Gates, Host
from postlint.engine.remote.http_client import Client
from postlint.values.network import Exchange, NetworkSettings
from postlint.values.request import Outcome


class Straight:
    """Asks on connections that are open, as long as nothing must be waited for.

    A task for each picture costs more than its request. What is more than one plain answer goes to `leave`, with
    the request under way; `keep` gets the outcomes, `fail` what is raised by mistake.
    """

    def __init__(
        self,
        client: Client,
        gates: Gates,
        asker: Asker,
        settings: NetworkSettings,
        keep: Callable[[Ask, Outcome], None],
        leave: Callable[[Ask, Begun], None],
        fail: Callable[[Exception], None],
    ) -> None:
        self._client, self._gates, self._asker, self._limit = client, gates, asker, settings.limit
        self._keep, self._leave, self._fail = keep, leave, fail

    def has_sent(self, ask: Ask, host: Host) -> bool:
        """Send an ask that has a place at its host, and tell whether that could be done at once."""
        target = ask.target
        connection = self._client.take_idle(target)
        if connection is None:
            return False
        if self._gates.find_dead(target) is not None or not self._gates.has_entered(host):
            self._client.put_back(connection, target)
            return False
        headers = headers_for(host, self._asker.headers(ask))
        self._client.send(connection, target, headers, self._limit, partial(self._take, ask, host, connection))
        return True

    def _take(self, ask: Ask, host: Host, connection: Connection, exchange: Exchange | None) -> None:
        # asyncio would only log what is raised by mistake
        try:
            if exchange is None:
                headers = headers_for(host, self._asker.headers(ask))
                self._leave(ask, Begun(partial(self._client.finish, connection, ask.target, headers, self._limit)))
                return
            self._client.give_back(connection, ask.target, keeps_open=exchange.is_whole)
            outcome = self._asker.judge_first(ask, exchange)
            if outcome is None:
                self._leave(ask, Begun(partial(_given, exchange)))
                return
            host.limited = 0
            self._keep(ask, outcome)
            self._gates.leave(host)
        except Exception as error:
            self._fail(error)


async def _given(exchange: Exchange) -> Exchange:
    return exchange
