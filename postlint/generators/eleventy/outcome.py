"""What Eleventy makes of a template in a default build."""

from __future__ import annotations

from typing import Any

from postlint.generators.eleventy.dates import KEYWORDS, read_dates
from postlint.generators.eleventy.front_matter import read_front_matter
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.gray_matter import find_gray_fault
from postlint.generators.js_values import js_json, js_string, js_truthy
from postlint.generators.outcome import DateReading, Fault, Outcome
from postlint.generators.readings import as_utf8, fails, hide, refuses
from postlint.generators.zones import UTC

_PAGE_KEYS = frozenset(
    {
        "date",
        "inputPath",
        "fileSlug",
        "filePathStem",
        "outputFileExtension",
        "templateSyntax",
        "url",
        "outputPath",
    }
)


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; bad front matter, dates and reserved keys end the build."""
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
    fault = find_gray_fault(file, reading)
    values = {key: entry.value for key, entry in reading.entries.items()}
    refused = _find_bad_key(values, facts) if fault is None else None
    if refused is not None:
        return refuses(refused)
    dates = read_dates(file, reading, facts)
    written = dates[0] if dates and dates[0].entry is not None and js_truthy(values["date"]) else None
    if fault is None and written is not None and written.fault is not None:
        fault = "the date in `date` is none that Eleventy reads"
    if fault is not None:
        return fails(fault)
    title = js_json(values.get("title"))
    date, origin = _date(written, dates)
    outcome = Outcome("published", None, title, "none" if title is None else "front-matter", date, origin)
    is_written = values.get("permalink") is not False
    return hide(outcome, None if is_written else ("no-page", "`permalink: false`: no page is written"))


def _date(written: DateReading | None, dates: tuple[DateReading, ...]) -> tuple[Any, str]:
    if written is not None:
        return written.read, "file-time" if written.raw.lower() in KEYWORDS else "front-matter"
    in_path = next((date for date in dates if date.entry is None), None)
    if in_path is None:
        return None, "file-time"
    return in_path.read, "file-name" if in_path.read is not None else "none"


def _find_bad_key(values: dict[str, Any], facts: SiteFacts) -> Fault | None:
    if "tags" in values and js_truthy(values["tags"]) and not isinstance(values["tags"], (str, list)):
        return Fault("tags", "`tags` is neither text nor a list")
    if facts.version and facts.version < (3,):
        return None
    reserved: list[str] = [key for key in ("content", "collections") if key in values]
    page = values.get("page")
    if "page" in values and not isinstance(page, (dict, list, type(None))):
        reserved.append("page")
    elif isinstance(page, dict):
        reserved.extend(f"page.{key}" for key in page if key in _PAGE_KEYS)
    if reserved:
        return Fault(reserved[0].partition(".")[0], f"`{reserved[0]}` is a name that Eleventy keeps for itself")
    permalink = _find_bad_permalink(values.get("permalink"))
    return Fault("permalink", permalink) if permalink is not None else None


def _find_bad_permalink(value: Any) -> str | None:
    """Return what is wrong with a page's address: a file needs an extension, a folder a slash at its end."""
    if value is True:
        return "`permalink: true` means nothing to Eleventy"
    if not js_truthy(value) or isinstance(value, dict):
        return None
    text = js_string(value, zone=UTC)
    has_code = any(mark in text for mark in ("{{", "{%", "<%"))
    if has_code or text.startswith(".") or text.endswith("/") or text.rpartition("/")[2].find(".") > 0:
        return None
    return f"the permalink `{text[:60]}` has neither an extension nor a slash at its end"
