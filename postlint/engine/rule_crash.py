"""What a user is told of a rule that raised."""

from __future__ import annotations

from typing import Protocol

from postlint.values.failure import Failure
from postlint.values.notices import CRASHED_RULE, LIMIT


class Runnable(Protocol):
    """What a plugin brings and the engine calls: a rule or a statistic."""

    @property
    def label(self) -> str:
        """Return how messages call it."""


def rule_crash(rule: Runnable | None, error: Exception, path: str | None = None) -> Failure:
    """Return the failure of a rule, or of postlint itself, at a post; a rule about the whole site has no path."""
    import traceback

    what = rule.label if rule is not None else "postlint"
    if isinstance(error, (RecursionError, MemoryError)):
        limit = "the depth" if isinstance(error, RecursionError) else "the memory"
        return limit_failure(f"{what} went beyond {limit} that there is; it was not done", path)
    return Failure(
        CRASHED_RULE.code,
        f"{what} crashed: {type(error).__name__}: {error}",
        path,
        "report it to the plugin's author; `-v` shows the traceback",
        "".join(traceback.format_exception(error)),
    )


def limit_failure(message: str, path: str | None) -> Failure:
    """Return the failure of a post that is too much."""
    return Failure(LIMIT.code, message, path, "exclude it, or split it")
