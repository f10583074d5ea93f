"""One run, from a request to a result."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer
from postlint.engine.fold import fold_groups
from postlint.engine.known_phase import KnownPhase
from postlint.engine.request import CheckRequest
from postlint.engine.results import Results
from postlint.engine.run_state import Run, make_worker
from postlint.engine.settling import settle_all
from postlint.engine.site_phase import run_statistics
from postlint.engine.site_results import site_findings
from postlint.engine.sites import make_sites
from postlint.host.manager import Plugins
from postlint.values.dataclass import replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.findings import Findings, by_post
from postlint.values.packed_result import PackedResult
from postlint.values.run_result import RunResult

if TYPE_CHECKING:
    from postlint.engine.cache import ResultCache
    from postlint.engine.network import NetworkPhase

# opening the cache costs as much as reading so many posts
_WORTH_CACHING = 64


def run_check(request: CheckRequest, plugins: Plugins, today: date | None = None) -> RunResult:
    """Lint everything that a request names. Raises ConfigError for a config file met on the way."""
    started = time.perf_counter()
    run = _prepare(request, plugins, today)
    run.failures = [*plugins.failures, *run.found.failures]
    if request.is_verbose:
        run.notes = [note for facts in run.discoverer.sites.facts for note in facts.notes]
    candidates = run.known.prepare([*run.found.candidates, *_index_candidates(run)])
    run.cache = _open_cache(run, candidates)
    results = Results(run.worker, candidates, run.cache)
    with _network_phase(run) as network:
        try:
            results.gather(request.jobs, request.on_progress, network.take if network else None)
        except KeyboardInterrupt:
            run.is_interrupted = True
        results.all.sort(key=lambda result: (result.path, result.relative))
        if not request.diff:
            run.write(results.all)
        findings = _settle(run, results, network)
    if request.network and request.wants_fixes:
        from postlint.engine.late_phase import late_phase

        findings = late_phase(run, results, findings)
    if request.diff:
        run.write(results.all)
    shown = _suppressed(run, findings)
    tables, crashed = run_statistics(run.worker, results.all, results.records)
    run.failures.extend(crashed)
    if run.cache is not None:
        run.cache.close()
        run.notes += run.cache.notes
    for result in results.all:
        run.failures.extend(result.failures)
        run.notes.extend(result.notes)
    is_complete = not (run.is_interrupted or plugins.failures)
    run.notes.extend(run.known.finish(run.found.walked_folders, is_complete=is_complete))
    finished = RunResult(
        diagnostics=shown,
        failures=tuple(run.failures),
        rules=tuple(rule.to_info() for rule in plugins.registry),
        counts=replace(run.counts, elapsed=time.perf_counter() - started),
        dropped=run.found.dropped_values(),
        diffs=tuple(run.written.diffs),
        fixed_stdin=run.written.stdin,
        is_interrupted=run.is_interrupted,
        known=run.known.places(run.discoverer.shown) if request.keeps_baseline else (),
        notes=tuple(run.notes),
        tables=tuple(tables),
    )
    plugins.announce(finished)
    return finished


def _prepare(request: CheckRequest, plugins: Plugins, today: date | None) -> Run:
    sites = make_sites(request, plugins.generators)
    table = SettingsTable()
    discoverer = Discoverer(request, sites, table)
    found = discoverer.run()
    worker = make_worker(request, plugins, sites, table, today)
    return Run(request, plugins, worker, discoverer, found, KnownPhase(request))


def _index_candidates(run: Run) -> list[Candidate]:
    """Return the posts that are only read for comparison, and tell the worker to collect."""
    sites = run.compared_sites()
    table = run.discoverer.table
    if not any(run.worker.rule_set(number).site_rules for number in range(len(table.all))):
        return []
    extra = [
        candidate
        for site in sorted(sites)
        if run.discoverer.sites.facts[site].root
        for candidate in run.discoverer.index_scope(site)
    ]
    # index posts may have brought further settings
    run.change_worker(settings=tuple(table.all), compares_posts=bool(sites))
    return extra


def _open_cache(run: Run, candidates: Sequence[Candidate]) -> ResultCache | None:
    """Return the cache, if it is wanted and of use; the worker then works out what it must know."""
    if not run.request.use_cache or run.request.wants_fixes or run.request.network:
        # what rules ask of the network is not kept, only the answers are
        return None
    if not run.found.walked_sites and len(candidates) < _WORTH_CACHING:
        return None
    # SQLite is loaded by runs that use it
    from postlint.engine.cache import ResultCache

    run.change_worker(keeps_facts=True)
    return ResultCache(run.worker)


@contextmanager
def _network_phase(run: Run) -> Iterator[NetworkPhase | None]:
    """Give the network phase while it is needed, None for a run that asks no other host."""
    if run.request.network is None:
        yield None
        return
    # asyncio is loaded by runs that use it
    from postlint.engine.network import NetworkPhase, client_maker

    roots = (facts.root for facts in run.worker.setup.sites)
    root = next((root for root in roots if root), "")
    phase = NetworkPhase(run.request.network, client_maker(run.plugins), root, run.request.on_progress)
    try:
        yield phase
    finally:
        phase.close()


def _settle(run: Run, results: Results, network: NetworkPhase | None) -> Findings:
    """Return all findings after the site phase, suppressions and the selection of notices."""
    reported = run.reported
    more: dict[str, list[Diagnostic]] = {}
    if run.worker.setup.compares_posts and not run.is_interrupted:
        shown = {key: candidate.shown for key, candidate in reported.items()}
        settings_of = _site_settings(run)
        found, failures = site_findings(run.worker, results, run.cache, shown, settings_of)
        run.failures.extend(failures)
        for diagnostic in found:
            more.setdefault(diagnostic.path, []).append(diagnostic)
    for diagnostic in _end_network_phase(run, results, network):
        more.setdefault(diagnostic.path, []).append(diagnostic)
    settled = settle_all(run.worker, results, reported, more, run.known)
    read = sum(1 for result in results.all if _is_read(result) and (result.site, result.relative) in reported)
    run.counts = replace(run.counts, read=read, silenced=settled.silenced, known=settled.known)
    findings = Findings(settled.posts)
    return Findings(by_post(fold_groups(findings))) if run.request.network else findings


def _end_network_phase(run: Run, results: Results, network: NetworkPhase | None) -> Sequence[Diagnostic]:
    """Return the findings of the network phase; its notes and failures go to the run."""
    if network is None:
        return ()
    found = network.finish(run.worker, results.all, run.reported, is_interrupted=run.is_interrupted)
    run.failures.extend(found.failures)
    run.notes.extend(found.notes)
    run.is_interrupted = found.is_interrupted
    run.asked = frozenset(code for result in results.all for made in result.requests for code in made.codes)
    return found.diagnostics


def _is_read(result: PackedResult) -> bool:
    return not (result.failures and any(failure.code in ("PL004", "PL006") for failure in result.failures))


def _site_settings(run: Run) -> dict[int, int]:
    """Return the settings index of each compared site's root."""
    table = run.discoverer.table
    known = len(table.all)
    facts = run.discoverer.sites.facts
    found = {
        site: table.index(run.request.configuration.settings_for(f"{facts[site].root}/index.md"))
        for site in run.compared_sites()
        if facts[site].root
    }
    if len(table.all) > known:
        run.change_worker(settings=tuple(table.all))
    return found


def _suppressed(run: Run, findings: Findings) -> Sequence[Diagnostic]:
    """Return what is shown: all findings, or what is left once they are suppressed or taken into the baseline."""
    if run.is_interrupted:
        return findings
    if run.request.grows_baseline:
        # they are known from now on
        run.counts = replace(run.counts, known=run.counts.known + len(findings))
        return ()
    if not run.request.adds_suppressions:
        return findings
    from postlint.engine.suppress_phase import suppress_phase

    candidates = {candidate.shown: candidate for candidate in run.found.candidates}
    diff, reason = run.request.diff, run.request.reason
    left, written, notes = suppress_phase(run.worker, candidates, run.roots(), findings, diff=diff, reason=reason)
    run.note_written(written)
    run.notes.extend(notes)
    return tuple(sorted(left, key=lambda diagnostic: diagnostic.sort_key))
