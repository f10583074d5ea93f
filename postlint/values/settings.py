"""What is in force for one post."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from typing import Any

from postlint.values.report import Severity

# settings that change what is shown or written, never what is found
_NOT_IN_DIGEST = frozenset(
    {"config_path", "config_root", "origins", "overrides", "output_format", "output_file", "jobs", "cache"}
)


@dataclass(frozen=True)
class Override:
    """`[[overrides]]`: gitignore patterns relative to the config file, and raw settings by snake_case name."""

    paths: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """Every setting of one path, merged; names as in the config with `_` for `-`.

    `rules` and `views` hold raw options by rule or view name (`severity` is reserved in the former).
    `exclude` patterns are relative to `config_root`, the absolute folder of the config file (empty: the
    working directory). `origins` says where a value came from: `postlint.toml:3`, `--select`, `default`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    generator: str | None = None
    encoding: str | None = None
    network: bool = False
    allow_private_addresses: bool = False
    output_format: str = "text"
    output_file: tuple[str, ...] = ()
    min_severity: Severity = Severity.INFO
    fail_on: Severity = Severity.WARNING
    max_diagnostics: int | None = None
    statistics: bool = False
    exit_zero: bool = False
    baseline: str | None = None
    jobs: int | None = None
    cache: bool = True
    plugins: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    views: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    config_path: str | None = None
    config_root: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """Return a hash of what can change a result."""
        values = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _NOT_IN_DIGEST}
        return sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()

    def with_values(self, values: Mapping[str, Any]) -> Settings:
        """Return a copy with some values replaced; tables of options are merged key by key."""
        merged = dict(values)
        for name in ("rules", "views"):
            if name in merged:
                merged[name] = _merge_tables(getattr(self, name), merged[name])
        return replace(self, **merged)


def _merge_tables(
    base: Mapping[str, Mapping[str, Any]], extra: Mapping[str, Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    merged = {name: dict(table) for name, table in base.items()}
    for name, table in extra.items():
        merged[name] = {**merged.get(name, {}), **table}
    return dict(merged)
