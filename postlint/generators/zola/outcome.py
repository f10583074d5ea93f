"""What Zola makes of a page (`front_matter/page.rs`: typed keys, unknown ones are ignored)."""

from __future__ import annotations

import re
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import Outcome
from postlint.generators.readings import fails, first_problem, format_name, hide, is_utf8, left_out
from postlint.generators.zola.dates import read_dates

_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    **dict.fromkeys(("title", "description", "slug", "path", "template"), ((str,), "text")),
    **dict.fromkeys(("draft", "in_search_index", "render", "generate_feeds"), ((bool,), "true or false")),
    "weight": ((int,), "a whole number"),
    **dict.fromkeys(("aliases", "authors"), ((list,), "a list of texts")),
    **dict.fromkeys(("taxonomies", "extra"), ((dict,), "a table")),
}


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; whatever is wrong ends the build."""
    if not file.path.endswith(".md"):
        return left_out("extension", "Zola takes no page from a file with this extension")
    if not is_utf8(file.source):
        return fails("the file is not UTF-8")
    fault = _find_fault(file, reading, facts)
    if fault is not None:
        return fails(fault)
    values = {key: entry.value for key, entry in reading.entries.items()}
    title = values.get("title")
    date = next((date for date in read_dates(file, reading, facts) if date.key == "date"), None)
    is_draft = values.get("draft") is True
    outcome = Outcome(
        "published",
        None,
        title,
        "none" if title is None else "front-matter",
        date.read if date is not None else None,
        "none" if date is None else "front-matter" if date.entry is not None else "file-name",
    )
    return hide(outcome, ("draft", "it is a draft") if is_draft else None)


def _find_fault(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    problem = first_problem(reading)
    if problem is not None:
        return f"the front matter is not valid {format_name(reading)}: {problem}"
    if not reading.is_read:
        return "there is no front matter that Zola sees"
    values = {key: entry.value for key, entry in reading.entries.items()}
    for key, value in values.items():
        if key in _TYPES and value is not None and not _has_type(value, _TYPES[key][0]):
            return f"`{key}` is not {_TYPES[key][1]}"
    for key in ("slug", "path"):
        if key in values and re.fullmatch(r"/?", values[key] or ""):
            return f"`{key}` is empty"
    for date in read_dates(file, reading, facts):
        if date.fault is not None:
            return f"the date in `{date.key}` is none that Zola reads"
    return None


def _has_type(value: Any, types: tuple[type, ...]) -> bool:
    if isinstance(value, bool) and bool not in types:
        return False
    if isinstance(value, list):
        return list in types and all(isinstance(item, str) for item in value)
    return isinstance(value, types)
