"""Raw values to settings: every key known, every type right, or an error that says where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.config.load import RawConfig
from postlint.config.select import is_known_selector
from postlint.host.manager import Plugins
from postlint.rulekit.options import OptionError
from postlint.values.errors import ConfigError
from postlint.values.report import Severity
from postlint.values.settings import Override
from postlint.values.suggest import nearest

_LISTS = ("select", "ignore", "extend-select", "extend-ignore", "exclude", "extend-exclude", "output-file", "plugins")
_TEXTS = ("generator", "encoding", "output-format", "baseline")
_FLAGS = ("network", "allow-private-addresses", "statistics", "exit-zero", "cache")
_NUMBERS = ("max-diagnostics", "jobs")
_SEVERITIES = ("min-severity", "fail-on")
_TABLES = ("rules", "views", "overrides")
KEYS = (*_LISTS, *_TEXTS, *_FLAGS, *_NUMBERS, *_SEVERITIES, *_TABLES)
_SELECTORS = ("select", "ignore", "extend-select", "extend-ignore")


def validate(raw: RawConfig, plugins: Plugins) -> dict[str, Any]:
    """Return settings by snake_case name. Raises ConfigError for the first thing that is wrong."""
    return _Validator(raw, plugins).table(raw.values, "", KEYS)


class _Validator:
    def __init__(self, raw: RawConfig, plugins: Plugins) -> None:
        self.raw, self.plugins = raw, plugins

    def fail(self, key: str, message: str) -> ConfigError:
        """Return the error for a dotted key."""
        return ConfigError(self.raw.path, self.raw.line(key), message)

    def table(self, values: Mapping[str, Any], path: str, allowed: tuple[str, ...]) -> dict[str, Any]:
        """Return checked values of one table."""
        found = {}
        for key, value in values.items():
            dotted = f"{path}{key}"
            if key not in allowed:
                near = nearest(key, allowed)
                where = f" in [{path.rstrip('.')}]" if path else ""
                hint = f'; did you mean "{near}"?' if near else f"; known keys: {', '.join(allowed)}"
                raise self.fail(dotted, f'unknown key "{key}"{where}{hint}')
            found[key.replace("-", "_")] = self.value(key, value, dotted)
        return found

    def value(self, key: str, value: Any, dotted: str) -> Any:
        """Return one checked value."""
        if key in _LISTS:
            return self._list(key, value, dotted)
        if key in _TABLES:
            return self._rules(value, key) if key in ("rules", "views") else self._overrides(value)
        if key in _SEVERITIES:
            if value not in ("error", "warning", "info"):
                raise self.fail(dotted, f'{key} is "{value}"; write "error", "warning" or "info"')
            return Severity(value)
        wanted = str if key in _TEXTS else bool if key in _FLAGS else int
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise self.fail(dotted, f"{key} is {value!r}; write {_NAMES[wanted]}")
        return value

    def _list(self, key: str, value: Any, dotted: str) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self.fail(dotted, f"{key} is {value!r}; write a list of texts")
        if key in _SELECTORS:
            for item in items:
                self._selector(item, dotted)
        return tuple(items)

    def _selector(self, item: str, dotted: str) -> None:
        rules = self.plugins.registry.rules()
        if item.upper().startswith("PL") or is_known_selector(item, rules) or self.plugins.failures:
            return
        near = nearest(item, [text for rule in rules for text in (rule.code, rule.name)])
        raise self.fail(dotted, f'no rule is called "{item}"' + (f'; did you mean "{near}"?' if near else ""))

    def _rules(self, value: Any, table: str) -> dict[str, dict[str, Any]]:
        if not isinstance(value, dict):
            raise self.fail(table, f"{table} is not a table")
        found = {}
        for name, options in value.items():
            dotted = f"{table}.{name}"
            if not isinstance(options, dict):
                raise self.fail(dotted, f"[{dotted}] is not a table")
            found[name] = self._options(table, name, options, dotted)
        return found

    def _options(self, table: str, name: str, options: dict[str, Any], dotted: str) -> dict[str, Any]:
        rest = dict(options)
        if table == "views":
            view = self.plugins.views.get(name)
            known, kind = list(self.plugins.views), view.options_type if view else None
        else:
            rule = self.plugins.registry.find(name)
            known, kind = [r.name for r in self.plugins.registry], rule.options_type if rule else None
            severity = rest.pop("severity", None)
            if severity is not None and severity not in ("error", "warning", "info"):
                raise self.fail(f"{dotted}.severity", f'severity is "{severity}"; write "error", "warning" or "info"')
        if kind is None:
            if self.plugins.failures:
                return options
            near = nearest(name, known)
            raise self.fail(dotted, f'nothing is called "{name}"' + (f'; did you mean "{near}"?' if near else ""))
        try:
            kind(rest)
        except OptionError as error:
            near = nearest(error.key, [info.key for info in kind.infos()])
            hint = f'; did you mean "{near}"?' if near and "unknown" in error.message else ""
            raise self.fail(f"{dotted}.{error.key}", f"{error.key}: {error.message}{hint}") from None
        return options

    def _overrides(self, value: Any) -> tuple[Override, ...]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fail("overrides", "write overrides as [[overrides]] tables")
        found = []
        for item in value:
            paths = item.get("paths")
            if not isinstance(paths, list) or not paths or not all(isinstance(path, str) for path in paths):
                raise self.fail("overrides", "an override needs `paths`, a list of globs")
            rest = {key: inner for key, inner in item.items() if key != "paths"}
            allowed = tuple(key for key in KEYS if key != "overrides")
            found.append(Override(tuple(paths), self.table(rest, "overrides.", allowed)))
        return tuple(found)


_NAMES = {str: "a text", bool: "true or false", int: "a whole number"}
