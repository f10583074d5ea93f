"""The schema that a content collection checks front matter with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.front_matter.flavours import Toml, Yaml
from postlint.generators.astro.field import Field, Schema
from postlint.generators.astro.zod import CONFIG_FILES, read_schemas
from postlint.generators.facts import SiteFacts
from postlint.generators.js_values import js_yaml_instant, new_date
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
}


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


def find_error(schema: Schema, values: Mapping[str, Any], flavour: Yaml | Toml | None) -> str | None:
    """Return what zod says of the first key that does not fit, None if all do."""
    for key, wanted in schema.fields.items():
        if key not in values:
            if not wanted.is_optional:
                return f"`{key}` is missing, and the schema requires it"
        elif not _fits(values[key], wanted, flavour):
            shown = "a date" if wanted.kind == "coerce-date" else _ARTICLES.get(wanted.kind, wanted.kind)
            return f"`{key}` is not {shown}, as the schema requires"
    return None


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
        case "array":
            return isinstance(value, list)
        case "date":
            return isinstance(value, Civil)
        case "coerce-date":
            return coerce_date(value, flavour) is not None
    return True
