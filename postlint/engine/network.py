"""The network phase: every address asked once, every rule told what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from postlint.engine.asks import Asks, Place, distinct_asks
from postlint.engine.cache_file import CacheFile
from postlint.engine.candidate import Candidate
from postlint.engine.remote.answers import KeptAnswers
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetching import ClientMaker, Fetched, fetch
from postlint.engine.request import Progress
from postlint.engine.resolve import resolve
from postlint.engine.rule_crash import rule_crash
from postlint.engine.rule_set import BoundRule
from postlint.engine.worker import Worker
from postlint.host.manager import Plugins
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.network import HttpClient, NetworkSettings
from postlint.values.packed_result import PackedResult
from postlint.values.report import Report
from postlint.values.request import NetworkError, NetworkFault, Outcome, PostRequest, Request, Verdict

_PROGRESS_EVERY = 0.1


@dataclass
class NetworkFindings:
    """What the network phase adds to a run; `notes` say what was not asked, and why."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_interrupted: bool = False


def run_network_phase(
    worker: Worker,
    results: Sequence[PackedResult],
    candidates: Mapping[tuple[int, str], Candidate],
    settings: NetworkSettings,
    on_progress: Callable[[Progress], None] | None = None,
) -> NetworkFindings:
    """Ask for what the rules want to know, and return what they say to the answers.

    `results` are in order of output, `candidates` those of the report scope by site and path.
    """
    known = Asks(settings)
    places = [(result, known.place(made)) for result in results for made in result.requests]
    asks = distinct_asks(place for _, place in places)
    fetched = _fetch(asks, settings, client_maker(worker.plugins), on_progress, _root(worker, results))
    findings = NetworkFindings(is_interrupted=fetched.is_interrupted)
    findings.notes.extend(_notes([place for _, place in places], asks, fetched, settings))
    judging = _Judging(worker, candidates, findings)
    for result, place in places:
        outcome = _outcome(place, fetched)
        if outcome is not None:
            judging.judge(result, place.made, outcome)
    return findings


def _root(worker: Worker, results: Sequence[PackedResult]) -> str:
    """Return the root of the first site that asks; its cache keeps the answers of the run."""
    sites = (worker.setup.sites[result.site].root for result in results if result.requests)
    return next((root for root in sites if root), "")


def _fetch(
    asks: list[Ask],
    settings: NetworkSettings,
    make_client: ClientMaker,
    on_progress: Callable[[Progress], None] | None,
    root: str,
) -> Fetched:
    """Ask for what is not known from earlier runs."""
    kept = KeptAnswers(CacheFile(root), settings) if settings.keeps_answers and root else None
    known = kept.find(asks) if kept else {}
    counter = _Counter(len(asks) - len(known), on_progress)
    fetched = fetch([ask for ask in asks if ask not in known], settings, make_client, counter.count)
    if kept:
        kept.keep(fetched.outcomes)
        kept.close()
    fetched.outcomes.update(known)
    return fetched


def ask_all(
    made: Iterable[PostRequest], settings: NetworkSettings, make_client: ClientMaker
) -> Iterator[tuple[PostRequest, Outcome]]:
    """Yield each request with its outcome, in order; what was not asked is left out."""
    known = Asks(settings)
    places = [known.place(one) for one in made]
    fetched = fetch(distinct_asks(places), settings, make_client)
    for place in places:
        outcome = _outcome(place, fetched)
        if outcome is not None:
            yield place.made, outcome


def client_maker(plugins: Plugins) -> ClientMaker:
    """Return what makes the client of a run: a plugin, or postlint itself."""

    def make(settings: NetworkSettings) -> HttpClient:
        own: HttpClient | None = plugins.manager.hook.postlint_http_client(settings=settings)
        if own is not None:
            return own
        from postlint.engine.remote.http_client import Client

        return Client(settings)

    return make


