"""What a command works with: plugins, configuration, and the settings of the run."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from postlint.cli.flags import read_flags
from postlint.config.configuration import Configuration, plugins_of_run
from postlint.config.find import ConfigFinder
from postlint.config.known import KnownNames
from postlint.config.trust import Trust
from postlint.engine.baseline_file import NAME
from postlint.engine.request import STDIN_NAME, CheckRequest
from postlint.engine.sites import Sites
from postlint.generators.known import NAMES
from postlint.host.kept_plugins import KeptPlugins
from postlint.host.manager import Plugins, load_plugins
from postlint.reporters.builtin import FORMATS
from postlint.values.dataclass import dataclass
from postlint.values.errors import UsageError
from postlint.values.settings import Settings


@dataclass(frozen=True)
class Session:
    """The loaded plugins, where settings come from, and the settings that count for the whole run."""

    plugins: Plugins
    configuration: Configuration
    settings: Settings
    paths: tuple[str, ...]

    def request(self, stdin_name: str = STDIN_NAME, **more: Any) -> CheckRequest:
        """Return a request for the session's paths."""
        settings = self.settings
        return CheckRequest(
            paths=self.paths,
            configuration=self.configuration,
            stdin=_read_stdin() if "-" in self.paths else None,
            stdin_name=stdin_name,
            no_exclude=settings.no_exclude,
            whole_site=settings.site,
            jobs=self._jobs(),
            generator=settings.generator if "generator" in settings.flags else None,
            disabled=settings.disabled_plugins,
            local_plugins=settings.local_plugins,
            is_verbose=settings.verbose,
            use_cache=not settings.no_cache,
            **(more if "baseline" in more else {"baseline": self.baseline(), **more}),
        )

    def _jobs(self) -> int | None:
        """Return the number of processes; a config may save processors, and not start processes without end."""
        settings = self.settings
        if not settings.jobs or "jobs" in settings.flags:
            return settings.jobs or None
        return min(settings.jobs, os.cpu_count() or 1)

    def baseline(self) -> str | None:
        """Return the absolute path of the file of known findings: as told, else the nearest above the first path."""
        settings = self.settings
        settings.demand("baseline")
        if settings.baseline:
            return settings.baseline
        folder = self.folder()
        while not os.path.isfile(os.path.join(folder, NAME)):
            parent = os.path.dirname(folder)
            if parent == folder or os.path.exists(os.path.join(folder, ".git")):
                return None
            folder = parent
        return os.path.join(folder, NAME)

    def default_baseline(self) -> str:
        """Return where a new baseline goes: beside the config file, else into the site's root."""
        config = self.settings.config_path
        if config:
            return os.path.join(os.path.dirname(config), NAME)
        sites = Sites(self.settings.generator, os.getcwd())
        return os.path.join(sites.facts[sites.of_folder(self.folder())].root or os.getcwd(), NAME)

    def folder(self) -> str:
        """Return the absolute folder of the first path."""
        first = os.path.abspath(next((path for path in self.paths if path != "-"), "."))
        return first if os.path.isdir(first) else os.path.dirname(first)


def open_session(options: Mapping[str, Any], paths: Sequence[str] = ()) -> Session:
    """Load plugins and settings for the options of a command. Raises UsageError and ConfigError."""
    config_file = options.get("config_file")
    if config_file and options.get("isolated"):
        raise UsageError("--config and --isolated contradict each other; leave one out")
    if config_file and not os.path.isfile(config_file):
        raise UsageError(f'--config: there is no file "{config_file}"')
    trust = Trust.of_user(os.environ, is_given=bool(options.get("trust_config")))
    finder = ConfigFinder(config_file, is_isolated=bool(options.get("isolated")), trust=trust)
    full = [os.path.abspath(options.get("stdin_filename") or "-" if path == "-" else path) for path in paths]
    told = tuple(options.get("plugins", ()))
    names = Settings(plugins=(*plugins_of_run(finder, full, told), *told))
    disabled = names.disabled_plugins
    plugins = load_plugins(disabled, names.local_plugins, KeptPlugins.of_user())
    known = known_names(plugins, is_complete=not disabled and not plugins.failures)
    configuration = Configuration(finder, read_flags(options, known), known)
    return Session(plugins, configuration, configuration.settings_of_run(full), tuple(paths))


def known_names(plugins: Plugins, *, is_complete: bool) -> KnownNames:
    """Return the names that settings may use, given the loaded plugins."""
    return KnownNames(
        rules=plugins.registry.rules(),
        plugins=tuple(plugin.name for plugin in plugins.loaded),
        views=plugins.views,
        generators=(*NAMES, *plugins.generators),
        formats=(*FORMATS, *plugins.reporters),
        is_complete=is_complete,
    )


def _read_stdin() -> bytes:
    return sys.stdin.buffer.read()
