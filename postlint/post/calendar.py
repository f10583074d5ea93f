"""The day of the run, and how long what depends on it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

from postlint.values.instant import Civil, Instant

ANY_DAY = (1, date.max.toordinal())
_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


class Calendar:
    """The day of the run, in UTC; every answer narrows the days on which the answers would be the same.

    `first` and `last` are the bounds of these days, inclusive, counted as `date.toordinal` does.
    """

    def __init__(self, today: date | None = None) -> None:
        self._today = today
        # a build has one time, whichever post it reads
        self.now = Civil(today.year, today.month, today.day).instant() if today is not None else Instant.now()
        """The present; where the day is given, its beginning. What depends on it asks `note_moment`, too."""
        self.first, self.last = ANY_DAY

    def restart(self) -> None:
        """Forget what was asked."""
        self.first, self.last = ANY_DAY

    @property
    def today(self) -> date:
        """Return today. What asks for it is judged anew every day: `is_past` mostly says enough."""
        today = self._now()
        self.first = self.last = today.toordinal()
        return today

    def is_past(self, day: int) -> bool:
        """Tell whether a day is over, counted as `date.toordinal` does."""
        if day < self._now().toordinal():
            self.first = max(self.first, day + 1)
            return True
        self.last = min(self.last, day)
        return False

    def note_moment(self, moment: Instant) -> None:
        """Note that the answer is another one before, on, and after the day of a moment."""
        day = moment.seconds // _DAY + _EPOCH
        self.is_past(day)
        self.is_past(day - 1)

    def _now(self) -> date:
        if self._today is None:
            self._today = datetime.now(UTC).date()
        return self._today
