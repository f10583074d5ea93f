"""One run, from a request to a result."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from postlint.config.select import is_notice_shown
from postlint.engine.apply import NotWritten, draw_diff, write_fixed
from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer, Discovery
from postlint.engine.pool import run_candidates
from postlint.engine.request import CheckRequest, Progress
from postlint.engine.site_phase import run_site_phase, run_statistics
from postlint.engine.sites import Sites, make_sites
from postlint.engine.suppress import settle
from postlint.engine.worker import Worker, WorkerSetup
from postlint.host.manager import Plugins
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.file_result import FileResult
from postlint.values.notices import NOT_READABLE, NOTICES
from postlint.values.run_result import Counts, RunResult

_PROGRESS_EVERY = 0.1


@dataclass
class _Run:
    request: CheckRequest
    plugins: Plugins
    worker: Worker
    discoverer: Discoverer
    found: Discovery
    results: list[FileResult] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    diffs: list[str] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)
    is_interrupted: bool = False


def run_check(request: CheckRequest, plugins: Plugins, today: date | None = None) -> RunResult:
    """Lint everything that a request names. Raises ConfigError for a config file met on the way."""
    started = time.perf_counter()
    run = _prepare(request, plugins, today)
    run.failures = [*plugins.failures, *run.found.failures]
    if request.is_verbose:
        run.notes = [note for facts in run.discoverer.sites.facts for note in facts.notes]
    candidates = [*run.found.candidates, *_index_candidates(run)]
    try:
        _lint(run, candidates)
    except KeyboardInterrupt:
        run.is_interrupted = True
    run.results.sort(key=lambda result: (result.path, result.relative))
    _write(run)
    diagnostics = _settle(run, candidates)
    tables, crashed = run_statistics(run.worker, run.results)
    run.failures.extend(crashed)
    for result in run.results:
        run.failures.extend(result.failures)
        run.notes.extend(result.notes)
    finished = RunResult(
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)),
        failures=tuple(run.failures),
        rules=tuple(rule.to_info() for rule in plugins.registry),
        counts=replace(run.counts, elapsed=time.perf_counter() - started),
        dropped=run.found.dropped_values(),
        diffs=tuple(run.diffs),
        is_interrupted=run.is_interrupted,
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
    return _Run(request, plugins, worker, discoverer, found)


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


def _lint(run: _Run, candidates: list[Candidate]) -> None:
    last = time.perf_counter()
    findings = 0
    for result in run_candidates(run.worker, candidates, run.request.jobs):
        run.results.append(result)
        findings += len(result.diagnostics)
        now = time.perf_counter()
        if run.request.on_progress and now - last > _PROGRESS_EVERY:
            last = now
            run.request.on_progress(Progress(len(run.results), len(candidates), findings))


def _settle(run: _Run, candidates: Iterable[Candidate]) -> list[Diagnostic]:
    """Return all findings after suppressions and the selection of notices."""
    by_key = {(c.site, c.relative): c for c in candidates if c.is_reported}
    shown = {key: candidate.shown for key, candidate in by_key.items()}
    more: dict[str, list[Diagnostic]] = {}
    if run.worker.setup.compares_posts and not run.is_interrupted:
        settings_of = _site_settings(run)
        found, failures = run_site_phase(run.worker, run.results, shown, settings_of)
        run.failures.extend(failures)
        for diagnostic in found:
            more.setdefault(diagnostic.path, []).append(diagnostic)
    kept: list[Diagnostic] = []
    silenced = 0
    for result in run.results:
        candidate = by_key.get((result.site, result.relative))
        if candidate is None:
            continue
        ran = _ran(run, candidate.settings)
        everything = (*result.diagnostics, *more.get(result.path, ()))
        stay, hidden = settle(result.path, everything, result.directives, ran, run.plugins.registry)
        kept.extend(d for d in stay if _is_wanted(run, candidate.settings, d))
        silenced += hidden
    run.counts = replace(run.counts, read=sum(1 for r in run.results if _is_read(r, by_key)), silenced=silenced)
    return kept


def _is_read(result: FileResult, by_key: dict[tuple[int, str], Candidate]) -> bool:
    is_reported = (result.site, result.relative) in by_key
    return is_reported and not any(failure.code in ("PL004", "PL006") for failure in result.failures)


def _ran(run: _Run, settings: int) -> frozenset[str]:
    rules = run.worker.rule_set(settings)
    if run.worker.setup.compares_posts:
        return rules.codes
    return frozenset(rule.code for rule in rules.post_rules)


def _is_wanted(run: _Run, settings: int, diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is shown: bad enough, and, if it is a notice, not ignored by the config."""
    chosen = run.worker.setup.settings[settings]
    if diagnostic.severity.rank < chosen.min_severity.rank:
        return False
    return diagnostic.code not in NOTICES or is_notice_shown(diagnostic.code, chosen)


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


def _write(run: _Run) -> None:
    """Write fixed files, or draw their diffs; a file that cannot be written is a failure."""
    full_paths = {candidate.shown: candidate.full for candidate in run.found.candidates}
    fixed = fixes = 0
    for result in run.results:
        if result.fixed is None:
            continue
        if run.request.diff:
            run.diffs.append(draw_diff(result.path, result.fixed))
            continue
        try:
            write_fixed(full_paths[result.path], result.fixed)
        except NotWritten as error:
            message = f"the fixed file was not written: {error}"
            run.failures.append(Failure(NOT_READABLE.code, message, result.path, "the file is as it was"))
            continue
        fixed += 1
        fixes += result.fixed.fixes
    run.counts = replace(run.counts, fixed=fixed, fixes=fixes)
