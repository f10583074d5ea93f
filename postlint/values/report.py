"""What a rule yields."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from postlint.values.dataclass import dataclass, field
from postlint.values.edit import Fix
from postlint.values.span import Span


class Severity(Enum):
    """How bad it is for the site's readers; `error` is the worst."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    # each is there once; Enum's own hash is written in Python, and tallies of all posts are counted by it
    __hash__ = object.__hash__

    @property
    def rank(self) -> int:
        """Return 2 for error, 1 for warning, 0 for info."""
        return _RANKS[self.value]


_RANKS = {"error": 2, "warning": 1, "info": 0}


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a report. `path` is None for the same post."""

    span: Span
    message: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One finding of a rule at a span of the post's text.

    A rule never states its code, path or column: the engine adds them. `severity` must be one of the
    severities that the rule declares; None means the rule's own. Of a network rule's reports with the same
    `group` one is shown, at the first place, with their number.
    """

    span: Span
    message: str
    hint: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    fix: Fix | None = None
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class SiteReport:
    """A report of a rule that compares posts. `path` is relative to the site's root."""

    path: str
    report: Report
