"""Where Pelican's pages will be (Pelican 4.12, `contents.py`, `utils.slugify`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.page_address import slashed
from postlint.generators.pelican.dates import meta_entries
from postlint.generators.pelican.outcome import judge
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_FIELD = late_pattern(r"\{(\w+)(?::([^{}]*))?\}")
_RULES = ((r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-"))


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page; None if it needs a transliteration or settings that are code."""
    config = facts.config
    values = {key.lower(): entries[-1].value for key, entries in meta_entries(reading).items()}
    own = _text(values.get("url"))
    if own is not None:
        return slashed(own)
    is_draft = str(values.get("status", "")).strip().lower() == "draft"
    kind = "PAGE" if file.role == "page" else "ARTICLE"
    if is_draft:
        kind = "DRAFT_PAGE" if kind == "PAGE" else "DRAFT"
    template = config.get(f"{kind}_URL", _DEFAULTS[kind])
    if not isinstance(template, str) or (_text(values.get("lang")) not in (None, config.get("DEFAULT_LANG", "en"))):
        return None
    fields = _fields(file, values, facts)
    if "{date" in template:
        date = judge(file, reading, facts).date
        fields["date"] = date.civil() if date is not None else None
    filled = _format(template, fields)
    return slashed(filled.removesuffix("index.html")) if filled is not None else None


_DEFAULTS = {
    "ARTICLE": "{slug}.html",
    "PAGE": "pages/{slug}.html",
    "DRAFT": "drafts/{slug}.html",
    "DRAFT_PAGE": "drafts/pages/{slug}.html",
}


def _fields(file: PostFile, values: dict[str, Any], facts: SiteFacts) -> dict[str, Any]:
    content = site_folders("content", facts)[0]
    folder = folder_of(file.path[len(content) + 1 :]) if file.path.startswith(f"{content}/") else ""
    source = str(facts.config.get("SLUGIFY_SOURCE", "title"))
    origin = stem_of(file.path) if source == "basename" else _text(values.get("title"))
    category = _text(values.get("category"))
    if category is None and facts.config.get("USE_FOLDER_AS_CATEGORY", True) and folder:
        category = folder.rsplit("/", 1)[-1]
    category = category or str(facts.config.get("DEFAULT_CATEGORY", "misc"))
    return {
        "slug": _text(values.get("slug")) or slugify(origin, facts),
        "category": slugify(category, facts),
        "path": file.path[len(content) + 1 :],
        "path_no_ext": re.sub(r"\.[^./]*\Z", "", file.path[len(content) + 1 :]),
        "lang": str(facts.config.get("DEFAULT_LANG", "en")),
    }


def _format(template: str, fields: dict[str, Any]) -> str | None:
    """Fill `{slug}` and `{date:%Y}`; None for a field or a directive that is not known."""
    missing = False

    def replace(match: re.Match[str]) -> str:
        nonlocal missing
        value = fields.get(match[1])
        if isinstance(value, Civil) and match[2]:
            text = _strftime(value, match[2])
        else:
            text = value if isinstance(value, str) and not match[2] else None
        missing = missing or text is None
        return text or ""

    filled = _FIELD.sub(replace, template)
    return None if missing else filled


def _strftime(date: Civil, form: str) -> str | None:
    parts = {
        "Y": f"{date.year:04d}",
        "m": f"{date.month:02d}",
        "d": f"{date.day:02d}",
        "-m": str(date.month),
        "-d": str(date.day),
        "H": f"{date.hour:02d}",
        "M": f"{date.minute:02d}",
        "S": f"{date.second:02d}",
        "y": f"{date.year % 100:02d}",
    }
    names = re.findall(r"%(-?.)", form)
    return re.sub(r"%(-?.)", lambda match: parts[match[1]], form) if all(name in parts for name in names) else None


def slugify(text: str | None, facts: SiteFacts) -> str | None:
    """Return the slug of a title; None where it would be transliterated (anything but ASCII)."""
    if text is None:
        return None
    value = unicodedata.normalize("NFKC", re.sub(r"<[^<>]*>", "", text))
    if facts.config.get("SLUGIFY_USE_UNICODE") is not True and not value.isascii():
        return None
    rules = facts.config.get("SLUG_REGEX_SUBSTITUTIONS", _RULES)
    if rules is not _RULES and [tuple(rule) for rule in _pairs(rules)] != list(_RULES):
        # patterns of the site's own may take any time
        return None
    for pattern, replacement in _RULES:
        value = re.sub(pattern, replacement, value, flags=re.IGNORECASE)
    return value.lower().strip()


def _pairs(rules: object) -> Iterable[tuple[Any, ...]]:
    return (
        (tuple(rule) for rule in rules if isinstance(rule, (list, tuple))) if isinstance(rules, (list, tuple)) else ()
    )


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
