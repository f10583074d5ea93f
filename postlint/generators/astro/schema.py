"""The schema that a content collection checks front matter with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from postlint.front_matter.flavours import Toml, Yaml
from postlint.generators.astro.field import Field, Schema
from postlint.generators.astro.zod import CONFIG_FILES, read_schemas
from postlint.generators.facts import SiteFacts
from postlint.generators.js_values import js_yaml_instant, new_date
from postlint.generators.outcome import Fault
from postlint.generators.zones import machine_zone
from postlint.values.instant import Civil, Instant

# what is assumed of a collection whose schema cannot be read
DEFAULT = Schema({"title": Field("string"), "date": Field("coerce-date")})

_ARTICLES = {
    "string": "text",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "date": "a date",
    "coerce-date": "a date",
}
_PLURALS = {"string": "texts", "number": "numbers", "boolean": "true or false", "enum": "known values"}


def find_schema(path: str, facts: SiteFacts) -> Schema:
    """Return the schema of the collection that a file belongs to; the default where none can be read."""
    for name in CONFIG_FILES:
        if name in facts.files:
            found = read_schemas(facts.files[name])
            folders = [folder for folder in found if not folder or path.startswith(f"{folder}/")]
            if folders:
                return found[max(folders, key=len)]
    return DEFAULT


def coerce_date(value: Any, flavour: Yaml | Toml | None) -> Instant | None:
    """Return `new Date(value)`; TOML dates without a zone are UTC, and their years are taken literally."""
    if isinstance(value, Civil):
        return value.instant() if isinstance(flavour, Toml) else js_yaml_instant(value)
    return new_date(value, zone=machine_zone())


def find_faults(schema: Schema, values: Mapping[str, Any], flavour: Yaml | Toml | None) -> Iterator[Fault]:
    """Yield what zod says of the keys that do not fit, in the order of the schema."""
    for key, wanted in schema.fields.items():
        if key not in values:
            if not wanted.is_optional:
                yield Fault(key, f"`{key}` is missing, and the schema requires it")
        elif not _fits(values[key], wanted, flavour):
            yield Fault(key, f"`{key}` is not {_describe(wanted)}, as the schema requires")


def _describe(wanted: Field) -> str:
    if wanted.kind == "enum":
        return f"one of {', '.join(wanted.choices)}"
    if wanted.kind == "array" and wanted.item is not None and wanted.item.kind in _PLURALS:
        return f"a list of {_PLURALS[wanted.item.kind]}"
    return _ARTICLES.get(wanted.kind, wanted.kind)


def _fits(value: Any, wanted: Field, flavour: Yaml | Toml | None) -> bool:
    if value is None and wanted.is_nullable:
        return True
    match wanted.kind:
        case "string":
            return isinstance(value, str)
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "enum":
            return isinstance(value, str) and value in wanted.choices
        case "array":
            item = wanted.item
            return isinstance(value, list) and (item is None or all(_fits(one, item, flavour) for one in value))
        case "date":
            return isinstance(value, Civil)
        case "coerce-date":
            return coerce_date(value, flavour) is not None
    return True
