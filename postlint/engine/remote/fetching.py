"""Asks for many addresses, within limits, and keeps what is known at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from postlint.engine.interrupt import Interrupt
from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.chain import Follower
from postlint.engine.remote.gates import Gates, OutOfRequests
from postlint.engine.remote.judge import as_stand_in
from postlint.engine.remote.robots import MOST_BYTES, Robots
from postlint.engine.remote.stand_in import shared_ends
from postlint.engine.remote.swaps import companions, compare, suspects
from postlint.engine.remote.turns import Turns
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
    """Ask for every address once. Ctrl-C ends it early, with what is known by then."""
    fetching = Fetching(settings, make_client, on_answer)
    try:
        fetching.take(asks)
        fetching.finish()
    except KeyboardInterrupt:
        fetching.fetched.is_interrupted = True
    finally:
        fetching.close()
    return fetching.fetched


class Fetching:
    """Asks for addresses while others are still being found; its owner closes it.

    `on_answer` is called with each outcome as it comes, in any order; only there does it hold the whole
    body where the ask wants it kept. `fetched` is what is known so far.
    """

    def __init__(self, settings: NetworkSettings, make_client: ClientMaker, on_answer: OnAnswer | None = None) -> None:
        self.fetched = Fetched()
        self._make_run = partial(_Run, settings, self.fetched, make_client, on_answer)
        self._runner: asyncio.Runner | None = None
        self._run: _Run | None = None

    def take(self, asks: Iterable[Ask]) -> None:
        """Ask for these as well, each once, and let those under way go on; none is waited for.

        Raises KeyboardInterrupt.
        """
        asks = list(asks)
        if asks and self._runner is None:
            self._runner = asyncio.Runner()
        if self._runner is None:
            return
        # in the midst of a turn Ctrl-C would leave a loop that cannot be closed in order
        with Interrupt() as interrupt:
            self._runner.run(self._take(asks))
        if interrupt.is_asked:
            raise KeyboardInterrupt

    def finish(self) -> None:
        """Wait for all answers. Raises KeyboardInterrupt."""
        if self._runner is not None:
            self._runner.run(self._finish())

    def close(self) -> None:
        """End what is under way; what is known by then is `fetched`."""
        if self._runner is not None:
            self._runner.close()

    async def _take(self, asks: list[Ask]) -> None:
        if self._run is None:
            self._run = self._make_run()
        self._run.add(asks)
        await asyncio.sleep(0)

    async def _finish(self) -> None:
        if self._run is not None:
            await self._run.finish()


class _Run:
    """Everything between the first ask and the last answer; lives in the loop."""

    def __init__(
        self, settings: NetworkSettings, fetched: Fetched, make_client: ClientMaker, on_answer: OnAnswer | None
    ) -> None:
        self._settings, self._fetched, self._on_answer = settings, fetched, on_answer
        self._client, self._gates = make_client(settings), Gates(settings)
        self._robots = _robots(self._client, self._gates, settings) if settings.obeys_robots else None
        check = self._robots.check if self._robots else None
        self._asker = Asker(Follower(self._client, self._gates, settings, check), self._gates, settings)
        self._asks: dict[Ask, None] = {}
        self._waiting = Turns()
        self._running: set[asyncio.Task[None]] = set()
        self._has_all = asyncio.Event()
        self._is_over = False
        self._whole = asyncio.create_task(self._work())

    def add(self, asks: Iterable[Ask]) -> None:
        if self._is_over:
            return
        new = [ask for ask in dict.fromkeys(asks) if ask not in self._asks]
        self._asks.update(dict.fromkeys(new))
        self._waiting.add(new)
        for _ in range(min(len(new), _MOST_TASKS - len(self._running))):
            task = asyncio.create_task(self._ask_all())
            self._running.add(task)
            task.add_done_callback(self._note_end)

    async def finish(self) -> None:
        self._has_all.set()
        await self._whole

    def _note_end(self, task: asyncio.Task[None]) -> None:
        # an error is kept for the end
        if task.cancelled() or task.exception() is None:
            self._running.discard(task)

    async def _work(self) -> None:
        try:
            async with asyncio.timeout(self._settings.max_time or None):
                await self._has_all.wait()
                await asyncio.gather(*self._running)
                await self._compare()
        except TimeoutError:
            self._fetched.why_not = "max-time"
        finally:
            self._is_over = True
            await _end(self._running)
            self._fetched.requests = self._gates.started
            self._settle()
            if self._robots is not None:
                await self._robots.close()
            await self._client.close()

    async def _ask_all(self) -> None:
        while (ask := self._waiting.next()) is not None:
            try:
                self._keep(ask, await self._asker.ask(ask))
            except OutOfRequests:
                # those under way are waited for
                self._fetched.why_not = "max-requests"

    def _keep(self, ask: Ask, outcome: Outcome) -> None:
        if self._on_answer is not None:
            self._on_answer(ask, outcome)
        if isinstance(outcome, Response) and ask.keeps_body:
            outcome = replace(outcome, body=b"")
        self._fetched.outcomes[ask] = outcome

    async def _compare(self) -> None:
        outcomes = self._fetched.outcomes
        known = dict(outcomes)

        async def one(ask: Ask) -> None:
            with suppress(OutOfRequests):
                outcomes[ask] = await compare(ask, outcomes[ask], self._asker)

        first = list(suspects(known, self._gates))
        await _at_once([one(ask) for ask in first])
        swapped = [ask for ask in first if outcomes[ask].verdict is Verdict.BROKEN]
        if swapped:
            await _at_once([one(ask) for ask in companions(known, swapped)])

    def _settle(self) -> None:
        """Judge what only all answers together can tell."""
        outcomes = self._fetched.outcomes
        answers = [(a, o) for a, o in outcomes.items() if isinstance(o, Response) and o.verdict is Verdict.GOOD]
        if any(answer.redirects for _, answer in answers):
            ends = shared_ends((str(ask.target), answer) for ask, answer in answers)
            for ask, answer in answers:
                if answer.url in ends and answer.redirects and ask.purpose == "image":
                    outcomes[ask] = as_stand_in(answer)
        # a name that is not found "for now" is lost if the network is there at all
        if any(isinstance(outcome, Response) for outcome in outcomes.values()):
            for ask, outcome in outcomes.items():
                if isinstance(outcome, NetworkError) and outcome.kind is NetworkFault.DNS:
                    outcomes[ask] = replace(outcome, verdict=Verdict.BROKEN)


def _robots(client: HttpClient, gates: Gates, settings: NetworkSettings) -> Robots:
    return Robots(Follower(client, gates, replace(settings, limit=MOST_BYTES)), settings.user_agent)


async def _at_once(work: list[Coroutine[Any, Any, None]]) -> None:
    """Do all of `work`, a bounded number at a time; the first to raise ends the rest."""
    waiting = iter(work)

    async def run() -> None:
        for one in waiting:
            await one

    tasks = [asyncio.create_task(run()) for _ in work[:_MOST_TASKS]]
    try:
        await asyncio.gather(*tasks)
    finally:
        await _end(tasks)
        for one in waiting:
            one.close()


async def _end(tasks: Collection[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
