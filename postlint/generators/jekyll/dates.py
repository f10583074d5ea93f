"""Dates as Jekyll reads them: `Time.parse(value.to_s).localtime` (`utils.rb`), and those in file names."""

from __future__ import annotations

import re
from typing import Any

from postlint.front_matter.nodes import Entry, Scalar
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading
from postlint.generators.read_date import ReadDate
from postlint.generators.readings import build_date, build_name_date
from postlint.generators.recent import keeps_last
from postlint.generators.ruby_time import read_ruby_time
from postlint.generators.zones import Zone, find_zone, machine_zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_NAME = late_pattern(r"(?P<date>\d{2,4}-\d{1,2}-\d{1,2})-(?P<slug>[^/]*)(?P<extension>\.[^.]+)", re.ASCII)


def site_zone(facts: SiteFacts) -> Zone:
    """Return the zone that Jekyll works in: `timezone:` of the config, else the machine's."""
    name = facts.config.get("timezone")
    return (find_zone(name) if isinstance(name, str) and name else None) or machine_zone()


def name_parts(path: str) -> re.Match[str] | None:
    """Return date, slug and extension of a post's file name; None if it is no post's name."""
    return _NAME.fullmatch(path[path.rfind("/") + 1 :])


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the date of the front matter, and that of the file's name."""
    zone = site_zone(facts)
    found = []
    entry = reading.entries.get("date")
    if entry is not None:
        found.append(_read(entry, zone))
    name = name_parts(file.path)
    if name is not None:
        read = read_ruby_time(name["date"], zone=zone)
        fault = None if read is not None else "Jekyll cannot read it and ends the build"
        found.append(build_name_date(name["date"], read.instant if read else None, fault, zone=zone))
    return tuple(found)


def _read(entry: Entry, zone: Zone) -> DateReading:
    read = read_value(entry, zone)
    if read is not None:
        return build_date("date", entry, read.instant, zone=zone)
    fault = (
        "is empty: Jekyll ends the build" if entry.value in (None, "") else "Jekyll cannot read it and ends the build"
    )
    return build_date("date", entry, None, fault, zone=zone)


def read_value(entry: Entry, zone: Zone) -> ReadDate | None:
    """Return the date of a value; None where Jekyll raises."""
    value = entry.value
    if isinstance(value, Civil):
        return _read_civil(entry, value, zone)
    return read_ruby_time(ruby_string(value), zone=zone)


def _read_civil(entry: Entry, civil: Civil, zone: Zone) -> ReadDate | None:
    if civil.date_only:
        return read_ruby_time(f"{civil.year:04d}-{civil.month:02d}-{civil.day:02d}", zone=zone)
    is_midnight = civil.hour == 24 and civil.minute == civil.second == 0
    is_clock = (civil.hour < 24 or is_midnight) and civil.minute < 60 and civil.second <= 60
    if 1 <= civil.month <= 12 and 1 <= civil.day <= 31 and is_clock:
        return ReadDate(Instant(civil.instant().seconds))
    # what Time refuses stays text
    text = entry.node.raw if isinstance(entry.node, Scalar) else str(civil)
    return read_ruby_time(text, zone=zone)


def ruby_string(value: Any) -> str:
    """Return `value.to_s` of a value from YAML."""
    if value is None:
        return ""
    return value if isinstance(value, str) else _inspect(value)


def _inspect(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nil"
    if isinstance(value, Civil):
        return f"#<Date: {value}>" if value.date_only else str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_inspect, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inspect(key)}=>{_inspect(item)}" for key, item in value.items()) + "}"
    return str(value)
