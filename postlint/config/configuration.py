"""The settings of every path of a run: nearest file, overrides, flags."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pathspec

from postlint.config.load import RawConfig, find_config, load_config
from postlint.config.validate import validate
from postlint.host.manager import Plugins
from postlint.values.settings import Override, Settings


class Configuration:
    """Finds and merges settings: defaults, then the nearest config file, its overrides, and flags.

    `flags` are settings by snake_case name as the command line gave them. `config_file` replaces the
    search; `isolated` ignores every file.
    """

    def __init__(
        self, flags: Mapping[str, Any], plugins: Plugins, *, config_file: str | None = None, isolated: bool = False
    ) -> None:
        self._flags, self._plugins, self._isolated = dict(flags), plugins, isolated
        self._by_folder: dict[str, Settings] = {}
        self._by_file: dict[str, Settings] = {}
        self._merged: dict[tuple[int, tuple[int, ...]], Settings] = {}
        self._specs: dict[tuple[str, ...], pathspec.GitIgnoreSpec] = {}
        self._fixed = self._load(os.path.abspath(config_file)) if config_file else None

    def settings_for(self, path: str) -> Settings:
        """Return the settings of an absolute path; the same object for the same settings. Raises ConfigError."""
        base = self._fixed or self._of_folder(os.path.dirname(path))
        if not base.overrides:
            return base
        relative = os.path.relpath(path, base.config_root or os.getcwd()).replace(os.sep, "/")
        hits = tuple(n for n, override in enumerate(base.overrides) if self._matches(override, relative))
        if not hits:
            return base
        key = id(base), hits
        if key not in self._merged:
            settings = base
            for number in hits:
                settings = settings.with_values(base.overrides[number].values)
            self._merged[key] = settings.with_values(self._flags)
        return self._merged[key]

    def _matches(self, override: Override, relative: str) -> bool:
        if override.paths not in self._specs:
            self._specs[override.paths] = pathspec.GitIgnoreSpec.from_lines(override.paths)
        return self._specs[override.paths].match_file(relative)

    def _of_folder(self, folder: str) -> Settings:
        found = self._by_folder.get(folder)
        if found is None:
            path = None if self._isolated else find_config(folder)
            parent = os.path.dirname(folder)
            if path is not None:
                found = self._load(path)
            elif parent == folder or self._isolated:
                found = self._by_file.setdefault("", Settings().with_values(self._flags))
            else:
                found = self._of_folder(parent)
            self._by_folder[folder] = found
        return found

    def _load(self, path: str) -> Settings:
        if path not in self._by_file:
            raw = load_config(path)
            values = validate(raw, self._plugins)
            origins = _origins(raw, values, self._flags)
            settings = Settings(config_path=raw.path, config_root=raw.root, origins=origins)
            self._by_file[path] = settings.with_values(values).with_values(self._flags)
        return self._by_file[path]


def _origins(raw: RawConfig, values: Mapping[str, Any], flags: Mapping[str, Any]) -> dict[str, str]:
    origins = {name: f"{raw.path}:{raw.line(name.replace('_', '-'))}" for name in values}
    origins.update({name: f"--{name.replace('_', '-')}" for name in flags})
    return origins
