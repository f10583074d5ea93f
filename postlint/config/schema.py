"""The JSON Schema of a config file, made from the keys and the options of rules."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Literal, Union, get_args, get_origin

from postlint.config.hosts import HostOptions
from postlint.config.keys import KEYS, SEVERITIES, Key, Kind
from postlint.config.known import KnownNames
from postlint.rulekit.options import OptionInfo, Options
from postlint.values.report import Severity
from postlint.values.settings import Settings

_SEVERITY: dict[str, Any] = {"enum": list(SEVERITIES)}
_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_PLAIN: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    PurePosixPath: {"type": "string"},
    re.Pattern: {"type": "string"},
}


def make_schema(known: KnownNames) -> dict[str, Any]:
    """Return the schema of `postlint.toml` for the rules, views and generators that are known."""
    properties = {key.name: _property(key, known) for key in KEYS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "postlint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _property(key: Key, known: KnownNames) -> dict[str, Any]:
    found = {"description": key.doc, **_type_of(key, known)}
    default = getattr(Settings(), key.field, None)
    if default is not None and key.kind not in (Kind.TABLES, Kind.OVERRIDES, Kind.SELECTORS, Kind.HOSTS):
        found["default"] = _plain(default)
    return found


def _type_of(key: Key, known: KnownNames) -> dict[str, Any]:
    if key.kind in (Kind.SELECTORS, Kind.PATTERNS, Kind.TEXTS):
        return {"anyOf": [{"type": "string"}, _TEXTS]}
    if key.kind is Kind.SEVERITY:
        return _SEVERITY
    if key.kind is Kind.FLAG:
        return {"type": "boolean"}
    if key.kind is Kind.COUNT:
        return {"type": "integer", "minimum": 0}
    if key.kind is Kind.TABLES:
        return _rules(known) if key.name == "rules" else _views(known)
    if key.kind is Kind.OVERRIDES:
        return _overrides(known)
    if key.kind is Kind.HOSTS:
        return {"type": "object", "additionalProperties": _options(HostOptions, {})}
    names = {"generator": known.generators, "output-format": known.formats}.get(key.name, key.choices)
    return {"enum": list(names)} if names else {"type": "string"}


def _rules(known: KnownNames) -> dict[str, Any]:
    severity = {"severity": {"description": "The severity of the rule's findings.", **_SEVERITY}}
    tables = {rule.name: _options(rule.options_type, severity) for rule in known.rules}
    # codes and former names are accepted as well
    pattern = {"^[A-Z]{2,5}[0-9]{3}$": {"type": "object"}}
    return {"type": "object", "properties": tables, "patternProperties": pattern}


def _views(known: KnownNames) -> dict[str, Any]:
    tables = {name: _options(view.options_type, {}) for name, view in known.views.items()}
    return {"type": "object", "properties": tables, "additionalProperties": False}


def _overrides(known: KnownNames) -> dict[str, Any]:
    properties = {key.name: _property(key, known) for key in KEYS if not key.is_of_run}
    for found in properties.values():
        found.pop("default", None)
    paths = {"description": "Gitignore patterns, relative to the config file.", "minItems": 1, **_TEXTS}
    item = {
        "type": "object",
        "additionalProperties": False,
        "required": ["paths"],
        "properties": {"paths": paths, **properties},
    }
    return {"type": "array", "items": item}


def _options(options: type[Options], more: dict[str, Any]) -> dict[str, Any]:
    properties = {info.key: _option(info) for info in options.infos()}
    return {"type": "object", "additionalProperties": False, "properties": {**more, **properties}}


def _option(info: OptionInfo) -> dict[str, Any]:
    found = {"description": info.doc, **type_schema(info.type)}
    if info.default is not None:
        found["default"] = _plain(info.default)
    return found


def type_schema(wanted: Any) -> dict[str, Any]:
    """Return the schema of an option's type, one of those that `Options` supports."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        kinds = [type_schema(one) for one in arguments if one is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": type_schema(arguments[0])}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": type_schema(arguments[1])}
    return dict(_PLAIN.get(origin or wanted, {}))


def _plain(value: Any) -> Any:
    if isinstance(value, Severity):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, bool | int | float | str):
        return value
    return getattr(value, "pattern", str(value))
