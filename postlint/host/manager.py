"""Loads plugins one at a time and keeps what fails."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from postlint.host.brought import Brought
from postlint.host.environment import code_digest
from postlint.host.found import FoundPlugin, find_plugins
from postlint.host.kept_plugins import KeptPlugins
from postlint.host.registry import Clash, LoadedPlugin, RegisteredRule, RegisteredStatistic, RegisteredView, Registry
from postlint.rulekit.plugin_info import PluginInfo
from postlint.values.dataclass import dataclass, field
from postlint.values.failure import Failure
from postlint.values.run_result import RunResult
from postlint.values.suggest import nearest

if TYPE_CHECKING:
    import pluggy


@dataclass
class Plugins:
    """The plugins of one run: the registry, what else they bring, and what failed to load."""

    registry: Registry = field(default_factory=Registry)
    loaded: list[LoadedPlugin] = field(default_factory=list)
    views: dict[str, RegisteredView] = field(default_factory=dict)
    view_options: list[Any] = field(default_factory=list)
    statistics: dict[str, RegisteredStatistic] = field(default_factory=dict)
    generators: dict[str, Any] = field(default_factory=dict)
    reporters: dict[str, type[Any]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    found: list[FoundPlugin] = field(default_factory=list)
    listeners: list[FoundPlugin] = field(default_factory=list)

    @cached_property
    def code_digests(self) -> tuple[str, ...]:
        """Return a hash of the code of every plugin, by name."""
        digests = (f"{one.name} {code_digest(one.location, one.distribution, one.version)}" for one in self.loaded)
        return tuple(sorted(digests))

    @cached_property
    def hook(self) -> pluggy.HookRelay:
        """Return the hooks of all plugins together, which are imported for it."""
        from postlint.host.hooks import make_manager

        return make_manager(self.found).hook

    def announce(self, result: RunResult) -> None:
        """Tell every plugin that a run has finished; one that raises is reported on stderr only."""
        for plugin in self.listeners:
            from postlint.host.hooks import make_manager

            try:
                make_manager([plugin]).hook.postlint_run_finished(result=result)
            except Exception as error:
                print(f"postlint: plugin {plugin.name}: {error!r} after the run", file=sys.stderr)

    def take(self, found: FoundPlugin, brought: Brought) -> None:
        """Take what a plugin brings; rules that clash with others become failures."""
        info = brought.info
        prefix = info.prefix or (brought.rules[0][1].code.rstrip("0123456789") if brought.rules else "")
        shown = PluginInfo(info.title or found.name, prefix, info.docs_url)
        plugin = LoadedPlugin(found.name, found.distribution, found.version, shown, brought.location, found.is_local)
        self.found.append(found)
        self.loaded.append(plugin)
        for late, facts in brought.rules:
            try:
                self.registry.add(RegisteredRule(late, facts, plugin))
            except Clash as clash:
                self.failures.append(Failure("PL007", str(clash), hint=f"run with `-p no:{found.name}`"))
        for name, view in brought.views:
            self.views.setdefault(name, RegisteredView(name, view))
        for name, statistic in brought.statistics:
            self.statistics.setdefault(name, RegisteredStatistic(name, statistic, plugin))
        self.view_options.extend(brought.view_options)
        self.generators.update(brought.generators)
        self.reporters.update(brought.reporters)
        if "postlint_run_finished" in brought.hooks:
            self.listeners.append(found)


def load_plugins(disabled: Sequence[str] = (), local: Sequence[str] = (), kept: KeptPlugins | None = None) -> Plugins:
    """Load entry points by name, then local files.

    `disabled` are plugin names to leave out. `local` are paths of Python files, or names of entry points
    where POSTLINT_DISABLE_PLUGIN_AUTOLOAD is set. `kept` is what an earlier run has learnt of plugins.
    """
    found, failures = find_plugins(local)
    plugins = Plugins(failures=[*failures, *_unknown(disabled, [plugin.name for plugin in found])])
    for plugin in found:
        if plugin.name not in disabled:
            _load(plugins, plugin, kept or KeptPlugins(None))
    if kept is not None:
        kept.keep()
    if not len(plugins.registry) and not disabled:
        plugins.failures.append(
            Failure("PL007", "no plugin with rules is installed", hint="install postlint again: `pip install postlint`")
        )
    return plugins


def _unknown(disabled: Iterable[str], names: Sequence[str]) -> list[Failure]:
    failures = []
    for name in disabled:
        if name not in names:
            near = nearest(name, names)
            hint = f'did you mean "{near}"?' if near else "see `postlint plugins`"
            failures.append(Failure("PL007", f'there is no plugin "{name}" to switch off', hint=hint))
    return failures


def _load(plugins: Plugins, found: FoundPlugin, kept: KeptPlugins) -> None:
    """Take what one plugin brings; whatever it raises is one failure, and the rest runs."""
    try:
        brought = kept.find(found)
        if brought is None:
            # pluggy is loaded where a plugin must be asked
            from postlint.host.hooks import ask_plugin

            brought = ask_plugin(found)
            kept.add(found, brought)
        plugins.take(found, brought)
    except (Exception, SystemExit) as error:
        import traceback

        plugins.failures.append(
            Failure(
                "PL007",
                f"{found.label} could not be loaded: {type(error).__name__}: {error}",
                hint=f"update or remove it, or run with `-p no:{found.name}`",
                detail=traceback.format_exc(),
            )
        )
