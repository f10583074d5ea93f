"""Dates as Eleventy reads them (`Template.js`, `getMappedDate`)."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.js_values import js_truthy, js_yaml_instant
from postlint.generators.luxon import read_luxon_date
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date, build_name_date
from postlint.generators.recent import keeps_last
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

KEYWORDS = frozenset({"last modified", "created", "git last modified", "git created"})
_IN_PATH = late_pattern(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the date of the front matter, and the first one in the file's path."""
    found = []
    entry = reading.entries.get("date")
    if entry is not None:
        found.append(_read(entry))
    in_path = _IN_PATH.search(file.path)
    if in_path is not None:
        read = read_luxon_date(in_path[0])
        fault = None if read is not None else "Eleventy makes an Invalid Date of it"
        found.append(build_name_date(in_path[0], read.instant if read else None, fault))
    return tuple(found)


def _read(entry: Entry) -> DateReading:
    value = entry.value
    if not js_truthy(value):
        return build_date("date", entry, None, "is empty: Eleventy takes the date in the path, else the file's time")
    if isinstance(value, Civil):
        return build_date("date", entry, js_yaml_instant(value))
    if isinstance(value, str):
        if value.lower() in KEYWORDS:
            return build_date("date", entry, None)
        read = read_luxon_date(value)
        if read is not None:
            return build_date("date", entry, read.instant)
    return build_date("date", entry, None, "Eleventy cannot read it and ends the build")
