"""The checks that Docusaurus makes of a blog post's front matter (`frontMatter.js`, Joi)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from postlint.generators.js_date import read_js_date
from postlint.generators.js_values import js_string
from postlint.generators.outcome import Fault
from postlint.generators.zones import UTC
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_NUMBER = late_pattern(r"\s*[+-]?\d+(?:\.\d+)?\s*", re.ASCII)
_BAD_URI = late_pattern(r"[\s<>\"{}|\\^`]|[^\x00-\x7f]")
_SCHEME = late_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")


def find_error(values: Mapping[str, Any]) -> Fault | None:
    """Return what is wrong with the first key that Docusaurus refuses, None if it takes them all."""
    for key, value in values.items():
        check = _CHECKS.get(key)
        if check is not None and not check[0](value):
            return Fault(key, f"`{key}` is {_shown(value)}, and Docusaurus takes {check[1]} only")
    if _is_true(values.get("draft")) and _is_true(values.get("unlisted")):
        return Fault("unlisted", "a post cannot be `draft` and `unlisted` at once")
    low: Any = values.get("toc_min_heading_level")
    high: Any = values.get("toc_max_heading_level", 6)
    if _is_level(low) and _is_level(high) and float(low) > float(high):
        return Fault("toc_min_heading_level", "`toc_min_heading_level` is above `toc_max_heading_level`")
    return None


def is_joi_true(value: Any) -> bool:
    """Tell whether Joi reads a value as true."""
    return _is_true(value)


def is_date(value: Any) -> bool:
    """Tell whether Joi takes a value for a date: a Date, a number, a text that `new Date` reads."""
    if isinstance(value, Civil):
        return True
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        return abs(value) <= 8.64e15
    if not isinstance(value, str) or not value:
        return False
    if _NUMBER.fullmatch(value):
        return abs(float(value)) <= 8.64e15
    return read_js_date(value, zone=UTC) is not None


def _shown(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f'"{value}"' if value else "empty"
    return "a list" if isinstance(value, list) else "a map" if isinstance(value, dict) else js_string(value, zone=UTC)


def _is_text_or_empty(value: Any) -> bool:
    return isinstance(value, (str, int, float, Civil)) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    return _is_text_or_empty(value) and value != ""


def _is_bool(value: Any) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value.strip().lower() in ("true", "false"))


def _is_true(value: Any) -> bool:
    return value is True or (isinstance(value, str) and value.strip().lower() == "true")


def _is_level(value: Any) -> bool:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        value = float(value)
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 2 <= value <= 6


def _is_uri(value: Any) -> bool:
    if not isinstance(value, str) or not value:
        return False
    return not _BAD_URI.search(value) or bool(_SCHEME.match(value))


def _is_tag(value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == {"label", "permalink"} and all(map(_is_text, value.values()))
    return _is_text(value)


def _are_tags(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_tag, value))


def _are_keywords(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_author(value: Any) -> bool:
    if not isinstance(value, dict):
        return _is_text(value)
    if not any(key in value for key in ("key", "name", "imageURL", "image_url")):
        return False
    texts = (value[key] for key in ("key", "name", "title", "imageURL", "image_url") if key in value)
    return all(map(_is_text, texts)) and ("url" not in value or _is_uri(value["url"]))


def _are_authors(value: Any) -> bool:
    return all(map(_is_author, value)) if isinstance(value, list) else _is_author(value)


def _is_update(value: Any) -> bool:
    if not isinstance(value, dict) or not set(value) or not set(value) <= {"author", "date"}:
        return False
    author = value.get("author", "x")
    return isinstance(author, str) and bool(author) and ("date" not in value or is_date(value["date"]))


_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("title", "title_meta", "sidebar_label", "description"), (_is_text_or_empty, "text")),
    **dict.fromkeys(("id", "author", "author_title", "authorTitle", "slug"), (_is_text, "text")),
    **dict.fromkeys(
        ("image", "author_url", "author_image_url", "authorURL", "authorImageURL"),
        (_is_uri, "a URL or a path"),
    ),
    **dict.fromkeys(("draft", "unlisted", "hide_table_of_contents"), (_is_bool, "true or false")),
    **dict.fromkeys(("toc_min_heading_level", "toc_max_heading_level"), (_is_level, "a number from 2 to 6")),
    "tags": (_are_tags, "a list of texts"),
    "keywords": (_are_keywords, "a list of texts"),
    "authors": (_are_authors, "the names or maps of authors"),
    "date": (is_date, "a date"),
    "last_update": (_is_update, "a map of `author` and `date`"),
}
