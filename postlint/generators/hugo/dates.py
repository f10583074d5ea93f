"""Dates as Hugo reads them (`resources/page/pagemeta/page_frontmatter.go`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postlint.front_matter.nodes import Entry, Scalar
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.go_dates import read_go_date, read_go_number
from postlint.generators.hugo.front_matter import is_older
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date, build_name_date
from postlint.generators.zones import UTC, Zone, find_zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

# what a page's four dates are taken from, first key that is there
CHAINS = {
    "date": ("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
    "lastmod": ("lastmod", "modified", "date", "publishdate", "pubdate", "published"),
    "publishdate": ("publishdate", "pubdate", "published", "date"),
    "expirydate": ("expirydate", "unpublishdate"),
}
_KEYS = ("date", "publishdate", "pubdate", "published", "lastmod", "modified", "expirydate", "unpublishdate")
ZERO = Instant(-62_135_596_800)
_NAME_DATE = late_pattern(r"(\d{4}-\d{2}-\d{2}(?:-\d{2}-\d{2}-\d{2})?)(?:-(.*))?")


def site_zone(facts: SiteFacts) -> Zone:
    """Return the zone of `timeZone` in the site's config, UTC if there is none; the machine's has no say."""
    name = next((value for key, value in facts.config.items() if key.lower() == "timezone"), None)
    return (find_zone(name) if isinstance(name, str) and name else None) or UTC


def has_json(reading: FrontMatterReading) -> bool:
    """Tell whether the front matter is JSON."""
    return reading.split is not None and reading.split.format == "json"


def hugo_entries(reading: FrontMatterReading) -> dict[str, Entry]:
    """Return the entries under their keys in lower case, as Hugo keeps them."""
    entries = reading.entries
    found = {key.lower(): entry for key, entry in entries.items()}
    if len(found) < len(entries):
        # a key with capitals takes the place of the one without (`maps.PrepareParams`)
        found.update((key.lower(), entry) for key, entry in entries.items() if key != key.lower())
    return found


def chain_of(name: str, facts: SiteFacts) -> tuple[str, ...]:
    """Return what a date is taken from, after the site's `[frontmatter]` table."""
    table = next((value for key, value in facts.config.items() if key.lower() == "frontmatter"), None)
    if not isinstance(table, dict):
        return CHAINS[name]
    wanted = next((value for key, value in table.items() if key.lower() == name), None)
    if wanted is None:
        return CHAINS[name]
    keys: list[str] = []
    for key in [wanted] if isinstance(wanted, str) else wanted:
        keys.extend(CHAINS[name] if str(key).lower() == ":default" else [str(key).lower()])
    return tuple(keys)


def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return every date key of the page, that of its publication first."""
    entries, zone = hugo_entries(reading), site_zone(facts)
    known = dict.fromkeys((*chain_of("date", facts), *_KEYS))
    is_json = has_json(reading)
    found = [_read(key, entries[key], zone, facts, is_json) for key in known if key in entries]
    if ":filename" in known and (date := name_date(file, facts)) is not None:
        has_key = any(key in entries for key in _before(chain_of("date", facts)))
        found.insert(1 if has_key and found else 0, date)
    return tuple(found)


def _before(chain: Iterable[str]) -> tuple[str, ...]:
    keys = tuple(chain)
    return keys[: keys.index(":filename")] if ":filename" in keys else keys


def name_date(file: PostFile, facts: SiteFacts) -> DateReading | None:
    """Return the date in the file's (or the bundle's) name, for sites that ask for `:filename`."""
    *folders, name = file.path.split("/")
    stem = name.partition(".")[0]
    if stem in ("index", "_index") and folders:
        stem = folders[-1]
    match = _NAME_DATE.fullmatch(stem)
    if match is None:
        return None
    zone = site_zone(facts)
    text = match[1][:10] + (f" {match[1][11:].replace('-', ':')}" if len(match[1]) > 10 else "")
    return build_name_date(match[1], read_go_date(text, zone=zone), zone=zone)


def _read(key: str, entry: Entry, zone: Zone, facts: SiteFacts, is_json: bool) -> DateReading:
    instant, is_parsed = read_value(entry, zone, is_json=is_json)
    fault = None
    if not is_parsed:
        is_silent = is_older(facts, 0, 135)
        fault = "Hugo cannot read it and goes on without" if is_silent else "Hugo cannot read it and ends the build"
    elif instant is None or instant == ZERO:
        fault = "is empty: Hugo takes 0001-01-01"
    return build_date(key, entry, instant, fault, zone=zone)


def read_value(entry: Entry, zone: Zone, *, is_json: bool = False) -> tuple[Instant | None, bool]:
    """Return the instant, and whether Hugo takes the value at all (null and `""` are no date, silently).

    Numbers are seconds since 1970; those of JSON have a fraction to Go, and are no date.
    """
    node, value = entry.node, entry.value
    if value is None or value == "":
        return None, True
    if isinstance(value, Civil):
        return _read_civil(node, value, zone)
    if isinstance(value, str):
        instant = read_go_date(value, zone=zone)
        return instant, instant is not None
    if isinstance(value, int) and not isinstance(value, bool) and not is_json:
        return read_go_number(value), True
    return None, False


def _read_civil(node: Any, civil: Civil, zone: Zone) -> tuple[Instant | None, bool]:
    """Read a date that the parser has typed: by its text in YAML, by its fields in TOML."""
    text = node.raw if isinstance(node, Scalar) else str(civil)
    instant = read_go_date(text, zone=zone)
    if instant is None and civil.is_real:
        instant = zone.instant(civil)
    return instant, instant is not None
