"""Raw tables to layers: every key known, every type right, or an error that says where."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from postlint.config.hosts import HostOptions
from postlint.config.keys import BY_NAME, KEYS, SELECTION, SEVERITIES, Key, Kind
from postlint.config.known import KnownNames, suggestion
from postlint.config.layer import Layer
from postlint.config.load import Path, RawConfig
from postlint.config.refusals import find_refusals
from postlint.config.trust import Trust
from postlint.rulekit.options import OptionError, Options
from postlint.values.patterns import is_pattern
from postlint.values.report import Severity
from postlint.values.settings import Override, Selection


def validate(raw: RawConfig, known: KnownNames, trust: Trust | None = None) -> Layer:
    """Return the layer of one config file. Raises ConfigError for the first thing that is wrong."""
    checker = _Checker(raw, known)
    table = checker.table(raw.table, (), tuple(key for key in KEYS if key.name != "extends"))
    overrides = checker.overrides(table.pop("overrides", []))
    parts = _parts(checker, table, ())
    return Layer(**parts, overrides=overrides, refusals=find_refusals(raw, parts["values"], trust or Trust()))


def read_plugins(raw: RawConfig) -> tuple[str, ...]:
    """Return the `plugins` of a config file, before any rule is known. Raises ConfigError."""
    checker = _Checker(raw, KnownNames())
    if "plugins" not in raw.table:
        return ()
    found: tuple[str, ...] = checker.value(BY_NAME["plugins"], raw.table["plugins"], ("plugins",))
    return found


def _parts(checker: _Checker, table: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return the checked values of a table as the fields of a Layer or Override."""
    origins = {key: checker.raw.origin(*path, key) for key in table if key not in ("rules", "views")}
    rules = checker.tables(table.pop("rules", {}), (*path, "rules"), origins)
    views = checker.tables(table.pop("views", {}), (*path, "views"), origins)
    given = {key: checker.value(BY_NAME[key], value, (*path, key)) for key, value in table.items()}
    lists = {BY_NAME[key].field: given.pop(key) for key in SELECTION if key in given}
    first = next((key for key in SELECTION if key in table), None)
    selection = Selection(**lists, origin=origins[first]) if first else Selection()
    values = {BY_NAME[key].field: value for key, value in given.items()}
    return {"values": values, "selection": selection, "rules": rules, "views": views, "origins": origins}


