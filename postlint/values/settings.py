"""The settings of one post, and where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from json import dumps
from os.path import abspath
from typing import Any

from postlint.values.dataclass import dataclass, field, replace
from postlint.values.errors import UsageError
from postlint.values.hashing import sha256_of
from postlint.values.patterns import path_patterns
from postlint.values.report import Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """What one layer (a file, an override, the flags) says about which rules run.

    `select` is None where the layer does not set it; then the layer changes what stands before it.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    origin: str = "default"

    @property
    def is_empty(self) -> bool:
        """Tell whether the layer says nothing."""
        return self.select is None and not (self.ignore or self.extend_select or self.extend_ignore)


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the posts that `paths` match (gitignore patterns, relative to the config's folder).

    `values` holds plain settings by their field name in Settings.
    """

    paths: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    selection: Selection = Selection()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    views: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    def matches(self, relative: str) -> bool:
        """Tell whether a path relative to the config's folder is meant."""
        return bool(path_patterns(self.paths).find(relative))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Gitignore patterns and the absolute folder that they are relative to."""

    root: str
    patterns: tuple[str, ...]


@dataclass(frozen=True)
class Settings:
    """Every setting in force for a post, as read from defaults, files and flags.

    Fields are named as the config keys, in snake_case. `selections` are the layers of `select`, `ignore`
    and their extensions, the weakest first; with none, every rule runs that is not a preview. `rules` holds
    the raw options by rule name (with the reserved `severity`), `views` those of views, `hosts` those of hosts.
    `exclusions` are `exclude` and `extend-exclude` with the folders they are relative to. `plugins` are as `-p`
    takes them (`no:NAME`, a name, or the absolute path of a file). `baseline` is an absolute path. `config_path` is the
    config file (None: there is none) and `config_root` the folder that the globs of overrides are
    relative to. `flags` names the fields that the command line sets: overrides do not change these. `origins`
    tells by config key where a setting came from (`postlint.toml:3`, `--select`); defaults are not listed.
    `refusals` are by config key the errors of what a config may not ask for unless it is trusted: who heeds
    such a setting raises them.
    """

    selections: tuple[Selection, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    generator: str | None = None
    encoding: str | None = None
    image_keys: tuple[str, ...] = ()
    site: bool = False
    no_exclude: bool = False
    network: bool = False
    allow_private_addresses: bool = False
    max_time: int = 300
    max_requests: int | None = None
    exclude_host: tuple[str, ...] = ()
    obey_robots: bool = False
    requests_at_once: int = 16
    user_agent: str | None = None
    full: bool = False
    hosts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    output_format: str = "text"
    output_file: tuple[str, ...] = ()
    min_severity: Severity = Severity.INFO
    fail_on: Severity = Severity.WARNING
    max_diagnostics: int = 100
    statistics: bool = False
    exit_zero: bool = False
    baseline: str | None = None
    jobs: int | None = None
    no_cache: bool = False
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    plugins: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    views: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    config_path: str | None = None
    config_root: str | None = None
    flags: frozenset[str] = frozenset()
    flag_selection: Selection = Selection()
    origins: Mapping[str, str] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)

    @property
    def all_selections(self) -> tuple[Selection, ...]:
        """Return the layers of rule selection, the weakest first, the command line's last."""
        return self.selections if self.flag_selection.is_empty else (*self.selections, self.flag_selection)

    @property
    def select(self) -> tuple[str, ...] | None:
        """Return the `select` in force; None means every rule that is not a preview."""
        return next((s.select for s in reversed(self.all_selections) if s.select is not None), None)

    @property
    def wants_statistics(self) -> bool:
        """Tell whether tables are asked for, by `statistics` or by a format that holds nothing else."""
        formats = (self.output_format, *(target.partition(":")[0] for target in self.output_file))
        return self.statistics or any(name.startswith("statistics") for name in formats)

    @property
    def disabled_plugins(self) -> tuple[str, ...]:
        """Return the names of the plugins that are switched off."""
        return tuple(name.removeprefix("no:") for name in self.plugins if name.startswith("no:"))

    @property
    def local_plugins(self) -> tuple[str, ...]:
        """Return the plugins that are asked for: files, or names where plugins are not found by themselves."""
        names = (name for name in self.plugins if not name.startswith("no:"))
        return tuple(dict.fromkeys(abspath(name) if name.endswith(".py") else name for name in names))

    def demand(self, *keys: str) -> None:
        """Raise UsageError if one of these settings comes from a config that may not ask for it."""
        for key in keys:
            if key in self.refusals:
                raise UsageError(self.refusals[key])

    @cached_property
    def digest(self) -> str:
        """Return a hash of everything here that changes what is found in a post."""
        layers = [[s.select, s.ignore, s.extend_select, s.extend_ignore] for s in self.all_selections]
        facts = [
            layers,
            self.rules,
            self.views,
            self.generator,
            self.encoding,
            self.image_keys,
            self.network,
            self.allow_private_addresses,
            self.wants_statistics,
        ]
        return sha256_of(dumps(facts, sort_keys=True, default=str).encode())

    @cached_property
    def _merged(self) -> dict[tuple[int, ...], Settings]:
        return {}

    def for_path(self, relative: str) -> Settings:
        """Return the settings of a post; the same object for the same set of matching overrides.

        `relative` is relative to `config_root`, with `/`.
        """
        if not self.overrides:
            return self
        matching = tuple(n for n, override in enumerate(self.overrides) if override.matches(relative))
        if matching not in self._merged:
            settings = replace(self, overrides=())
            for number in matching:
                settings = settings.with_override(self.overrides[number])
            self._merged[matching] = settings
        return self._merged[matching]

    def with_override(self, override: Override) -> Settings:
        """Return these settings with an override on top; what flags set stays."""
        values = {name: value for name, value in override.values.items() if name not in self.flags}
        origins = {key: at for key, at in override.origins.items() if key.replace("-", "_") not in self.flags}
        selections = self.selections
        if not override.selection.is_empty:
            selections = (*selections, override.selection)
        return replace(
            self,
            **values,
            selections=selections,
            rules=merge_tables(self.rules, override.rules),
            views=merge_tables(self.views, override.views),
            origins={**self.origins, **origins},
        )


def merge_tables(
    under: Mapping[str, Mapping[str, Any]], over: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Mapping[str, Any]]:
    """Return two tables of tables as one: the options of the second win, one by one."""
    merged = dict(under)
    for name, options in over.items():
        merged[name] = {**merged.get(name, {}), **options}
    return merged
