"""What Hugo makes of a page in a default build."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry, Mapping
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.hugo.dates import ZERO, chain_of, has_json, hugo_entries, name_date, read_value, site_zone
from postlint.generators.hugo.front_matter import find_fault, is_older, read_front_matter
from postlint.generators.hugo.keys import find_bad_key
from postlint.generators.hugo.values import go_bool, hugo_string
from postlint.generators.outcome import Outcome
from postlint.generators.readings import as_utf8, fails, first_problem, format_name, hide, left_out, refuses
from postlint.values.instant import Instant

_FALSE = frozenset({"0", "f", "F", "FALSE", "false", "False"})


class _Unreadable(Exception):
    """A date that ends the build; the text is its key."""


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; bad front matter and, since 0.135, bad dates end the build."""
    extension = file.path[file.path.rfind(".") :]
    if is_older(facts, 0, 112) and extension != extension.lower():
        return left_out("extension", "this Hugo takes no page from a file whose extension is in capitals")
    if extension.lower() in (".html", ".htm") and not is_older(facts, 0, 162):
        return fails("Hugo takes no HTML for content unless security.allowContent says so")
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
        block = reading.split.block.of(file.source.text) if reading.split is not None else ""
        if is_older(facts, 0, 152) and "\ufffd" in block:
            return fails("the front matter is not UTF-8")
    fault = find_fault(file, facts)
    if fault is not None:
        return fails(f"the front matter is not valid: {fault}")
    problem = first_problem(reading)
    if problem is not None:
        return fails(f"the front matter is not valid {format_name(reading)}: {problem}")
    is_seen = reading.is_read or reading.why == "not-a-map"
    root = reading.parsed.root if is_seen and reading.parsed is not None else None
    is_null = root is not None and root.value is None and is_older(facts, 0, 152)
    if root is not None and not isinstance(root, Mapping) and not is_null:
        return fails("the front matter is no list of keys and values")
    return _judge_page(file, reading, facts)


def _judge_page(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    entries, is_json = hugo_entries(reading), has_json(reading)
    fault = find_bad_key(entries, facts)
    if fault is not None:
        return refuses(fault)
    try:
        dates = {
            name: _resolve(name, entries, file, facts, is_json)
            for name in ("date", "lastmod", "publishdate", "expirydate")
        }
    except _Unreadable as error:
        return fails(f"the date in `{error}` is none that Hugo reads")
    hidden = _hidden(entries, dates["publishdate"][0], dates["expirydate"][0], facts, file.built)
    title = hugo_string(entries["title"], is_json=is_json) if "title" in entries else ""
    date, origin = dates["date"]
    outcome = Outcome(
        "published",
        None,
        title,
        "front-matter" if title else "none",
        date,
        origin if date is not None else "zero",
    )
    return hide(outcome, hidden)


def _resolve(
    name: str, entries: dict[str, Entry], file: PostFile, facts: SiteFacts, is_json: bool
) -> tuple[Instant | None, str]:
    """Return one of the page's dates and where it is from. Raises _Unreadable."""
    zone = site_zone(facts)
    for key in chain_of(name, facts):
        if key == ":filename":
            found = name_date(file, facts)
            if found is not None:
                return found.read, "file-name"
        elif key in (":filemodtime", ":git"):
            return None, "file-time"
        elif key in entries:
            instant, is_parsed = read_value(entries[key], zone, is_json=is_json)
            if instant == ZERO:
                # as good as no date, yet no other key is asked
                return None, "zero"
            if instant is not None:
                return instant, "front-matter"
            if not is_parsed and not is_older(facts, 0, 135):
                raise _Unreadable(entries[key].key)
    return None, "zero"


def _hidden(
    entries: dict[str, Entry], publish: Instant | None, expiry: Instant | None, facts: SiteFacts, now: Instant
) -> tuple[str, str] | None:
    config = {key.lower(): value for key, value in facts.config.items()}
    if "headless" in entries and go_bool(entries["headless"].value) and not is_older(facts, 0, 123):
        return "no-page", "it is headless: no page is written"
    if _is_draft(entries, facts) and not config.get("builddrafts"):
        return "draft", "it is a draft"
    if publish is not None and publish > now and not config.get("buildfuture"):
        return "future", "its date lies in the future"
    if expiry is not None and expiry < now and not config.get("buildexpired"):
        return "expired", "it has expired"
    return None


def _is_draft(entries: dict[str, Entry], facts: SiteFacts) -> bool:
    if "draft" in entries:
        return go_bool(entries["draft"].value)
    if "published" not in entries:
        return False
    # until 0.134 `published` was the opposite of `draft`
    value = entries["published"].value
    return value is None or (is_older(facts, 0, 135) and (value in _FALSE or value is False or value == 0))
