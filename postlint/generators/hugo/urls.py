"""Where Hugo's pages will be (0.168, `page_paths`, `permalinks.go`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.hugo.outcome import judge
from postlint.generators.page_address import date_parts, slashed, text_of, values_of
from postlint.generators.roles import profile_path
from postlint.generators.site_paths import folder_of, stem_of
from postlint.generators.zones import UTC, find_zone
from postlint.values.late_pattern import late_pattern

_TOKEN = late_pattern(r":([a-z]+)(?:\[[^\]]*\])?")
_DATED = frozenset({"year", "month", "monthname", "day", "weekday", "weekdayname", "yearday"})
_KEPT = frozenset("._-+~@/#\\")


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page, without the base path; None where it is not known."""
    values = {key.lower(): value for key, value in values_of(reading).items()}
    place = profile_path(file.path, facts) or file.path
    path = place.removeprefix("content/")
    folder, stem = folder_of(path), stem_of(path)
    stem, prefix = _language(stem, facts)
    own = text_of(values.get("url"))
    if own is not None:
        if ":" in own:
            return None
        return slashed(f"{prefix}/{own}" if not own.startswith("/") else own)
    if stem == "_index":
        return _finish(f"{prefix}/{folder}/", facts)
    section = path.split("/")[0] if "/" in path else ""
    if stem == "index":
        stem, folder = folder.rsplit("/", 1)[-1], folder_of(folder)
        section = section if folder else ""
    rule = _rule(section, facts)
    if rule is not None:
        filled = _fill(rule, file, reading, facts, values, (section, folder, stem))
        return None if filled is None else _finish(f"{prefix}/{filled}", facts)
    slug = text_of(values.get("slug"))
    name = slug.strip("/") if slug else stem
    ending = ".html" if facts.config.get("uglyURLs") is True else "/"
    return _finish(f"{prefix}/{folder}/{name}{ending}", facts)


def _language(stem: str, facts: SiteFacts) -> tuple[str, str]:
    """Part `name.fr` and return the prefix of that language's pages."""
    languages = facts.config.get("languages")
    name, dot, code = stem.rpartition(".")
    if dot and isinstance(languages, Mapping) and code.lower() in {str(key).lower() for key in languages}:
        default = str(facts.config.get("defaultContentLanguage") or "en").lower()
        is_prefixed = code.lower() != default or facts.config.get("defaultContentLanguageInSubdir") is True
        return name, f"/{code.lower()}" if is_prefixed else ""
    return stem, ""


def _rule(section: str, facts: SiteFacts) -> str | None:
    rules = facts.config.get("permalinks")
    if not isinstance(rules, Mapping):
        return None
    pages = rules.get("page")
    for table in (pages, rules):
        if isinstance(table, Mapping):
            found = {str(key).lower(): value for key, value in table.items()}.get(section.lower() or "/")
            if isinstance(found, str):
                return found
    return None


def _fill(
    rule: str,
    file: PostFile,
    reading: FrontMatterReading,
    facts: SiteFacts,
    values: Mapping[str, Any],
    place: tuple[str, str, str],
) -> str | None:
    section, folder, stem = place
    outcome = judge(file, reading, facts)
    title = text_of(outcome.title) or ""
    slug = text_of(values.get("slug"))
    known: dict[str, str | None] = {
        "section": section,
        "sections": folder,
        "title": _segment(title) or None,
        "slug": _segment(slug or title) or None,
        "slugorfilename": _segment(slug or stem),
        "slugorcontentbasename": _segment(slug or stem),
        "filename": _segment(stem),
        "contentbasename": _segment(stem),
    }
    names = {match[1] for match in _TOKEN.finditer(rule)}
    if names & _DATED:
        if outcome.date is None:
            return None
        zone = find_zone(str(facts.config.get("timeZone") or "")) or UTC
        civil = outcome.date.civil(outcome_offset(reading, zone.offset_at(outcome.date)))
        parts = date_parts(civil)
        known.update({name: parts[name] for name in ("year", "month", "day", "monthname")})
        known["weekday"] = str(int(parts["weekday_number"]) % 7)
        known["weekdayname"], known["yearday"] = parts["weekday"], parts["year_day"]
    if "[" in rule or not names <= known.keys() or any(known[name] is None for name in names):
        return None
    return _TOKEN.sub(lambda match: known[match[1]] or "", rule)


def outcome_offset(reading: FrontMatterReading, default: int) -> int:
    """Return the offset that the date is written with: Hugo keeps it; else that of the site's zone."""
    value = {key.lower(): value for key, value in values_of(reading).items()}.get("date")
    offset = getattr(value, "offset", None)
    return offset if isinstance(offset, int) else default


def _segment(text: str) -> str:
    """Return a title or a slug as one part of a path: runs of blanks and dropped signs become one hyphen."""
    words = _sanitize(re.sub(r"/+", "-", text), " ").split()
    return re.sub(r"-*\0-*", lambda found: found[0].replace("\0", "") or "-", "\0".join(words)).strip("-")


def _sanitize(text: str, blank: str) -> str:
    return "".join(
        blank if char.isspace() else char
        for char in text
        if char.isspace() or char in _KEPT or unicodedata.category(char)[0] in "LMN"
    )


def _finish(path: str, facts: SiteFacts) -> str:
    """Return the path as Hugo sanitises it: blanks to hyphens, lower case, signs gone."""
    kept = _sanitize(path, "-")
    return slashed(kept if facts.config.get("disablePathToLower") is True else kept.lower())
