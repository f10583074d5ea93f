"""One run, from a request to a result."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from postlint.engine.cache import ResultCache
from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer, Discovery
from postlint.engine.fold import fold_groups
from postlint.engine.known_phase import KnownPhase
from postlint.engine.request import CheckRequest
from postlint.engine.results import Results
from postlint.engine.settling import settle_all
from postlint.engine.site_phase import run_statistics
from postlint.engine.site_results import site_findings
from postlint.engine.sites import Sites, make_sites
from postlint.engine.suppress_phase import suppress_phase
from postlint.engine.worker import Worker, WorkerSetup
from postlint.engine.write_phase import Written, write_phase
from postlint.host.manager import Plugins
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.findings import Findings, by_post
from postlint.values.packed_result import PackedResult
from postlint.values.run_result import Counts, RunResult

# opening the cache costs as much as reading so many posts
_WORTH_CACHING = 64


@dataclass
class _Run:
    request: CheckRequest
    plugins: Plugins
    worker: Worker
    discoverer: Discoverer
    found: Discovery
    known: KnownPhase
    cache: ResultCache | None = None
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: Written = field(default_factory=Written)
    counts: Counts = field(default_factory=Counts)
    is_interrupted: bool = False
    asked: frozenset[str] = frozenset()


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
    try:
        results.gather(request.jobs, request.on_progress)
    except KeyboardInterrupt:
        run.is_interrupted = True
    results.all.sort(key=lambda result: (result.path, result.relative))
    if not request.diff:
        _write(run, results.all)
    findings = _settle(run, results)
    if request.network and request.wants_fixes:
        findings = _fix_late(run, results, findings)
    if request.diff:
        _write(run, results.all)
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


def make_worker(
    request: CheckRequest, plugins: Plugins, sites: Sites, table: SettingsTable, today: date | None = None
) -> Worker:
    """Return the worker of this process; every candidate's site and settings must be known by now."""
    setup = WorkerSetup(
        settings=tuple(table.all),
        sites=tuple(sites.facts),
        disabled=request.disabled,
        local_plugins=request.local_plugins,
        wants_fixes=request.wants_fixes,
        with_unsafe=request.unsafe_fixes,
        today=today,
    )
    return Worker(setup, plugins)


def _prepare(request: CheckRequest, plugins: Plugins, today: date | None) -> _Run:

    sites = make_sites(request, plugins.generators)
    table = SettingsTable()
    discoverer = Discoverer(request, sites, table)
    found = discoverer.run()
    worker = make_worker(request, plugins, sites, table, today)
    return _Run(request, plugins, worker, discoverer, found, KnownPhase(request))


def _compared_sites(run: _Run) -> set[int]:
    """Return the sites whose posts are compared: those of walked folders, or all with `--site`."""
    if run.request.whole_site:
        return {candidate.site for candidate in run.found.candidates}
    reported = {candidate.site for candidate in run.found.candidates}
    return {site for site in run.found.walked_sites if site in reported}


def _index_candidates(run: _Run) -> list[Candidate]:
    """Return the posts that are only read for comparison, and tell the worker to collect."""
    sites = _compared_sites(run)
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
    setup = replace(run.worker.setup, settings=tuple(table.all), compares_posts=bool(sites))
    run.worker = Worker(setup, run.plugins)
    return extra


def _open_cache(run: _Run, candidates: Sequence[Candidate]) -> ResultCache | None:
    """Return the cache, if it is wanted and of use; the worker then works out what it must know."""
    if not run.request.use_cache or run.request.wants_fixes or run.request.network:
        # what rules ask of the network is not kept, only the answers are
        return None
    if not run.found.walked_sites and len(candidates) < _WORTH_CACHING:
        return None
    run.worker = Worker(replace(run.worker.setup, keeps_facts=True), run.plugins)
    return ResultCache(run.worker)


def _settle(run: _Run, results: Results) -> Findings:
    """Return all findings after the site phase, suppressions and the selection of notices."""
    reported = {(c.site, c.relative): c for c in run.found.candidates}
    more: dict[str, list[Diagnostic]] = {}
    if run.worker.setup.compares_posts and not run.is_interrupted:
        shown = {key: candidate.shown for key, candidate in reported.items()}
        settings_of = _site_settings(run)
        found, failures = site_findings(run.worker, results, run.cache, shown, settings_of)
        run.failures.extend(failures)
        for diagnostic in found:
            more.setdefault(diagnostic.path, []).append(diagnostic)
    for diagnostic in _ask_network(run, results, reported):
        more.setdefault(diagnostic.path, []).append(diagnostic)
    settled = settle_all(run.worker, results, reported, more, run.known)
    read = sum(1 for result in results.all if _is_read(result) and (result.site, result.relative) in reported)
    run.counts = replace(run.counts, read=read, silenced=settled.silenced, known=settled.known)
    findings = Findings(settled.posts)
    return Findings(by_post(fold_groups(findings))) if run.request.network else findings


