"""What Pelican makes of an article in a default build."""

from __future__ import annotations

import posixpath
from typing import Any

from postlint.front_matter.nodes import Entry
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.pelican.dates import first_line, lines_of, meta_entries, read_dates
from postlint.generators.readings import hide, is_utf8, left_out
from postlint.values.instant import Instant

_EXTENSIONS = (".md", ".markdown", ".mkd", ".mdown")
_STATUSES = {
    "draft": "it is a draft",
    "hidden": "it is hidden: the page is written, but listed nowhere",
    "skip": "its status is `skip`",
}


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; whatever is wrong leaves the article out, and the build succeeds."""
    if not file.path.endswith(_EXTENSIONS):
        return left_out("extension", "Pelican has no reader for files with this extension")
    if not is_utf8(file.source):
        return left_out("encoding", "the file is not UTF-8")
    entries = meta_entries(reading)
    dates = read_dates(file, reading, facts)
    fault = _find_fault(file, entries, dates, facts)
    if fault is not None:
        return left_out(*fault)
    date = next((date for date in dates if date.key == "date"), None)
    hidden = _hidden(entries, date, facts, file.built)
    outcome = Outcome(
        "published",
        None,
        _title(entries["title"]),
        "front-matter",
        date.read if date is not None else None,
        _origin(date),
    )
    return hide(outcome, hidden)


def _origin(date: DateReading | None) -> str:
    if date is None:
        return "file-time"
    return "front-matter" if date.entry is not None else "file-name"


def _find_fault(
    file: PostFile, entries: dict[str, tuple[Entry, ...]], dates: tuple[DateReading, ...], facts: SiteFacts
) -> tuple[str, str] | None:
    for date in dates:
        if date.fault is not None:
            where = "the file's name" if date.entry is None else f"`{date.key}`"
            return "date", f"the date in {where} is none that Pelican reads"
    if "title" not in entries:
        return "title", "there is no `title`"
    if "content" in entries:
        return "front-matter", "Pelican cannot use the key `content`"
    status = _status(entries, facts)
    if status not in ("published", *_STATUSES):
        return "status", f"Pelican knows no status `{status}`"
    outside = _find_outside(entries, facts)
    if outside is not None and status != "skip":
        return "address", f"`{outside}` names a file outside of the site"
    has_date = any(date.key == "date" for date in dates) or bool(facts.config.get("DEFAULT_DATE"))
    if not has_date and file.role == "post" and status != "draft":
        return "date", "there is no `date`"
    return None


def _find_outside(entries: dict[str, tuple[Entry, ...]], facts: SiteFacts) -> str | None:
    """Return the key whose value Pelican would write out of the output folder."""
    pattern = str(facts.config.get("ARTICLE_SAVE_AS") or "{slug}.html")
    key = "save_as" if "save_as" in entries else "slug"
    if key not in entries or (key == "slug" and not pattern.startswith("{slug}")):
        return None
    target = posixpath.normpath(first_line(entries[key][0]) or ".")
    return key if target.startswith(("/", "../")) or target == ".." else None


def _status(entries: dict[str, tuple[Entry, ...]], facts: SiteFacts) -> str:
    written = first_line(entries["status"][0]) if "status" in entries else ""
    defaults = facts.config.get("DEFAULT_METADATA")
    default = defaults.get("status") if isinstance(defaults, dict) else None
    return (written or str(default or "published")).lower()


def _hidden(
    entries: dict[str, tuple[Entry, ...]], date: DateReading | None, facts: SiteFacts, now: Instant
) -> tuple[str, str] | None:
    status = _status(entries, facts)
    is_future = date is not None and date.read is not None and date.read > now
    if status in _STATUSES:
        return "draft" if status == "draft" else "unpublished", _STATUSES[status]
    if is_future and facts.config.get("WITH_FUTURE_DATES") is False:
        return "future", "its date lies in the future"
    return None


def _title(entries: tuple[Entry, ...]) -> Any:
    """Return the title; of several lines or several titles Pelican makes a list.

    The last entry of a key holds the values of all before it.
    """
    lines = lines_of(entries[-1])
    return lines[0] if len(lines) == 1 else lines
