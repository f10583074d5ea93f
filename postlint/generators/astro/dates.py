"""Dates as an Astro content collection holds them."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry
from postlint.generators.astro.schema import coerce_date, find_schema
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date
from postlint.generators.recent import keeps_last
from postlint.values.instant import Civil

_OTHERS = (
    "date",
    "pubDate",
    "pubDatetime",
    "publishDate",
    "updatedDate",
    "updated",
    "modDatetime",
    "lastmod",
)


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the dates that the schema names, then those of the usual other keys."""
    entries = reading.entries
    schema = find_schema(file.path, facts)
    keys = dict.fromkeys((*schema.date_keys, *_OTHERS))
    return tuple(
        _read(key, entries[key], reading, is_strict=key in schema.fields and schema.fields[key].kind == "date")
        for key in keys
        if key in entries
    )


def _read(key: str, entry: Entry, reading: FrontMatterReading, *, is_strict: bool) -> DateReading:
    value = entry.value
    if is_strict and not isinstance(value, Civil):
        return build_date(key, entry, None, "the schema takes no text for a date: the build ends")
    instant = coerce_date(value, reading.flavour)
    if instant is None:
        return build_date(key, entry, None, "Astro cannot read it and ends the build")
    fault = "is empty: Astro takes 1970-01-01" if value is None else None
    return build_date(key, entry, instant, fault)
