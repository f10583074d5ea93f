"""Everything between the first ask and the last answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from postlint.engine.remote.all_together import settle
from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.chain import Begun, Follower
from postlint.engine.remote.gates import Gates, Host, OutOfRequests
from postlint.engine.remote.http_client import Client
from postlint.engine.remote.robots import MOST_BYTES, Robots
from postlint.engine.remote.straight import Straight
from postlint.engine.remote.swaps import compare_all
from postlint.engine.remote.tasks import MOST_TASKS, end_tasks
from postlint.engine.remote.turns import Turns
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.network import HttpClient, NetworkSettings
from postlint.values.request import Outcome, Response

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


class FetchRun:
    """Lets asks go out as long as there is room; lives in the loop.

    An ask that needs more than one plain answer, or must wait for something, gets a task.
    """

    def __init__(
        self, settings: NetworkSettings, fetched: Fetched, make_client: ClientMaker, on_answer: OnAnswer | None
    ) -> None:
        self._settings, self._fetched, self._on_answer = settings, fetched, on_answer
        client = self._client = make_client(settings)
        self._gates = Gates(settings, self._call)
        self._robots = _robots(client, self._gates, settings) if settings.obeys_robots else None
        check = self._robots.check if self._robots else None
        self._asker = Asker(Follower(client, self._gates, settings, check), self._gates, settings)
        # a robots.txt is asked for first, and that may need the only place at its host
        self._takes_places = self._robots is None
        self._straight: Straight | None = None
        if isinstance(client, Client) and self._takes_places:
            self._straight = Straight(
                client, self._gates, self._asker, settings, self._keep_last, self._begin, self._fail
            )
        self._asks: set[Ask] = set()
        self._waiting = Turns(self._gates.host, takes_places=self._takes_places)
        self._left = 0
        self._running: set[asyncio.Task[None]] = set()
        self._has_all = self._is_over = False
        self._error: BaseException | None = None
        self._has_ended = asyncio.Event()
        self._whole = asyncio.create_task(self._work())

    def add(self, asks: Iterable[Ask]) -> None:
        """Ask for these as well, each once."""
        if self._is_over:
            return
        new = [ask for ask in dict.fromkeys(asks) if ask not in self._asks]
        self._asks.update(new)
        self._left += len(new)
        self._waiting.add(new)
        self._start()

    async def finish(self) -> None:
        """Wait for all answers."""
        self._has_all = True
        self._look_for_end()
        await self._whole

    def _call(self, host: Host) -> None:
        self._waiting.call(host)
        self._start()

    def _start(self) -> None:
        while self._gates.all.free and len(self._running) < MOST_TASKS and not self._is_over:
            found = self._waiting.next()
            if found is None:
                return
            ask, host = found
            if self._straight is None or not self._straight.has_sent(ask, host):
                self._begin(ask, Begun() if self._takes_places else None)

    def _begin(self, ask: Ask, begun: Begun | None) -> None:
        task = asyncio.create_task(self._ask(ask, begun))
        self._running.add(task)
        task.add_done_callback(self._note_end)

    async def _ask(self, ask: Ask, begun: Begun | None) -> None:
        try:
            self._keep(ask, await self._asker.ask(ask, begun))
        except OutOfRequests:
            # those under way are waited for
            self._fetched.why_not = "max-requests"

    def _note_end(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._fail(error)
        self._left -= 1
        self._look_for_end()
        self._start()

    def _fail(self, error: BaseException) -> None:
        """Keep an error for the end."""
        self._error = self._error or error
        self._look_for_end()

    def _look_for_end(self) -> None:
        if self._has_all and (not self._left or self._error is not None):
            self._has_ended.set()

    def _keep_last(self, ask: Ask, outcome: Outcome) -> None:
        self._keep(ask, outcome)
        self._left -= 1
        if not self._left:
            self._look_for_end()

    def _keep(self, ask: Ask, outcome: Outcome) -> None:
        if self._on_answer is not None:
            self._on_answer(ask, outcome)
        if ask.keeps_body and isinstance(outcome, Response):
            outcome = replace(outcome, body=b"")
        self._fetched.outcomes[ask] = outcome

    async def _work(self) -> None:
        try:
            async with asyncio.timeout(self._settings.max_time or None):
                await self._has_ended.wait()
                if self._error is not None:
                    raise self._error
                await compare_all(self._fetched.outcomes, self._gates, self._asker)
        except TimeoutError:
            self._fetched.why_not = "max-time"
        finally:
            self._is_over = True
            await end_tasks(list(self._running))
            self._fetched.requests = self._gates.started
            settle(self._fetched.outcomes)
            if self._robots is not None:
                await self._robots.close()
            await self._client.close()


def _robots(client: HttpClient, gates: Gates, settings: NetworkSettings) -> Robots:
    return Robots(Follower(client, gates, replace(settings, limit=MOST_BYTES)), settings.user_agent)
