"""Takes out what is known (the baseline) and what did not change (`--since`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from postlint.engine.candidate import Candidate
from postlint.engine.changed import changed_test
from postlint.engine.git import History, Past
from postlint.engine.request import CheckRequest
from postlint.engine.worker import Worker
from postlint.source.source import Source
from postlint.values.dataclass import replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.known import KnownFinding
from postlint.values.packed_result import PackedResult
from postlint.values.run_result import KnownPlace

if TYPE_CHECKING:
    from postlint.engine.baseline import Baseline
    from postlint.engine.baseline_file import Entry


class KnownPhase:
    """The baseline and the history of one run; neither where the request asks for none."""

    def __init__(self, request: CheckRequest) -> None:
        """Raises UsageError for a baseline that cannot be read, or a commit that is not there."""
        self._request = request
        self.baseline: Baseline | None = None
        if request.baseline:
            from postlint.engine.baseline import Baseline

            self.baseline = Baseline.load(request.baseline, must_exist=not request.grows_baseline)
        self._history = History(request.since, os.getcwd()) if request.since else None
        self._pasts: dict[str, Past] = {}

    @property
    def is_active(self) -> bool:
        """Tell whether there is a baseline or a history."""
        return self.baseline is not None or self._history is not None

    def prepare(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Return the candidates, with what their fixes must leave alone."""
        found = list(candidates)
        if self.baseline is not None:
            self.baseline.follow(c.full for c in found if c.raw is None)
        if self._history is not None:
            self._pasts = {c.shown: self._history.past(c.full) for c in found if c.is_reported}
        if not self._request.wants_fixes or (self.baseline is None and self._history is None):
            return found
        return [replace(c, accepted=self._known(c), past=self._pasts.get(c.shown)) for c in found]

    def _known(self, candidate: Candidate) -> tuple[KnownFinding, ...]:
        return self.baseline.known(candidate.full) if self.baseline else ()

    def settle(
        self,
        worker: Worker,
        candidate: Candidate,
        result: PackedResult,
        diagnostics: Sequence[Diagnostic],
        is_judged: Callable[[str], bool],
    ) -> tuple[list[Diagnostic], int]:
        """Return the findings that are new and in what changed, and how many the baseline knew."""
        left, known = list(diagnostics), 0
        if self.baseline is not None:
            left, known = self.baseline.settle(candidate.full, left, is_judged)
        if self._history is not None:
            left = self._changed(worker, candidate, result, left)
        return left, known

    def add(self, candidate: Candidate, diagnostics: Iterable[Diagnostic]) -> None:
        """Note the findings that are shown, for a baseline that shall grow."""
        if self.baseline is not None:
            self.baseline.add(candidate.full, diagnostics)

    def _changed(
        self, worker: Worker, candidate: Candidate, result: PackedResult, diagnostics: list[Diagnostic]
    ) -> list[Diagnostic]:
        past = self._pasts.get(candidate.shown, Past())
        if not diagnostics or (past.raw is None and not past.is_same):
            return diagnostics
        if past.raw is None:
            # a rule that compares posts may point here because of a change there
            return [d for d in diagnostics if any(self._is_touched(place.path) for place in d.related)]
        source = worker.read(candidate)
        if result.fixed is not None:
            source = Source(result.fixed.raw, declared_encoding=worker.encoding(candidate))
        if not isinstance(source, Source):
            return diagnostics
        old = Source(past.raw, declared_encoding=worker.encoding(candidate))
        is_changed = changed_test(worker.post(old, candidate), worker.post(source, candidate))
        return [d for d in diagnostics if is_changed(d) or any(self._is_touched(place.path) for place in d.related)]

    def _is_touched(self, path: str) -> bool:
        past = self._pasts.get(path)
        return past is not None and not past.is_same

    def places(self, shown: Callable[[str], str]) -> tuple[KnownPlace, ...]:
        """Return what became of every known finding; `shown` makes an absolute path one for users."""
        baseline = self.baseline
        if baseline is None:
            return ()
        old = {new: was for was, new in baseline.renamed.items()}
        there = dict(baseline.there)
        gone = set(baseline.gone)

        def place(entry: Entry) -> KnownPlace:
            now = there.get(entry)
            location = now.location if now else None
            state = "there" if now else "gone" if entry in gone else "not asked"
            path, finding = shown(os.path.normpath(os.path.join(baseline.root, entry.path))), entry.finding
            return KnownPlace(path, finding.code, finding.text, state, location, old.get(entry.path))

        return tuple(place(entry) for entry in baseline.all())

    def finish(self, folders: Iterable[str], *, is_complete: bool) -> list[str]:
        """Write the baseline if it must change; return remarks. Raises UsageError if it was asked for in vain.

        `folders` are the absolute paths of walked folders; with `is_complete` False nothing is concluded
        from what was not found.
        """
        baseline = self.baseline
        if baseline is None:
            return []
        if is_complete:
            baseline.forget_deleted([os.path.normpath(folder) for folder in folders])
        if self._request.keeps_baseline:
            return []
        return baseline.settle_file(grows=self._request.grows_baseline, is_complete=is_complete)
