"""The settings of every path of a run: nearest file, overrides, flags."""

from __future__ import annotations

import os
from collections.abc import Sequence

from postlint.config.find import ConfigFinder
from postlint.config.known import KnownNames
from postlint.config.layer import Layer
from postlint.config.merge import merge_layers
from postlint.values.errors import UsageError
from postlint.values.settings import Settings


class Configuration:
    """Finds and merges settings: defaults, then the nearest config file, its overrides, and flags.

    A config file is read when the first path below it is asked for, and once.
    """

    def __init__(self, finder: ConfigFinder, flags: Layer, known: KnownNames) -> None:
        self._finder, self._flags, self._known = finder, flags, known
        self._by_file: dict[str | None, Settings] = {}
        self._by_folder: dict[str, Settings] = {}

    def settings_in(self, folder: str) -> Settings | None:
        """Return the settings of every file in an absolute folder; None where overrides may tell them apart."""
        settings = self._of_folder(folder)
        return None if settings.overrides else settings

    def _of_folder(self, folder: str) -> Settings:
        settings = self._by_folder.get(folder)
        if settings is None:
            settings = self._by_folder[folder] = self.of_file(self._finder.of_folder(folder))
        return settings

    def settings_for(self, path: str) -> Settings:
        """Return the settings of an absolute path; the same object for the same settings. Raises ConfigError."""
        settings = self._of_folder(os.path.dirname(path))
        if not settings.overrides:
            return settings
        root = settings.config_root or os.getcwd()
        inside = root.rstrip(os.sep) + os.sep
        relative = path[len(inside) :] if path.startswith(inside) else os.path.relpath(path, root)
        return settings.for_path(relative.replace(os.sep, "/"))

    def settings_of_run(self, paths: Sequence[str]) -> Settings:
        """Return the settings that count for a whole run over absolute paths. Raises ConfigError."""
        return self.of_file(self._finder.of_run(paths))

    def of_file(self, path: str | None) -> Settings:
        """Return the settings of a config file, overrides apart; None: without any file."""
        if path not in self._by_file:
            files = self._layers(path) if path else []
            self._by_file[path] = merge_layers(files, self._flags, path, self._finder.root)
        return self._by_file[path]

    def _layers(self, path: str) -> list[Layer]:
        # what reads config files is loaded where there is one
        from postlint.config.load import load_chain
        from postlint.config.validate import validate

        trust = self._finder.trust
        return [validate(raw, self._known, trust) for raw in load_chain(path, trust)]


def plugins_of_run(finder: ConfigFinder, paths: Sequence[str], told: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the `plugins` that the config of a run names, before any plugin is loaded.

    Raises ConfigError, and UsageError for code that neither the user has named among `told`, the plugins of
    the command line, nor a trusted config.
    """
    path = finder.of_run(paths)
    if not path:
        return ()
    from postlint.config.load import load_chain
    from postlint.config.refusals import refused_plugins
    from postlint.config.validate import read_plugins

    names: list[str] = []
    for raw in load_chain(path, finder.trust):
        found = read_plugins(raw)
        refused = refused_plugins(raw, found, told, finder.trust)
        if refused:
            raise UsageError(refused)
        names += found
    return tuple(names)
