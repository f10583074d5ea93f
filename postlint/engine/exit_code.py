"""The one place that decides the exit code."""

from __future__ import annotations

from collections.abc import Callable

from postlint.values.findings import PostFindings, by_post
from postlint.values.report import Severity
from postlint.values.run_result import RunResult

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def exit_code(result: RunResult, fail_on: Severity | Callable[[str], Severity], *, exit_zero: bool = False) -> int:
    """Return 130 after an interrupt, 2 if something could not be done, 1 for findings or a diff, else 0.

    `fail_on` may depend on the path of a post as shown, as overrides change it for some posts.
    """
    if result.is_interrupted:
        return INTERRUPTED
    if result.failures:
        return FAILED
    if exit_zero:
        return CLEAN
    if result.diffs or any(_fails(post, fail_on) for post in by_post(result.diagnostics)):
        return FOUND
    return CLEAN


def _fails(post: PostFindings, fail_on: Severity | Callable[[str], Severity]) -> bool:
    least = fail_on if isinstance(fail_on, Severity) else fail_on(post.path)
    return any(kind.severity.rank >= least.rank for kind, _ in post.tallies)
