"""Spreads candidates over processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice

from postlint.engine.candidate import Candidate
from postlint.engine.worker import Worker, WorkerSetup
from postlint.values.packed_result import PackedResult

CHUNK = 32
# chunks a process that are handed out at a time
_AHEAD = 4
_SAFE_PATH = "PYTHONSAFEPATH"

_worker: Worker | None = None


def run_parallel(worker: Worker, candidates: Sequence[Candidate], count: int) -> Iterator[PackedResult]:
    """Yield the results from `count` processes. A chunk whose process died is done again here, post by post."""
    with _safe_path():
        yield from _run(worker, candidates, count)


@contextmanager
def _safe_path() -> Iterator[None]:
    """Let the processes that are started import nothing from the working directory, which may be a stranger's.

    They are started with `python -c`, which looks there first.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def _run(worker: Worker, candidates: Sequence[Candidate], count: int) -> Iterator[PackedResult]:
    chunks = (candidates[at : at + CHUNK] for at in range(0, len(candidates), CHUNK))
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    left: list[Sequence[Candidate]] = []
    count = min(count, -(-len(candidates) // CHUNK))
    executor = ProcessPoolExecutor(count, context, initializer=_start, initargs=(worker.setup,))
    try:
        running: dict[Future[list[PackedResult]], Sequence[Candidate]] = {}
        while True:
            # `wait` looks at all that are running, every time
            for chunk in islice(chunks, count * _AHEAD - len(running)):
                try:
                    running[executor.submit(_run_chunk, chunk)] = chunk
                except BrokenProcessPool:
                    left.append(chunk)
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                chunk = running.pop(future)
                try:
                    results = future.result()
                except BrokenProcessPool:
                    left.append(chunk)
                    continue
                yield from results
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    # the pool breaks before it has taken all
    for chunk in chain(left, chunks):
        yield from map(worker.run, chunk)


def _start(setup: WorkerSetup) -> None:
    global _worker  # one per process, set once when it starts
    import gc
    import signal

    gc.set_threshold(100_000, 20, 50)

    # the parent alone answers Ctrl-C
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Worker(setup)


def _run_chunk(chunk: Sequence[Candidate]) -> list[PackedResult]:
    if _worker is None:
        raise RuntimeError("the process was not started by the pool")
    return [_worker.run(candidate) for candidate in chunk]
