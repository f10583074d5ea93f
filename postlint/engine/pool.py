"""Spreads candidates over processes, or runs them here if there are few."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from postlint.engine.candidate import Candidate
from postlint.engine.worker import Worker
from postlint.values.packed_result import PackedResult

# below this, starting a process costs more than it saves
SERIAL_BELOW = 200


def run_candidates(worker: Worker, candidates: Sequence[Candidate], jobs: int | None = None) -> Iterator[PackedResult]:
    """Yield the result of every candidate, in any order.

    `jobs` is the number of processes; None means one a processor.
    """
    count = jobs or _processors()
    if count < 2 or len(candidates) < SERIAL_BELOW:
        yield from map(worker.run, candidates)
        return
    # few runs need other processes
    from postlint.engine.parallel import run_parallel

    yield from run_parallel(worker, candidates, count)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