class _Checker:
    """Checks the values of one file."""

    def __init__(self, raw: RawConfig, known: KnownNames) -> None:
        self.raw, self.known = raw, known

    def table(self, table: Mapping[str, Any], path: Path, keys: tuple[Key, ...]) -> dict[str, Any]:
        """Return a copy of a table with known keys only."""
        names = [key.name for key in keys]
        for name in table:
            if name not in names:
                where = f" in [[{path[0]}]]" if path else ""
                hint = suggestion(name, names) or f"; known are {', '.join(names)}"
                raise self.raw.error(f'unknown key "{name}"{where}{hint}', *path, name)
        return dict(table)

    def value(self, key: Key, value: Any, path: Path) -> Any:
        """Return one checked value."""
        if key.kind in (Kind.SELECTORS, Kind.PATTERNS, Kind.TEXTS):
            return self._list(key, value, path)
        if key.kind is Kind.HOSTS:
            return self._hosts(value, path)
        if key.kind is Kind.SEVERITY:
            if value not in SEVERITIES:
                raise self._wrong(key, value, path)
            return Severity(value)
        wanted = {Kind.FLAG: bool, Kind.COUNT: int}.get(key.kind, str)
        is_right = isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))
        if not is_right or (wanted is int and value < 0):
            raise self._wrong(key, value, path)
        return self._text(key, value, path) if wanted is str else value

    def _wrong(self, key: Key, value: Any, path: Path) -> Exception:
        wanted = "one of " + ", ".join(f'"{c}"' for c in key.choices) if key.choices else key.kind.value
        return self.raw.error(f"{key.name} is {_shown(value)}; write {wanted}", *path)

    def _text(self, key: Key, value: str, path: Path) -> str:
        known = {"generator": self.known.generators, "output-format": self.known.formats}.get(key.name, key.choices)
        if known and value not in known:
            hint = suggestion(value, known) or f"; known are {', '.join(known)}"
            raise self.raw.error(f'{key.name} is "{value}", which is not known{hint}', *path)
        if key.name == "encoding":
            try:
                # some are no encodings of text, or decode nothing
                b"a".decode(value)
            except (LookupError, ValueError):
                message = f'encoding is "{value}", which is not known; write one such as "gbk"'
                raise self.raw.error(message, *path) from None
        return os.path.normpath(os.path.join(self.raw.root, value)) if key.name == "baseline" else value

    def _list(self, key: Key, value: Any, path: Path) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise self._wrong(key, value, path)
        for number, item in enumerate(items):
            if not isinstance(item, str) or not item.strip():
                raise self.raw.error(f"{key.name} holds {_shown(item)}; write {key.kind.value}", *path, number)
            complaint = self._complaint(key, item)
            if complaint:
                raise self.raw.error(complaint, *path, number)
        if key.name == "plugins":
            items = [self._plugin(item) for item in items]
        if key.name == "output-file":
            items = [self._output_file(item) for item in items]
        return tuple(items)

    def _complaint(self, key: Key, item: str) -> str | None:
        if key.kind is Kind.PATTERNS:
            return None if is_pattern(item) else f"{key.name} holds {_shown(item)}, which is no gitignore pattern"
        return self.known.complaint(item) if key.kind is Kind.SELECTORS else None

    def _plugin(self, text: str) -> str:
        return os.path.normpath(os.path.join(self.raw.root, text)) if text.endswith(".py") else text

    def _output_file(self, text: str) -> str:
        name, separator, path = text.partition(":")
        head = f"{name}:" if separator and (name in self.known.formats or len(name) > 1) else ""
        return head + os.path.normpath(os.path.join(self.raw.root, path if head else text))

    def tables(self, tables: Any, path: Path, origins: dict[str, str]) -> dict[str, dict[str, Any]]:
        """Return the checked options of rules or views by name, and note where each came from."""
        if not isinstance(tables, dict):
            raise self.raw.error(f"{path[-1]} is {_shown(tables)}; write tables such as [{path[-1]}.name]", *path)
        checked: dict[str, dict[str, Any]] = {}
        for name, options in tables.items():
            at = (*path, name)
            if not isinstance(options, dict):
                raise self.raw.error(f"{name} is {_shown(options)}; write a table [{path[-1]}.{name}]", *at)
            kind, full = self._options_type(str(path[-1]), name, at)
            if path[-1] == "rules" and "severity" in options and options["severity"] not in SEVERITIES:
                hint = f'; to switch the rule off, write ignore = ["{name}"]'
                found = _shown(options["severity"])
                raise self.raw.error(f"severity is {found}; write {Kind.SEVERITY.value}{hint}", *at, "severity")
            if kind is not None:
                self._options(kind, options, at)
            checked[full] = options
            origins.update({f"{path[-1]}.{full}.{key}": self.raw.origin(*at, key) for key in options})
        return checked

    def _options_type(self, table: str, name: str, at: Path) -> tuple[type[Options] | None, str]:
        """Return the option set and the full name of a rule or view."""
        if table == "views":
            if name in self.known.views:
                return self.known.views[name].options_type, name
            names = list(self.known.views)
        else:
            rule = self.known.find_rule(name)
            if rule is not None:
                return rule.options_type, rule.name
            names = [text for one in self.known.rules for text in (one.name, one.code)]
        if not self.known.is_complete:
            return None, name
        raise self.raw.error(f'no {table.rstrip("s")} is called "{name}"{suggestion(name, names)}', *at)

    def _hosts(self, tables: Any, path: Path) -> dict[str, dict[str, Any]]:
        """Return the checked tables of hosts."""
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise self.raw.error('hosts is no table of tables; write [hosts."img.example.org"]', *path)
        for name, options in tables.items():
            self._options(HostOptions, options, (*path, name))
        return tables

    def _options(self, kind: type[Options], options: dict[str, Any], at: Path) -> None:
        rest = {key: value for key, value in options.items() if key != "severity" or at[-2] != "rules"}
        try:
            kind(rest)
        except OptionError as error:
            keys = [*(info.key for info in kind.infos()), *(["severity"] if at[-2] == "rules" else [])]
            if error.key in keys:
                message = f"{error.key}: {error.message}"
            else:
                hint = suggestion(error.key, keys) or f"; known are {', '.join(keys)}"
                message = f'unknown option "{error.key}" of {at[-1]}{hint}'
            written = next((key for key in rest if key.replace("_", "-") == error.key), error.key)
            raise self.raw.error(message, *at, written) from None

    def overrides(self, tables: Any) -> tuple[Override, ...]:
        """Return the checked `[[overrides]]`."""
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise self.raw.error("overrides is no list of tables; write [[overrides]]", "overrides")
        return tuple(self._override(table, number) for number, table in enumerate(tables))

    def _override(self, table: dict[str, Any], number: int) -> Override:
        path: Path = ("overrides", number)
        rest = dict(table)
        paths = rest.pop("paths", None)
        if not isinstance(paths, list) or not paths or not all(isinstance(item, str) for item in paths):
            raise self.raw.error('an override needs paths, such as paths = ["archive/**"]', *path, "paths")
        for item in paths:
            if not is_pattern(item):
                raise self.raw.error(f"paths holds {_shown(item)}, which is no gitignore pattern", *path, "paths")
        for name in rest:
            if name in BY_NAME and BY_NAME[name].is_of_run:
                message = f"{name} holds for the whole run; it cannot stand in [[overrides]]"
                raise self.raw.error(message, *path, name)
        allowed = tuple(key for key in KEYS if not key.is_of_run)
        return Override(tuple(paths), **_parts(self, self.table(rest, path, allowed), path))


def _shown(value: Any) -> str:
    """Return a value as TOML would write it, cut short."""
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, dict) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
