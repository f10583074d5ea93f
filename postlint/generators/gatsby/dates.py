"""Dates as Gatsby infers them (`schema/types/date.js`)."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.js_values import js_truthy, js_yaml_instant
from postlint.generators.moment import read_gatsby_date
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date
from postlint.generators.recent import keeps_last
from postlint.values.instant import Civil

_FAULT = "is no ISO date: the field becomes text for the whole site, and formatString fails"


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the publication date; Gatsby has no date in a file's name."""
    entry = reading.entries.get("date")
    return (_read(entry),) if entry is not None else ()


def _read(entry: Entry) -> DateReading:
    value = entry.value
    if isinstance(value, Civil):
        return build_date("date", entry, js_yaml_instant(value))
    found = read_gatsby_date(value) if isinstance(value, str) else None
    if found is None:
        return build_date("date", entry, None, _FAULT if js_truthy(value) else None)
    return build_date(
        "date", entry, found.instant, None if found.instant is not None else "Gatsby shows `Invalid date`"
    )
