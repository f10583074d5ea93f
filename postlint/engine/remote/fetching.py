"""Asks for many addresses, within limits, and keeps what is known at any moment."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import suppress

from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.chain import Follower
from postlint.engine.remote.gates import Gates, OutOfRequests
from postlint.engine.remote.judge import as_stand_in
from postlint.engine.remote.robots import MOST_BYTES, Robots
from postlint.engine.remote.stand_in import shared_ends
from postlint.engine.remote.swaps import companions, compare, suspects
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.network import HttpClient, NetworkSettings
from postlint.values.request import NetworkError, NetworkFault, Outcome, Response, Verdict

# waiting costs next to nothing, and a slow host must not keep the others waiting
_MOST_TASKS = 500
ClientMaker = Callable[[NetworkSettings], HttpClient]
OnAnswer = Callable[[Ask, Outcome], None]


@dataclass
class Fetched:
    """What came of a set of addresses.

    `outcomes` lacks what was not asked: `why_not` then says what ended the run early (`max-time`,
    `max-requests`, empty if nothing did). `requests` counts what was sent, redirects and retries too.
    """

    outcomes: dict[Ask, Outcome] = field(default_factory=dict)
    requests: int = 0
    why_not: str = ""
    is_interrupted: bool = False


def fetch(
    asks: Iterable[Ask], settings: NetworkSettings, make_client: ClientMaker, on_answer: OnAnswer | None = None
) -> Fetched:
    """Ask for every address once. Ctrl-C ends it early, with what is known by then.

    `on_answer` is called with each outcome as it comes, in any order; only there does it hold the whole
    body where the ask wants it kept.
    """
    fetched = Fetched()
    asks = list(dict.fromkeys(asks))
    if not asks:
        return fetched
    try:
        asyncio.run(_Run(settings, fetched, on_answer).run(asks, make_client))
    except KeyboardInterrupt:
        fetched.is_interrupted = True
    return fetched


class _Run:
    def __init__(self, settings: NetworkSettings, fetched: Fetched, on_answer: OnAnswer | None) -> None:
        self._settings, self._fetched, self._on_answer = settings, fetched, on_answer

    async def run(self, asks: list[Ask], make_client: ClientMaker) -> None:
        client, gates = make_client(self._settings), Gates(self._settings)
        robots = self._robots(client, gates) if self._settings.obeys_robots else None
        follower = Follower(client, gates, self._settings, robots.check if robots else None)
        asker = Asker(follower, gates, self._settings)
        try:
            async with asyncio.timeout(self._settings.max_time or None):
                await _at_once(self._ask(asker, ask) for ask in _by_turns(asks))
                await self._compare(asker, gates, asks)
        except TimeoutError:
            self._fetched.why_not = "max-time"
        finally:
            self._fetched.requests = gates.started
            self._settle()
            if robots is not None:
                await robots.close()
            await client.close()

    def _robots(self, client: HttpClient, gates: Gates) -> Robots:
        settings = replace(self._settings, limit=MOST_BYTES)
        return Robots(Follower(client, gates, settings), settings.user_agent)

    async def _ask(self, asker: Asker, ask: Ask) -> None:
        try:
            self._keep(ask, await asker.ask(ask))
        except OutOfRequests:
            # those under way are waited for
            self._fetched.why_not = "max-requests"

    def _keep(self, ask: Ask, outcome: Outcome) -> None:
        if self._on_answer is not None:
            self._on_answer(ask, outcome)
        if isinstance(outcome, Response) and ask.keeps_body:
            outcome = replace(outcome, body=b"")
        self._fetched.outcomes[ask] = outcome

    async def _compare(self, asker: Asker, gates: Gates, asks: list[Ask]) -> None:
        outcomes = self._fetched.outcomes
        known = {ask: outcomes[ask] for ask in asks if ask in outcomes}

        async def one(ask: Ask) -> None:
            with suppress(OutOfRequests):
                outcomes[ask] = await compare(ask, outcomes[ask], asker)

        first = list(suspects(known, gates))
        await _at_once(one(ask) for ask in first)
        swapped = [ask for ask in first if outcomes[ask].verdict is Verdict.BROKEN]
        await _at_once(one(ask) for ask in companions(known, swapped))

    def _settle(self) -> None:
        """Judge what only all answers together can tell."""
        outcomes = self._fetched.outcomes
        answers = [(a, o) for a, o in outcomes.items() if isinstance(o, Response) and o.verdict is Verdict.GOOD]
        ends = shared_ends((str(ask.target), answer) for ask, answer in answers)
        for ask, answer in answers:
            if answer.url in ends and answer.redirects and ask.purpose == "image":
                outcomes[ask] = as_stand_in(answer)
        # a name that is not found "for now" is lost if the network is there at all
        if any(isinstance(outcome, Response) for outcome in outcomes.values()):
            for ask, outcome in outcomes.items():
                if isinstance(outcome, NetworkError) and outcome.kind is NetworkFault.DNS:
                    outcomes[ask] = replace(outcome, verdict=Verdict.BROKEN)


def _by_turns(asks: Iterable[Ask]) -> Iterator[Ask]:
    """Yield asks host by host in turn, so that one host with many pictures holds nobody up."""
    hosts: defaultdict[str, deque[Ask]] = defaultdict(deque)
    for ask in asks:
        hosts[ask.target.host].append(ask)
    while hosts:
        for host in list(hosts):
            yield hosts[host].popleft()
            if not hosts[host]:
                del hosts[host]


async def _at_once(work: Iterable[Awaitable[None]]) -> None:
    """Do all of `work`, a bounded number at a time; the first to raise ends the rest."""
    waiting = iter(work)

    async def run() -> None:
        for one in waiting:
            await one

    tasks = [asyncio.create_task(run()) for _ in range(_MOST_TASKS)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
