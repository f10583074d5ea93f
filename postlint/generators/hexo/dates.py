"""Dates as Hexo ends up with them (`plugins/processor/post.js`, `common.js`, hexo-front-matter)."""

from __future__ import annotations

from functools import lru_cache

from postlint.front_matter.nodes import Entry
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.hexo.file_names import file_name_date
from postlint.generators.hexo.front_matter import uses_new_front_matter
from postlint.generators.js_values import js_truthy, js_yaml_instant, new_date
from postlint.generators.moment import as_machine_clock, as_site_clock
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date, raw_text, written_as
from postlint.generators.recent import keeps_last
from postlint.generators.zones import Zone, find_zone, machine_zone
from postlint.values.instant import Civil, Instant
from postlint.values.span import Span

_FAULTS = {
    "date": "Hexo cannot read it and takes the time the file was created",
    "updated": "Hexo cannot read it and takes the time the file was last changed",
}
_EMPTY = {
    "date": "is empty: Hexo takes the time the file was created",
    "updated": "is empty: Hexo takes the time the file was last changed",
}


def site_zone(facts: SiteFacts) -> Zone | None:
    """Return the zone of `timezone:` in the site's config; None if it names none that exists."""
    name = facts.config.get("timezone")
    return find_zone(name) if isinstance(name, str) and name else None


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return `date` and `updated`, as far as they are written."""
    entries = reading.entries
    site, machine = site_zone(facts), machine_zone()
    found = []
    for key in ("date", "updated"):
        entry = entries.get(key)
        if entry is not None:
            found.append(_read(key, entry, site, machine, facts))
    if not found or found[0].key != "date" or found[0].fault == _EMPTY["date"]:
        named = _read_file_name(file, site, machine, facts)
        found = [named, *found] if named else found
    return tuple(found)


def _read_file_name(file: PostFile, site: Zone | None, machine: Zone, facts: SiteFacts) -> DateReading | None:
    """Return the date in the file's name, which counts where the front matter has none."""
    civil = file_name_date(file.path, facts)
    if civil is None:
        return None
    read = as_site_clock(machine.instant(civil), machine=machine, site=site)
    return DateReading("", str(civil), Span(0, 0), civil, read, read, "iso-date")


def _read(key: str, entry: Entry, site: Zone | None, machine: Zone, facts: SiteFacts) -> DateReading:
    value = entry.value
    if isinstance(value, Civil):
        raw = raw_text(entry)
        civil, form, meant, read = _read_timestamp(raw, value, site, machine, is_utc=uses_new_front_matter(facts))
        return DateReading(key, raw, entry.node.span, civil, meant, read, form, None, entry)
    meant_zone = site or machine
    if not js_truthy(value):
        return build_date(key, entry, None, _EMPTY[key], zone=meant_zone)
    instant = new_date(value, zone=machine)
    if instant is None:
        return build_date(key, entry, None, _FAULTS[key], zone=meant_zone)
    return build_date(key, entry, as_site_clock(instant, machine=machine, site=site), zone=meant_zone)


@lru_cache(maxsize=1024)
def _read_timestamp(
    raw: str, value: Civil, site: Zone | None, machine: Zone, *, is_utc: bool
) -> tuple[Civil | None, str, Instant | None, Instant]:
    """Return what is written and its form, what is meant, and what Hexo reads; many posts may have one date."""
    instant = js_yaml_instant(value)
    if not is_utc:
        instant = as_machine_clock(instant, machine=machine)
    civil, form = written_as(raw, value)
    meant = (site or machine).instant(civil) if civil is not None else None
    return civil, form, meant, as_site_clock(instant, machine=machine, site=site)
