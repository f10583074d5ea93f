"""What a rule that compares posts keeps of one."""

from __future__ import annotations

from typing import Any

from postlint.values.dataclass import dataclass
from postlint.values.span import Position, Span


@dataclass(frozen=True, slots=True)
class Record:
    """A place and JSON data, as `SiteRule.collect` yields them."""

    span: Span
    data: Any


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A record with the post it is from; `path` is relative to the site's root."""

    code: str
    path: str
    record: Record
    location: Position
    end_location: Position
    excerpt: str = ""
    subject: str = ""

    @property
    def span(self) -> Span:
        """Return the record's span."""
        return self.record.span

    @property
    def data(self) -> Any:
        """Return the record's data."""
        return self.record.data
