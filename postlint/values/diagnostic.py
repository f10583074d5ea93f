"""What a user sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.values.dataclass import dataclass, field
from postlint.values.edit import Fix
from postlint.values.report import Severity
from postlint.values.span import Position, Span


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second place of a diagnostic; `path` as in the diagnostic."""

    path: str
    location: Position
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A resolved report.

    `path` is relative to the working directory, with `/`. `location` and `end_location` count code
    points from 1, the end exclusive. `excerpt` is the line of the location (for text output),
    `subject` the text under the span (for baselines). Of a `group` one finding is shown.
    """

    code: str
    name: str
    severity: Severity
    path: str
    message: str
    location: Position
    end_location: Position
    span: Span
    hint: str | None = None
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None
    url: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    excerpt: str = ""
    excerpt_column: int = 1
    subject: str = ""
    group: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Return the order of output: path, line, column, code."""
        return (self.path, self.location.line, self.location.column, self.code, self.message)
