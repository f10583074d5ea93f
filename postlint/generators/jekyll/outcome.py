"""What Jekyll makes of a post in a default build."""

from __future__ import annotations

from typing import Any

from postlint.front_matter.nodes import Mapping
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.jekyll.dates import name_parts, read_dates
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.readings import fails, first_problem, hide, is_utf8, left_out
from postlint.generators.zones import machine_zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_HEADER = late_pattern(r"---\s*\r?\n")


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; bad front matter does not stop a post from being published, without a title."""
    if not is_utf8(file.source):
        return left_out("encoding", "the file is not UTF-8")
    name = name_parts(file.path)
    if file.role == "post" and name is None:
        return left_out("file-name", "the file's name does not start with YYYY-MM-DD-")
    if file.role == "draft" and not facts.config.get("show_drafts"):
        return left_out("draft", "it is a draft")
    if file.role in ("page", "section") and not _HEADER.match(file.source.text):
        return left_out("front-matter", "without front matter the file is copied as it is")
    spoiled = _find_spoiled(reading)
    if spoiled is not None:
        return _judge_spoiled(spoiled, facts)
    return _judge_read(file, reading, facts)


def _find_spoiled(reading: FrontMatterReading) -> str | None:
    problem = first_problem(reading)
    if problem is not None:
        return f"the front matter is not valid YAML: {problem}"
    entry = reading.entries.get("categories")
    if entry is not None and entry.value is not None and not isinstance(entry.value, (str, list)):
        return "`categories` is neither text nor a list"
    parsed = reading.parsed
    if reading.why == "not-a-map" and parsed is not None and not isinstance(parsed.root, Mapping):
        return "the front matter is no list of keys and values"
    return None


def _judge_spoiled(reason: str, facts: SiteFacts) -> Outcome:
    if facts.config.get("strict_front_matter"):
        return fails(reason)
    return Outcome("published", f"{reason}; Jekyll publishes the post without a title, dated now", date_from="now")


def _judge_read(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    entries = reading.entries
    dates = read_dates(file, reading, facts)
    used = dates[0] if dates else None
    if used is not None and used.fault is not None:
        where = "`date`" if used.entry is not None else "the file's name"
        return fails(f"the date in {where} is none that Jekyll reads")
    title = entries["title"].value if "title" in entries else None
    has_title = title is not None and title is not False
    if not has_title:
        title = _title_of_name(file.path)
    hidden = _hidden({key: entry.value for key, entry in entries.items()}, used, facts, file.built)
    outcome = Outcome(
        "published",
        None,
        _held(title),
        "front-matter" if has_title else "file-name",
        used.read if used is not None else None,
        _origin(used),
    )
    return hide(outcome, hidden)


def _origin(used: DateReading | None) -> str:
    if used is None:
        return "now"
    return "front-matter" if used.entry is not None else "file-name"


def _hidden(values: dict[str, Any], used: DateReading | None, facts: SiteFacts, now: Instant) -> tuple[str, str] | None:
    published = values.get("published", True)
    if (published is None or published is False) and not facts.config.get("unpublished"):
        return "unpublished", "`published` is false"
    is_future = used is not None and used.read is not None and used.read > now
    if is_future and not facts.config.get("future"):
        return "future", "its date lies in the future"
    return None


def _title_of_name(path: str) -> str:
    """Return the title that Jekyll makes of a file's name (`titleize_slug`)."""
    parts = name_parts(path)
    name = path[path.rfind("/") + 1 :]
    slug = parts["slug"] if parts is not None else name[: name.rfind(".")] if "." in name else name
    return " ".join(word.capitalize() for word in slug.rstrip(".").split("-"))


def _time_text(value: Civil) -> str:
    instant = value.instant()
    text = str(instant.civil(machine_zone().offset_at(instant)))
    # `Z` makes a time of its own kind in Ruby; nobody writes +00:00
    return f"{text[:19]} UTC" if value.offset == 0 else f"{text[:-3]}{text[-2:]}"


def _held(value: Any) -> Any:
    if isinstance(value, Civil):
        return str(value) if value.date_only else _time_text(value)
    if isinstance(value, list):
        return [_held(item) for item in value]
    if isinstance(value, dict):
        return {key: _held(item) for key, item in value.items()}
    return value
