"""Options of the command line as the strongest layer of settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from postlint.config.keys import KEYS, SELECTION, Kind
from postlint.config.known import KnownNames, suggestion
from postlint.config.layer import Layer
from postlint.values.errors import UsageError
from postlint.values.report import Severity
from postlint.values.settings import Selection

_OF_FILES = (Kind.TABLES, Kind.OVERRIDES, Kind.HOSTS)
_SETTABLE = tuple(key for key in KEYS if key.kind not in _OF_FILES and key.name != "extends")


def read_flags(options: Mapping[str, Any], known: KnownNames) -> Layer:
    """Return what the command line sets, by the option's name in snake_case. Raises UsageError."""
    values: dict[str, Any] = {}
    selection: dict[str, tuple[str, ...]] = {}
    origins: dict[str, str] = {}
    for key in _SETTABLE:
        value = options.get(key.field)
        if value is None or value == ():
            continue
        flag = "-p" if key.name == "plugins" else f"--{key.name}"
        if key.name == "network" and not value:
            flag = "--offline"
        origins[key.name] = flag
        if key.name in SELECTION:
            selection[key.field] = _selectors(value, flag, known)
        else:
            values[key.field] = _convert(key.kind, key.name, value, known)
    return Layer(
        values, Selection(**selection, origin=" ".join(origins[k] for k in SELECTION if k in origins)), origins=origins
    )


def _selectors(values: tuple[str, ...], flag: str, known: KnownNames) -> tuple[str, ...]:
    selectors = _split(values)
    for selector in selectors:
        complaint = known.complaint(selector)
        if complaint:
            raise UsageError(f"{flag}: {complaint}")
    return selectors


def _convert(kind: Kind, name: str, value: Any, known: KnownNames) -> Any:
    if kind is Kind.SEVERITY:
        return Severity(value)
    if kind is Kind.PATTERNS:
        return _split(value)
    if kind is Kind.TEXTS:
        return tuple(value)
    names = {"generator": known.generators, "output-format": known.formats}.get(name)
    if names and value not in names:
        hint = suggestion(value, names) or f"; known are {', '.join(names)}"
        raise UsageError(f'--{name}: "{value}" is not known{hint}')
    return os.path.abspath(value) if name == "baseline" else value


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
