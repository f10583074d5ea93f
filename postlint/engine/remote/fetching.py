"""Asks for many addresses, within limits, and keeps what is known at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial

from postlint.engine.interrupt import Interrupt
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetch_run import ClientMaker, Fetched, FetchRun, OnAnswer
from postlint.values.network import NetworkSettings


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
        self._make_run = partial(FetchRun, settings, self.fetched, make_client, on_answer)
        self._runner: asyncio.Runner | None = None
        self._run: FetchRun | None = None

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
