"""The results of a run's candidates: from the cache where they still hold, else worked out now."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from sys import intern
from typing import TYPE_CHECKING, TypeVar

from postlint.engine.candidate import Candidate
from postlint.engine.pool import run_candidates
from postlint.engine.request import Progress
from postlint.engine.worker import Worker
from postlint.values.codec import decode_diagnostics, decode_directives, decode_records, gather_records
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive
from postlint.values.lazy import lazy
from postlint.values.packed_result import PackedResult, decode_tallies
from postlint.values.record import SiteRecord

if TYPE_CHECKING:
    from postlint.engine.cache import ResultCache

_PROGRESS_EVERY = 0.1
# what is kept gives up its memory
_STORE_EVERY = 1000
# what the codec raises for a text that it did not write
_DAMAGE = (ValueError, TypeError, KeyError, IndexError, AttributeError)
T = TypeVar("T")


class Results:
    """Results as text, decoded when they are asked for.

    A text that cannot be read, or has gone from the cache meanwhile, is worked out again.
    """

    def __init__(self, worker: Worker, candidates: Sequence[Candidate], cache: ResultCache | None) -> None:
        self.all: list[PackedResult] = []
        self._worker, self._candidates, self._cache = worker, candidates, cache

    @lazy
    def _by_key(self) -> dict[tuple[int, str], Candidate]:
        return {(candidate.site, candidate.relative): candidate for candidate in self._candidates}

    def gather(
        self,
        jobs: int | None,
        on_progress: Callable[[Progress], None] | None,
        on_result: Callable[[PackedResult], None] | None = None,
    ) -> None:
        """Look results up and work out the others, in any order. What an interrupt leaves is what was known.

        `on_result` is called with each that was worked out.
        """
        todo: Sequence[Candidate] = self._candidates
        findings = fresh = 0
        if self._cache is not None:
            hits, todo = self._cache.look_up(self._candidates)
            self.all += hits
            # few texts stand for most posts
            findings = sum(_count(tallies) * posts for tallies, posts in Counter(hit.tallies for hit in hits).items())
        last = time.perf_counter()
        try:
            for result in run_candidates(self._worker, todo, jobs):
                candidate = self._by_key[result.site, result.relative]
                if self._cache is not None:
                    result = self._cache.settle(candidate, result)
                # what comes from another process brings copies of its texts
                result.path, result.relative = candidate.shown, candidate.relative
                result.tallies = intern(result.tallies)
                self.all.append(result)
                fresh += 1
                if on_result is not None:
                    on_result(result)
                findings += _count(result.tallies)
                if self._cache is not None and fresh % _STORE_EVERY == 0:
                    self._cache.store(self.all[-_STORE_EVERY:])
                now = time.perf_counter()
                if on_progress and now - last > _PROGRESS_EVERY:
                    last = now
                    on_progress(Progress(len(self.all), len(self._candidates), findings))
        finally:
            if self._cache is not None and fresh:
                self._cache.store(self.all[len(self.all) - fresh % _STORE_EVERY :])

    def diagnostics(self, result: PackedResult) -> list[Diagnostic]:
        """Return the findings of a result."""
        return self._decoded(result, lambda now: decode_diagnostics(self._found(now), now.path))

    def records(self, result: PackedResult, code: str) -> list[SiteRecord]:
        """Return the records of a rule or statistic in a result."""
        return self._decoded(result, lambda now: decode_records(self._records(now), now.relative, code))

    def records_of_site(self, site: int, code: str) -> list[SiteRecord]:
        """Return the records of a rule in all results of a site."""
        here = [result for result in self.all if result.site == site]
        try:
            return gather_records([(self._records(result), result.relative) for result in here], code)
        except _DAMAGE:
            return [record for result in here for record in self.records(result, code)]

    def directives(self, result: PackedResult) -> tuple[Directive, ...]:
        """Return the suppressions of a result."""
        return self._decoded(result, lambda now: decode_directives(now.directives))

    def _found(self, result: PackedResult) -> str:
        found = self._cache.found(result) if result.found is None and self._cache else result.found
        return _there(found)

    def _records(self, result: PackedResult) -> str:
        found = self._cache.records(result) if result.records is None and self._cache else result.records
        return _there(found)

    def _decoded(self, result: PackedResult, decode: Callable[[PackedResult], T]) -> T:
        try:
            return decode(result)
        except _DAMAGE:
            return decode(self._worker.run(self._by_key[result.site, result.relative]))


def _count(tallies: str) -> int:
    try:
        return sum(count for _, count in decode_tallies(tallies))
    except _DAMAGE:
        return 0


def _there(text: str | None) -> str:
    if text is None:
        raise ValueError("it is no longer in the cache")
    return text
