"""The one place that decides the exit code."""

from __future__ import annotations

from collections.abc import Callable

from postlint.values.diagnostic import Diagnostic
from postlint.values.report import Severity
from postlint.values.run_result import RunResult

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def exit_code(
    result: RunResult, fail_on: Severity | Callable[[Diagnostic], Severity], *, exit_zero: bool = False
) -> int:
    """Return 130 after an interrupt, 2 if something could not be done, 1 for findings or a diff, else 0.

    `fail_on` may depend on the finding, as overrides change it for some posts.
    """
    if result.is_interrupted:
        return INTERRUPTED
    if result.failures:
        return FAILED
    if exit_zero:
        return CLEAN
    if result.diffs or any(_fails(diagnostic, fail_on) for diagnostic in result.diagnostics):
        return FOUND
    return CLEAN


def _fails(diagnostic: Diagnostic, fail_on: Severity | Callable[[Diagnostic], Severity]) -> bool:
    least = fail_on if isinstance(fail_on, Severity) else fail_on(diagnostic)
    return diagnostic.severity.rank >= least.rank
