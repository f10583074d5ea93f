"""Dates in MkDocs: the core has none, Material's blog takes what YAML types as a date."""

from __future__ import annotations

from postlint.front_matter.nodes import Mapping
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.mkdocs.front_matter import is_blog_post
from postlint.generators.outcome import DateReading
from postlint.generators.python_values import read_typed_date, typed_instant
from postlint.generators.readings import build_date
from postlint.generators.recent import keeps_last

_REFUSED = "the blog plugin takes no text for a date and ends the build"
_TEXT = "stays text"


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return `date`, or for the blog plugin the dates of the map that it may be, `created` first."""
    if reading.parsed is not None and reading.parsed.problems:
        return ()
    fault = _REFUSED if is_blog_post(file, facts) else _TEXT
    entry = reading.entries.get("date")
    if entry is not None and isinstance(entry.node, Mapping) and is_blog_post(file, facts):
        found = []
        for inner in sorted(entry.node.entries, key=lambda inner: inner.key != "created"):
            instant = typed_instant(inner.value)
            key = "date" if inner.key == "created" else f"date.{inner.key}"
            found.append(build_date(key, inner, instant, None if instant is not None else fault))
        return tuple(found)
    return read_typed_date(reading, "date", fault)