class _Counter:
    """Tells how far the phase is."""

    def __init__(self, total: int, on_progress: Callable[[Progress], None] | None) -> None:
        self._total, self._tell = total, on_progress
        self._done = self._broken = 0
        self._last = time.perf_counter()

    def count(self, _: Ask, outcome: Outcome) -> None:
        self._done += 1
        self._broken += outcome.verdict is Verdict.BROKEN
        now = time.perf_counter()
        if self._tell is not None and now - self._last > _PROGRESS_EVERY:
            self._last = now
            self._tell(Progress(self._done, self._total, self._broken, "addresses"))


def _outcome(place: Place, fetched: Fetched) -> Outcome | None:
    """Return the outcome of a request with those of its further addresses; None if it was not asked."""

    def one(url: str) -> Outcome | None:
        ask = place.asks[url]
        return fetched.outcomes.get(ask) if isinstance(ask, Ask) else ask

    main = one(place.made.request.url)
    if main is None or not place.made.request.also:
        return main
    others = {url: outcome for url in place.made.request.also if (outcome := one(url)) is not None}
    return replace(main, others=others)


def _notes(places: Iterable[Place], asks: list[Ask], fetched: Fetched, settings: NetworkSettings) -> Iterator[str]:
    """Say what was not asked: a run that could not do its work must not look clean."""
    excluded = {url for place in places for url, ask in place.asks.items() if ask is None}
    if excluded:
        yield f"{_addresses(len(excluded))} not asked: exclude-host"
    left = sum(1 for ask in asks if ask not in fetched.outcomes)
    if left:
        limit = f"{settings.max_time:.0f} s" if fetched.why_not == "max-time" else str(settings.max_requests)
        why = "interrupted" if fetched.is_interrupted else f"the {fetched.why_not} of {limit} was reached"
        yield f"{_addresses(left)} not asked: {why}"
    lost = [o for o in fetched.outcomes.values() if isinstance(o, NetworkError) and o.kind is NetworkFault.DNS]
    if lost and len(lost) == len(fetched.outcomes) and all(o.verdict is Verdict.UNDECIDED for o in lost):
        yield "no host could be looked up: is there a network?"


def _addresses(count: int) -> str:
    return "1 address was" if count == 1 else f"{count} addresses were"


class _Judging:
    """Hands outcomes to the rules and places what they report."""

    def __init__(
        self, worker: Worker, candidates: Mapping[tuple[int, str], Candidate], findings: NetworkFindings
    ) -> None:
        self._worker, self._candidates, self._findings = worker, candidates, findings
        self._rules: dict[int, dict[str, BoundRule]] = {}
        self._source: tuple[str, Source] | None = None

    def judge(self, result: PackedResult, made: PostRequest, outcome: Outcome) -> None:
        """Let the rules that asked say what they make of the outcome."""
        candidate = self._candidates.get((result.site, result.relative))
        if candidate is None:
            return
        rules = self._rules_of(candidate.settings)
        for code in made.codes:
            self._judge(rules[code], result, candidate, made.request, outcome)

    def _judge(
        self, rule: BoundRule, result: PackedResult, candidate: Candidate, request: Request, outcome: Outcome
    ) -> None:
        try:
            reports: list[Report] = list(rule.instance.check_response(request, outcome))
        except Exception as error:
            self._findings.failures.append(rule_crash(rule, error, result.path))
            return
        if reports:
            source = self._source_of(result, candidate)
            self._findings.diagnostics.extend(
                resolve(rule.registered, report, source, result.path, rule.severity) for report in reports
            )

    def _rules_of(self, settings: int) -> dict[str, BoundRule]:
        if settings not in self._rules:
            self._rules[settings] = {rule.code: rule for rule in self._worker.rule_set(settings).network_rules}
        return self._rules[settings]

    def _source_of(self, result: PackedResult, candidate: Candidate) -> Source:
        """Return the text that the requests were made from, fixes included."""
        if self._source is None or self._source[0] != result.path:
            read = Source(result.fixed.raw) if result.fixed else self._worker.read(candidate)
            self._source = (result.path, read if isinstance(read, Source) else Source(b""))
        return self._source[1]
