"""What Hexo makes of a post in `hexo generate`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.front_matter.nodes import Entry, Sequence
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.hexo.dates import read_dates
from postlint.generators.hexo.front_matter import read_front_matter
from postlint.generators.hexo.profile import PROFILE
from postlint.generators.js_values import js_string, js_truthy
from postlint.generators.outcome import Outcome
from postlint.generators.readings import as_utf8, first_problem, hide, left_out
from postlint.generators.zones import machine_zone
from postlint.values.late_pattern import late_pattern

_EXTENSIONS = (*PROFILE.extensions, *PROFILE.html_extensions)
_CUID = late_pattern(r"c[0-9a-z]{24}")


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; bad front matter makes a post vanish while the build succeeds."""
    if not file.path.endswith(_EXTENSIONS):
        return left_out("extension", "Hexo has no renderer for files with this extension and copies it as it is")
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
    problem = first_problem(reading)
    if problem is not None:
        reason = f"the front matter is not valid: {problem}; Hexo logs an error and goes on without the post"
        return left_out("front-matter", reason)
    if reading.is_read and reading.parsed is not None and isinstance(reading.parsed.root, Sequence):
        reason = "the front matter is a list; Hexo logs an error and goes on without the post"
        return left_out("front-matter", reason)
    entries = reading.entries
    fault = _find_bad_value(file, entries, facts)
    if fault is not None:
        return left_out("front-matter", f"{fault}; Hexo logs an error and goes on without the post")
    hidden = _hidden(file, entries, facts)
    title = _value(entries, "title")
    dates = read_dates(file, reading, facts)
    date = dates[0] if dates and dates[0].key != "updated" and dates[0].read is not None else None
    source = "file-time" if date is None else "front-matter" if date.entry else "file-name"
    outcome = Outcome(
        "published",
        None,
        title if isinstance(title, str) else "" if title is None else js_string(title, zone=machine_zone()),
        "none" if title is None else "front-matter",
        None if date is None else date.read,
        source,
    )
    return hide(outcome, hidden)


def _value(entries: Mapping[str, Entry], key: str) -> Any:
    entry = entries.get(key)
    return None if entry is None else entry.node.value


def _find_bad_value(file: PostFile, entries: Mapping[str, Entry], facts: SiteFacts) -> str | None:
    """Return the value that Hexo's database refuses, None if it takes them all (`models/post.js`)."""
    for key in PROFILE.never_null_keys:
        if key in entries and entries[key].node.value is None:
            return f"`{key}` has no value"
    own_id = _value(entries, "_id")
    if own_id is not None and not (isinstance(own_id, str) and _CUID.fullmatch(own_id)):
        return "`_id` is a key of Hexo's own"
    address = _value(entries, "permalink")
    if file.role != "page" and not isinstance(address, str) and js_truthy(address):
        is_old = bool(facts.version) and facts.version[0] < 4
        return None if is_old else "`permalink` is no text"
    return None


def _hidden(file: PostFile, entries: Mapping[str, Entry], facts: SiteFacts) -> tuple[str, str] | None:
    if file.role == "draft" and not facts.config.get("render_drafts"):
        return "draft", "it is a draft"
    # a null is replaced by the schema's default, true
    value = _value(entries, "published")
    is_shown = value is None or (js_truthy(value) and value not in ("false", "0"))
    return None if is_shown or file.role != "post" else ("unpublished", "`published` is false")
