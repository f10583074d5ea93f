"""What Docusaurus makes of a blog post in a production build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.generators.docusaurus.authors import find_unknown_author
from postlint.generators.docusaurus.dates import blog_name, name_parts, read_dates
from postlint.generators.docusaurus.front_matter import read_front_matter
from postlint.generators.docusaurus.schema import find_error, is_joi_true
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.gray_matter import find_gray_fault
from postlint.generators.js_values import js_string, js_truthy
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.readings import as_utf8, fails, left_out, refuses
from postlint.generators.zones import machine_zone
from postlint.values.late_pattern import late_pattern

_EXTENSION = late_pattern(r"(?:/index)?\.mdx?$")
_HEADING = late_pattern(r"#[ \t]+(?P<text>[^\r\n]+?)[ \t]*#*[ \t]*(?:\r?\n|\Z)")
_IMPORTS = late_pattern(r"(?:\s*(?:import|export)\b[^\n]*\n|\s+)*")


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; what Joi refuses ends the build, an Invalid Date does not (but spoils lists)."""
    if not file.path.endswith((".md", ".mdx")):
        return left_out("extension", "Docusaurus takes no post from a file with this extension")
    if any(part.startswith("_") for part in blog_name(file.path, facts).split("/")):
        return left_out("no-page", "Docusaurus leaves out files and folders whose name starts with `_`")
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
    fault = find_gray_fault(file, reading)
    if fault is None and reading.why == "not-a-map" and reading.parsed is not None:
        fault = "the front matter is no list of keys and values"
    values = {key: entry.value for key, entry in reading.entries.items()}
    if fault is not None:
        return fails(fault)
    if file.role != "page":
        refused = find_error(values) or find_unknown_author(file.path, values.get("authors"), facts)
        if refused is not None:
            return refuses(refused)
    if is_joi_true(values.get("draft")):
        return left_out("draft", "it is a draft")
    title, title_from = _title(file, reading, values, facts)
    date, date_from = _date(values, read_dates(file, reading, facts))
    return Outcome("published", None, title, title_from, date, date_from)


def _title(file: PostFile, reading: FrontMatterReading, values: Mapping[str, Any], facts: SiteFacts) -> tuple[Any, str]:
    if values.get("title") is not None:
        return js_string(values["title"], zone=machine_zone()), "front-matter"
    heading = content_title(file.source.text, reading)
    if heading is not None:
        return heading, "body"
    name = name_parts(file.path, facts)
    return (name["text"] if name is not None else _EXTENSION.sub("", blog_name(file.path, facts))), "file-name"


def content_title(text: str, reading: FrontMatterReading) -> str | None:
    """Return the heading of level 1 that opens the body, as Docusaurus takes it for the title."""
    start = reading.split.body if reading.is_read and reading.split is not None else 0
    lead = _IMPORTS.match(text, start)
    found = _HEADING.match(text, lead.end() if lead is not None else start)
    return found["text"] if found is not None else None


def _date(values: Mapping[str, Any], dates: tuple[DateReading, ...]) -> tuple[Any, str]:
    if js_truthy(values.get("date")):
        return dates[0].read, "front-matter" if dates[0].read is not None else "none"
    in_path = next((date for date in dates if date.entry is None), None)
    if in_path is None:
        return None, "file-time"
    return in_path.read, "file-name" if in_path.read is not None else "none"
