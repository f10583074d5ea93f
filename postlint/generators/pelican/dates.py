"""Dates as Pelican reads them (`utils.get_date`, dateutil), and those in file names."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Mapping, Sequence
from postlint.generators.dateutil_dates import read_dateutil_date
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading
from postlint.generators.read_date import ReadDate
from postlint.generators.readings import build_date, build_name_date, raw_text
from postlint.generators.recent import keeps_last
from postlint.generators.zones import UTC, Zone, find_zone
from postlint.values.late_pattern import late_pattern

_NAME = late_pattern(r"(\d{4}-\d{2}-\d{2}).*", re.ASCII | re.DOTALL)
_FAULT = "Pelican cannot read it and leaves the article out"


def site_zone(facts: SiteFacts) -> Zone:
    """Return the zone of the setting TIMEZONE, UTC if there is none."""
    name = facts.config.get("TIMEZONE")
    return (find_zone(name) if isinstance(name, str) and name else None) or UTC


def meta_entries(reading: FrontMatterReading) -> dict[str, tuple[Entry, ...]]:
    """Return the entries under their keys in lower case, all of equal keys."""
    root = reading.parsed.root if reading.is_read and reading.parsed is not None else None
    found: dict[str, list[Entry]] = {}
    if isinstance(root, Mapping):
        for entry in root.entries:
            found.setdefault(entry.key.lower(), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def first_line(entry: Entry) -> str:
    """Return what Pelican takes of several values, or of one that goes on in the next lines: the first one."""
    return lines_of(entry)[0]


def lines_of(entry: Entry) -> list[str]:
    """Return the lines of a value, and of all values of the same key."""
    node = entry.node
    if isinstance(node, Sequence):
        return [str(item.value) for item in node.items] or [""]
    return [line.strip() for line in raw_text(entry).split("\n")]


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the date of the metadata, that of the file's name, and `modified`."""
    zone = site_zone(facts)
    entries = meta_entries(reading)
    found = []
    if "date" in entries:
        found.append(_read("date", entries["date"][0], zone))
    name = _NAME.fullmatch(file.path[file.path.rfind("/") + 1 :].rpartition(".")[0])
    if name is not None:
        read = read_dateutil_date(name[1], zone=zone)
        fault = None if read is not None else _FAULT
        found.append(build_name_date(name[1], read.instant if read else None, fault, zone=zone))
    if "modified" in entries:
        found.append(_read("modified", entries["modified"][0], zone))
    return tuple(found)


def _read(key: str, entry: Entry, zone: Zone) -> DateReading:
    read = read_value(first_line(entry), zone)
    fault = None if read is not None else _FAULT
    return build_date(key, entry, read.instant if read is not None else None, fault, zone=zone)


def read_value(text: str, zone: Zone) -> ReadDate | None:
    """Return the date of a text; underscores count as blanks. None where Pelican raises."""
    return read_dateutil_date(text.replace("_", " "), zone=zone)