def _ask_network(
    run: _Run, results: Results, candidates: Mapping[tuple[int, str], Candidate]
) -> Sequence[Diagnostic]:
    """Return the findings of the network phase; its notes and failures go to the run."""
    if run.request.network is None or run.is_interrupted:
        return ()
    # aiohttp is imported by runs that use it
    from postlint.engine.network import run_network_phase

    found = run_network_phase(run.worker, results.all, candidates, run.request.network, run.request.on_progress)
    run.failures.extend(found.failures)
    run.notes.extend(found.notes)
    run.is_interrupted = found.is_interrupted
    run.asked = frozenset(code for result in results.all for made in result.requests for code in made.codes)
    return found.diagnostics


def _is_read(result: PackedResult) -> bool:
    return not any(failure.code in ("PL004", "PL006") for failure in result.failures)


def _site_settings(run: _Run) -> dict[int, int]:
    """Return the settings index of each compared site's root."""
    table = run.discoverer.table
    known = len(table.all)
    facts = run.discoverer.sites.facts
    found = {
        site: table.index(run.request.configuration.settings_for(f"{facts[site].root}/index.md"))
        for site in _compared_sites(run)
        if facts[site].root
    }
    if len(table.all) > known:
        run.worker = Worker(replace(run.worker.setup, settings=tuple(table.all)), run.plugins)
    return found


def _suppressed(run: _Run, findings: Findings) -> Sequence[Diagnostic]:
    """Return what is shown: all findings, or what is left once they are suppressed or taken into the baseline."""
    if run.is_interrupted:
        return findings
    if run.request.grows_baseline:
        # they are known from now on
        run.counts = replace(run.counts, known=run.counts.known + len(findings))
        return ()
    if not run.request.adds_suppressions:
        return findings
    candidates = {candidate.shown: candidate for candidate in run.found.candidates}
    diff, reason = run.request.diff, run.request.reason
    left, written, notes = suppress_phase(run.worker, candidates, _roots(run), findings, diff=diff, reason=reason)
    _note_written(run, written)
    run.notes.extend(notes)
    return tuple(sorted(left, key=lambda diagnostic: diagnostic.sort_key))


def _roots(run: _Run) -> list[str]:
    return [facts.root or run.discoverer.working_dir for facts in run.discoverer.sites.facts]


def _write(run: _Run, results: Sequence[PackedResult]) -> None:
    """Write fixed files, or draw their diffs; who stops the run wants nothing more to be written."""
    if run.is_interrupted or not run.request.wants_fixes:
        return
    shown = {result.path for result in results}
    candidates = {candidate.shown: candidate for candidate in run.found.candidates if candidate.shown in shown}
    written = write_phase(results, candidates, _roots(run), diff=run.request.diff)
    _note_written(run, written)
    run.counts = replace(run.counts, fixed=len(run.written.files), fixes=run.written.fixes)


def _note_written(run: _Run, written: Written) -> None:
    run.written.add(written)
    run.failures.extend(written.failures)
    run.is_interrupted = run.is_interrupted or written.is_interrupted


def _fix_late(run: _Run, results: Results, findings: Findings) -> Findings:
    """Apply what the answers of the network allow to fix, and return what is left to say."""
    from postlint.engine.late_fixes import fix_late, group_by_path

    candidates = {(c.site, c.relative): c for c in run.found.candidates}
    by_path = group_by_path(findings)
    changed = []
    for result in results.all:
        found = by_path.get(result.path, ())
        candidate = candidates.get((result.site, result.relative))
        if candidate is None or not any(one.fix and one.code in run.asked for one in found):
            continue
        late = fix_late(run.worker, result, candidate, found, is_written=not run.request.diff)
        if late is not None:
            result.fixed = late.fixed
            by_path[result.path] = late.left
            changed.append(result)
    if not run.request.diff:
        _write(run, changed)
    return Findings(by_post([one for found in by_path.values() for one in found]))
