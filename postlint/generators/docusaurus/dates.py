"""Dates as the blog of Docusaurus reads them (`blogUtils.js`)."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Mapping
from postlint.generators.docusaurus.schema import is_date
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.js_date import read_js_date
from postlint.generators.js_values import js_truthy, js_yaml_instant, new_date
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date, build_name_date
from postlint.generators.recent import keeps_last
from postlint.generators.roles import profile_path
from postlint.generators.zones import machine_zone
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_NAME = late_pattern(r"(?P<folder>.*)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?P<text>.*?)(?:/index)?.mdx?", re.ASCII)


def blog_name(path: str, facts: SiteFacts) -> str:
    """Return the path below the blog's folder."""
    place = profile_path(path, facts) or path
    return place.partition("/")[2] if place.startswith("blog/") else place


def name_parts(path: str, facts: SiteFacts) -> re.Match[str] | None:
    """Return folder, date and text of a post's path; None if there is no date in it."""
    return _NAME.fullmatch(blog_name(path, facts))


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the date of the front matter, that in the path, and that of the last change."""
    entries = reading.entries
    found = []
    if "date" in entries:
        found.append(_read(entries["date"]))
    name = name_parts(file.path, facts) if file.role in ("post", "draft") else None
    if name is not None:
        instant = read_js_date(f"{name['date']}Z", zone=machine_zone())
        fault = None if instant is not None else "Docusaurus makes an Invalid Date of it"
        found.append(build_name_date(name["date"], instant, fault))
    update = entries.get("last_update")
    inner = update.node.find("date") if update is not None and isinstance(update.node, Mapping) else None
    if inner is not None:
        found.append(_read_update(inner))
    return tuple(found)


def _read(entry: Entry) -> DateReading:
    value = entry.value
    if isinstance(value, Civil):
        return build_date("date", entry, js_yaml_instant(value))
    if not is_date(value):
        return build_date("date", entry, None, "Docusaurus cannot read it and ends the build")
    if isinstance(value, str):
        # a zone that the text already has is then doubled or dropped
        instant = read_js_date(f"{value}Z", zone=machine_zone())
        return build_date(
            "date", entry, instant, None if instant is not None else "Docusaurus makes an Invalid Date of it"
        )
    if not js_truthy(value):
        return build_date("date", entry, None, "is taken for no date")
    return build_date("date", entry, None, "stays a number, so that Docusaurus cannot sort the posts")


def _read_update(entry: Entry) -> DateReading:
    if not is_date(entry.value):
        return build_date("last_update.date", entry, None, "Docusaurus cannot read it and ends the build")
    return build_date("last_update.date", entry, new_date(entry.value, zone=machine_zone()))
