"""The network phase: every address asked once, every rule told what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from postlint.engine.asks import Asks
from postlint.engine.candidate import Candidate
from postlint.engine.hearing import Hearing, NetworkFindings
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetch_run import ClientMaker, Fetched
from postlint.engine.remote.fetching import Fetching, fetch
from postlint.engine.request import Progress
from postlint.engine.worker import Worker
from postlint.host.manager import Plugins
from postlint.values.network import HttpClient, NetworkSettings
from postlint.values.packed_result import PackedResult
from postlint.values.request import NetworkError, NetworkFault, Outcome, PostRequest, Verdict

if TYPE_CHECKING:
    from postlint.engine.remote.answers import KeptAnswers

_PROGRESS_EVERY = 0.1
# seconds of reading after which answers are let in; a turn costs as much as a picture
_TURN_EVERY = 0.003


class NetworkPhase:
    """Asks for what posts want to know while others are still read; then tells the rules."""

    def __init__(
        self,
        settings: NetworkSettings,
        make_client: ClientMaker,
        root: str,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        """The cache of the site at `root` keeps the answers; empty for none."""
        self._settings, self._root = settings, root
        self._asks = Asks(settings)
        self._new: list[Ask] = []
        self._known: dict[Ask, Outcome] = {}
        self._kept: KeptAnswers | None = None
        self._counter = _Counter(on_progress)
        self._fetching = Fetching(settings, make_client, self._counter.count)
        self._last = 0.0
        # which addresses the requests are spent on must not depend on which process was quicker
        self._is_taking = settings.max_requests is None

    def take(self, result: PackedResult) -> None:
        """Ask for what a post wants to know, and let answers in."""
        if not self._is_taking:
            return
        self._collect(result)
        if time.perf_counter() - self._last > _TURN_EVERY:
            self._fetching.take(self._not_known())
            self._last = time.perf_counter()

    def finish(
        self,
        worker: Worker,
        results: Sequence[PackedResult],
        candidates: Mapping[tuple[int, str], Candidate],
        *,
        is_interrupted: bool,
    ) -> NetworkFindings:
        """Wait for all answers, and return what the rules say to them; of an interrupted run, to those there are.

        `results` are in order of output, `candidates` those of the report scope by site and path.
        """
        fetched = self._fetching.fetched
        fetched.is_interrupted = is_interrupted
        try:
            if not is_interrupted:
                self._finish_asking(results)
        except KeyboardInterrupt:
            fetched.is_interrupted = True
        self._fetching.close()
        self._keep()
        findings = NetworkFindings(is_interrupted=fetched.is_interrupted)
        findings.notes.extend(_notes(self._asks, fetched, self._settings))
        hearing = Hearing(worker, candidates, findings)
        for result in results:
            hearing.judge(result, self._asks.outcomes(result.requests, fetched.outcomes))
        return findings

    def close(self) -> None:
        """End what is under way."""
        self._fetching.close()

    def _collect(self, result: PackedResult) -> None:
        for made in result.requests:
            self._new.extend(self._asks.add(made))

    def _finish_asking(self, results: Sequence[PackedResult]) -> None:
        if not self._is_taking:
            for result in results:
                self._collect(result)
        self._fetching.take(self._not_known())
        self._counter.show(len(self._asks.all) - len(self._known))
        self._fetching.finish()

    def _not_known(self) -> list[Ask]:
        """Return what is new and not known from earlier runs."""
        new, self._new = self._new, []
        if not (new and self._root and self._settings.keeps_answers):
            return new
        if self._kept is None:
            # SQLite is loaded by runs that use it
            from postlint.engine.cache_file import CacheFile
            from postlint.engine.remote.answers import KeptAnswers

            self._kept = KeptAnswers(CacheFile(self._root), self._settings)
        self._known.update((ask, found) for ask in new if (found := self._kept.find(ask)) is not None)
        return [ask for ask in new if ask not in self._known]

    def _keep(self) -> None:
        if self._kept is not None:
            self._kept.keep(self._fetching.fetched.outcomes)
            self._kept.close()
        self._fetching.fetched.outcomes.update(self._known)


def ask_all(
    made: Iterable[PostRequest], settings: NetworkSettings, make_client: ClientMaker
) -> Iterator[tuple[PostRequest, Outcome]]:
    """Yield each request with its outcome, in order; what was not asked is left out."""
    asks, made = Asks(settings), list(made)
    fetched = fetch([ask for one in made for ask in asks.add(one)], settings, make_client)
    return asks.outcomes(made, fetched.outcomes)


def client_maker(plugins: Plugins) -> ClientMaker:
    """Return what makes the client of a run: a plugin, or postlint itself."""

    def make(settings: NetworkSettings) -> HttpClient:
        own: HttpClient | None = plugins.hook.postlint_http_client(settings=settings)
        if own is not None:
            return own
        from postlint.engine.remote.http_client import Client

        return Client(settings)

    return make


class _Counter:
    """Tells how far the phase is, once posts are no longer counted."""

    def __init__(self, on_progress: Callable[[Progress], None] | None) -> None:
        self._tell = on_progress
        self._done = self._broken = 0
        self._total: int | None = None
        self._last = time.perf_counter()

    def show(self, total: int) -> None:
        """Tell from now on; there are so many to ask for."""
        self._total = total

    def count(self, _: Ask, outcome: Outcome) -> None:
        self._done += 1
        self._broken += outcome.verdict is Verdict.BROKEN
        if self._tell is None or self._total is None:
            return
        now = time.perf_counter()
        if now - self._last > _PROGRESS_EVERY:
            self._last = now
            self._tell(Progress(self._done, self._total, self._broken, "addresses"))


def _notes(asks: Asks, fetched: Fetched, settings: NetworkSettings) -> Iterator[str]:
    """Say what was not asked: a run that could not do its work must not look clean."""
    if asks.excluded:
        yield f"{_addresses(len(asks.excluded))} not asked: exclude-host"
    left = sum(1 for ask in asks.all if ask not in fetched.outcomes)
    if left:
        limit = f"{settings.max_time:.0f} s" if fetched.why_not == "max-time" else str(settings.max_requests)
        why = "interrupted" if fetched.is_interrupted else f"the {fetched.why_not} of {limit} was reached"
        yield f"{_addresses(left)} not asked: {why}"
    lost = [o for o in fetched.outcomes.values() if isinstance(o, NetworkError) and o.kind is NetworkFault.DNS]
    if lost and len(lost) == len(fetched.outcomes) and all(o.verdict is Verdict.UNDECIDED for o in lost):
        yield "no host could be looked up: is there a network?"


def _addresses(count: int) -> str:
    return "1 address was" if count == 1 else f"{count} addresses were"
