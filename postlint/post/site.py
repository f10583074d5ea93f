"""The site that a post belongs to."""

from __future__ import annotations

from datetime import date

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import Generator
from postlint.generators.zones import forget_machine
from postlint.post.calendar import Calendar
from postlint.post.files import Files


class Site:
    """A site's root, generator and facts; rules reach the disk and the calendar only through it."""

    def __init__(self, generator: Generator, facts: SiteFacts, today: date | None = None) -> None:
        self.generator, self.facts = generator, facts
        self.files = Files(facts.root)
        self.calendar = Calendar(today)
        forget_machine()

    @property
    def root(self) -> str:
        """Return the absolute path of the site's root; empty for text without a site."""
        return self.facts.root

    @property
    def today(self) -> date:
        """Return the day of the run. A result that asked for it counts for that day: `is_past` lasts longer."""
        return self.calendar.today

    def is_past(self, day: int) -> bool:
        """Tell whether a day is over, counted as `date.toordinal` does; it may lie beyond the years that `date` has."""
        return self.calendar.is_past(day)

    def forget_questions(self) -> None:
        """Begin anew to note what is asked of the disk and the calendar."""
        self.files.probes = {}
        self.calendar.restart()
