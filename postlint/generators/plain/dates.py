"""Dates of a site of no known generator: those that YAML or TOML types as dates."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading
from postlint.generators.python_values import read_typed_date

_FAULT = "stays text: whatever builds the site must read it"


def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the publication date and the date of the last change."""
    keys = ("date", "updated", "lastmod", "modified")
    return tuple(date for key in keys for date in read_typed_date(reading, key, _FAULT))
