"""What a date grammar makes of a text where an instant alone does not say it."""

from __future__ import annotations

from postlint.values.dataclass import dataclass
from postlint.values.instant import Instant


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A text that is read as a date. `instant` is None if parts come from the current day (`from_today`)."""

    instant: Instant | None
    from_today: bool = False
