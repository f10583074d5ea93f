"""The one place that decides the exit code."""

from __future__ import annotations

from postlint.values.report import Severity
from postlint.values.run_result import RunResult

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def exit_code(result: RunResult, fail_on: Severity, *, exit_zero: bool = False) -> int:
    """Return 130 after an interrupt, 2 if something could not be done, 1 for findings or a diff, else 0."""
    if result.is_interrupted:
        return INTERRUPTED
    if result.failures:
        return FAILED
    if exit_zero:
        return CLEAN
    worst = result.worst
    if result.diffs or (worst is not None and worst.rank >= fail_on.rank):
        return FOUND
    return CLEAN
