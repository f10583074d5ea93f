"""Where Hexo's pages will be (Hexo 8.1, `post_permalink`, `parseFilename`, hexo-util `slugize`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.hexo.outcome import judge
from postlint.generators.page_address import date_parts, slashed, text_of, values_of, without_accents
from postlint.generators.roles import site_folders
from postlint.generators.zones import machine_zone
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_PARAMETER = late_pattern(r":(\w*[^_\W])")
_CONTROL = late_pattern(r"[\x00-\x1f]")
_SPECIAL = late_pattern(r"[\s~`!@#$%^&*()\-_+=[\]{}|\\;:\"'<>,.?/]+")
_SEGMENTS = {
    "year": r"(\d{4})",
    "month": r"(\d{2})",
    "day": r"(\d{2})",
    "i_month": r"(\d{1,2})",
    "i_day": r"(\d{1,2})",
    "hash": r"([0-9a-f]{12})",
}
_DATED = frozenset({"year", "month", "day", "hour", "minute", "second", "i_month", "i_day", "timestamp", "hash"})


def permalink(
    file: PostFile, reading: FrontMatterReading, facts: SiteFacts, stand_in: Instant | None = None
) -> str | None:
    """Return the path of the page, without the `root`; None if the clock or a plugin decides it.

    `stand_in` is taken for a date that the clock decides, where only the shape of the address matters.
    """
    own_key = reading.entries.get("permalink")
    source = site_folders("source", facts)[0]
    path = file.path.removeprefix(f"{source}/")
    own = text_of(own_key.value) if own_key is not None else None
    has_assets = facts.config.get("post_asset_folder") is True
    if not path.startswith(("_posts/", "_drafts/")):
        return _page(path, own)
    if own is not None:
        if has_assets and not own.endswith(("/", ".html")):
            own += "/"
        return own if own.startswith("/") else f"/{own}"
    slug = _slug(path.split("/", 1)[1], str(facts.config.get("new_post_name") or ":title.md"))
    filled = _fill(file, reading, facts, slug, values_of(reading), stand_in)
    if filled is None:
        return None
    if has_assets and not filled.endswith(("/", ".html")):
        filled += "/"
    return slashed(filled)


def _page(path: str, own: str | None) -> str:
    if own is not None:
        address = f"{own}index.html" if own.endswith("/") else own if re.search(r"\.\w+\Z", own) else f"{own}.html"
    else:
        address = re.sub(r"\.[^./]+\Z", ".html", path)
    return slashed(address.removesuffix("index.html") if re.search(r"(?:\A|/)index\.html\Z", address) else address)


def _fill(
    file: PostFile,
    reading: FrontMatterReading,
    facts: SiteFacts,
    slug: str,
    values: Mapping[str, Any],
    stand_in: Instant | None,
) -> str | None:
    rule = str(facts.config.get("permalink") or ":year/:month/:day/:title/")
    names = set(_PARAMETER.findall(rule))
    known: dict[str, str | None] = {"title": slug, "name": slug.rsplit("/", 1)[-1], "id": None}
    if names & _DATED:
        date = judge(file, reading, facts).date or stand_in
        if date is None:
            return None
        known.update(_dated(date, slug))
    if "post_title" in names:
        known["post_title"] = slugize(text_of(values.get("title")) or "").lower()
    if "category" in names:
        known["category"] = _category(values, facts)
    defaults = facts.config.get("permalink_defaults")
    missing = False

    def replace(match: re.Match[str]) -> str:
        nonlocal missing
        name = match[1]
        value = known[name] if name in known else text_of(values.get(name))
        if value is None and name not in known and isinstance(defaults, Mapping):
            value = text_of(defaults.get(name))
        missing = missing or value is None
        return value or ""

    filled = _PARAMETER.sub(replace, rule)
    return None if missing else filled


def _dated(date: Instant, slug: str) -> dict[str, str | None]:
    civil: Civil = date.civil(machine_zone().offset_at(date))
    # OpenSSL behind it takes time to load, and few sites have dated addresses
    import hashlib

    digest = hashlib.sha1(f"{slug}{date.seconds}".encode("utf-8", "replace"), usedforsecurity=False)
    parts: dict[str, str | None] = {key: value for key, value in date_parts(civil).items() if key in _DATED}
    return {**parts, "timestamp": str(date.seconds), "hash": digest.hexdigest()[:12]}


def _slug(path: str, rule: str) -> str:
    """Return what Hexo takes for `:title`: a part of the file's name where it fits the rule, else all of it."""
    stem = re.sub(r"\.[^./]*\Z", "", path)
    rule = re.sub(r"\.[^./]*\Z", "", rule)
    names: list[str] = []
    pattern = ""
    at = 0
    for match in _PARAMETER.finditer(rule):
        names.append(match[1])
        pattern += re.escape(rule[at : match.start()]) + _SEGMENTS.get(match[1], "(.+?)")
        at = match.end()
    # a rule with many parts of any length would be slow on a hostile name
    if "title" in names and pattern.count("(.+?)") <= 3 and len(stem) <= 300:
        found = re.fullmatch(pattern + re.escape(rule[at:]), stem, re.ASCII)
        if found:
            return found[names.index("title") + 1]
    return slugize(stem)


def _category(values: Mapping[str, Any], facts: SiteFacts) -> str | None:
    found = values.get("categories") or values.get("category")
    if not found:
        return text_of(facts.config.get("default_category")) or "uncategorized"
    if isinstance(found, list):
        # a list is one hierarchy, a list of lists several: the last one counts
        nested = [item for item in found if isinstance(item, list)]
        found = (nested[-1] if isinstance(found[-1], list) else found[-1:]) if nested else found
    else:
        found = [found]
    mapped = facts.config.get("category_map")
    names = [text_of(item) for item in found]
    if not names or None in names:
        return None
    case = facts.config.get("filename_case")
    slugs = []
    for name in names:
        mapped_name = text_of(mapped.get(name)) if isinstance(mapped, Mapping) else None
        slug = slugize(mapped_name or name or "")
        slugs.append(slug.lower() if case == 1 else slug.upper() if case == 2 else slug)
    return "/".join(slugs)


def slugize(text: str) -> str:
    """Return the text as hexo-util's `slugize` makes it, its case kept."""
    text = _CONTROL.sub("", without_accents(text))
    return re.sub(r"-{2,}", "-", _SPECIAL.sub("-", text)).strip("-")
