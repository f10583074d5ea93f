"""What one run has found out so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer, Discovery
from postlint.engine.known_phase import KnownPhase
from postlint.engine.request import CheckRequest
from postlint.engine.sites import Sites
from postlint.engine.worker import Worker, WorkerSetup
from postlint.engine.written import Written
from postlint.host.manager import Plugins
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.failure import Failure
from postlint.values.packed_result import PackedResult
from postlint.values.run_result import Counts

if TYPE_CHECKING:
    from postlint.engine.cache import ResultCache


@dataclass
class Run:
    """The parts of a run, and what they have brought; `asked` are the codes of rules that asked the network."""

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

    @property
    def reported(self) -> dict[tuple[int, str], Candidate]:
        """Return the candidates of the report scope by site and path relative to it."""
        return {(candidate.site, candidate.relative): candidate for candidate in self.found.candidates}

    def change_worker(self, **changes: Any) -> None:
        """Take a worker whose setup differs in these fields."""
        self.worker = self.worker.changed(**changes)

    def compared_sites(self) -> set[int]:
        """Return the sites whose posts are compared: those of walked folders, or all with `--site`."""
        reported = {candidate.site for candidate in self.found.candidates}
        return reported if self.request.whole_site else reported & self.found.walked_sites

    def roots(self) -> list[str]:
        """Return the absolute folders of the sites by their indexes."""
        return [facts.root or self.discoverer.working_dir for facts in self.discoverer.sites.facts]

    def write(self, results: Sequence[PackedResult]) -> None:
        """Write fixed files, or draw their diffs; who stops the run wants nothing more to be written."""
        if self.is_interrupted or not self.request.wants_fixes:
            return
        from postlint.engine.write_phase import write_phase

        shown = {result.path for result in results}
        candidates = {candidate.shown: candidate for candidate in self.found.candidates if candidate.shown in shown}
        self.note_written(write_phase(results, candidates, self.roots(), diff=self.request.diff))
        self.counts = replace(self.counts, fixed=len(self.written.files), fixes=self.written.fixes)

    def note_written(self, written: Written) -> None:
        """Keep what was written, and what was not."""
        self.written.add(written)
        self.failures.extend(written.failures)
        self.is_interrupted = self.is_interrupted or written.is_interrupted


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
