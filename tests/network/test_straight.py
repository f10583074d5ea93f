"""Asks that need no task have the same outcomes as those that have one, and leave the connection in the same state."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postlint.engine.remote.address import parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetching import fetch
from postlint.engine.remote.http_client import Client
from postlint.engine.remote.straight import Straight
from postlint.values.network import Exchange, HostSettings, HttpClient, NetworkSettings, Target
from tests.network.cases import BY_NAME, SITE, answer_case
from tests.network.server import HOSTS, Server

SETTINGS = NetworkSettings(
    hosts={"*": HostSettings(at_once=1, gap=0.0)},
    allow_private=True,
    first_byte_time=0.5,
    whole_time=0.8,
    retry_delays=(0.01, 0.02),
)


class InTasks:
    """The same client, which is not known to send without a task."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def find(self, target: Target) -> None:
        await self._client.find(target)

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        return await self._client.get(target, headers, limit, time_left)

    async def close(self) -> None:
        await self._client.close()


def _make(settings: NetworkSettings) -> HttpClient:
    return InTasks(Client(settings))


def _outcomes(*, in_tasks: bool) -> dict[str, tuple[str, str, int]]:
    with Server(answer_case) as server:
        asks = []
        for name in BY_NAME:
            # what comes before leaves a connection for the case that is looked at
            for path in (f"/png/{name}.png", f"/{name}/a.png"):
                asks.append(Ask(parse_url(f"http://{HOSTS[0]}:{server.port}{path}"), SITE, "blog.example.org"))
        fetched = fetch(asks, SETTINGS, _make if in_tasks else Client)
    assert not fetched.why_not
    return {a.target.path: (o.verdict.value, o.reason, len(o.redirects)) for a, o in fetched.outcomes.items()}


def test_outcomes_are_those_of_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[bool] = []
    taken = Straight._take

    def count(self: Straight, *arguments: object) -> None:
        left.append(arguments[-1] is None)
        taken(self, *arguments)

    monkeypatch.setattr(Straight, "_take", count)
    straight = _outcomes(in_tasks=False)
    assert left.count(False) > len(BY_NAME) // 2
    assert left.count(True) > 5
    sent = len(left)
    assert straight == _outcomes(in_tasks=True)
    assert len(left) == sent
