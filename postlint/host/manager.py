"""Loads plugins one at a time and keeps what fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import pluggy

from postlint.host import hookspecs
from postlint.host.entry_points import find_entry_points
from postlint.host.environment import code_digest
from postlint.host.registry import Clash, LoadedPlugin, RegisteredRule, RegisteredStatistic, Registry
from postlint.rulekit.plugin_info import PluginInfo
from postlint.rulekit.view import View
from postlint.values.dataclass import dataclass, field
from postlint.values.failure import Failure
from postlint.values.run_result import RunResult
from postlint.values.suggest import nearest

GROUP = "postlint"


@dataclass(frozen=True, slots=True)
class _Found:
    """A plugin before its import."""

    name: str
    distribution: str
    version: str
    load: Callable[[], Any]
    is_local: bool = False


@dataclass
class Plugins:
    """The plugins of one run: a fresh manager, the registry, and what failed to load."""

    manager: pluggy.PluginManager
    registry: Registry = field(default_factory=Registry)
    loaded: list[LoadedPlugin] = field(default_factory=list)
    views: dict[str, type[View[Any]]] = field(default_factory=dict)
    view_options: list[Any] = field(default_factory=list)
    statistics: dict[str, RegisteredStatistic] = field(default_factory=dict)
    generators: dict[str, Any] = field(default_factory=dict)
    reporters: dict[str, type[Any]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    @cached_property
    def code_digests(self) -> tuple[str, ...]:
        """Return a hash of the code of every plugin, by name."""
        digests = (f"{one.name} {code_digest(one.location, one.distribution, one.version)}" for one in self.loaded)
        return tuple(sorted(digests))

    def announce(self, result: RunResult) -> None:
        """Tell every plugin that a run has finished; one that raises is reported on stderr only."""
        for plugin in self.loaded:
            try:
                self._hooks_of(plugin.name).postlint_run_finished(result=result)
            except Exception as error:
                print(f"postlint: plugin {plugin.name}: {error!r} after the run", file=sys.stderr)

    def _hooks_of(self, name: str) -> Any:
        others = [plugin for other, plugin in self.manager.list_name_plugin() if other != name]
        return _Hooks(self.manager, others)


class _Hooks:
    """The hooks of one plugin alone, so that every answer and failure has an owner."""

    def __init__(self, manager: pluggy.PluginManager, others: list[Any]) -> None:
        self._manager, self._others = manager, others

    def __getattr__(self, name: str) -> Any:
        return self._manager.subset_hook_caller(name, remove_plugins=self._others)


def load_plugins(disabled: Sequence[str] = (), local: Sequence[str] = ()) -> Plugins:
    """Load core, entry points by name, then local files; nothing global is kept.

    `disabled` are plugin names to leave out. `local` are paths of Python files, or names of entry points
    where POSTLINT_DISABLE_PLUGIN_AUTOLOAD is set.
    """
    manager = pluggy.PluginManager("postlint")
    manager.add_hookspecs(hookspecs)
    plugins = Plugins(manager)
    found = _find_plugins(local, plugins)
    names = {plugin.name for plugin in found}
    for name in disabled:
        if name not in names:
            plugins.failures.append(_unknown(name, names))
    for plugin in found:
        if plugin.name not in disabled:
            _load(plugins, plugin)
    if not len(plugins.registry) and not disabled:
        plugins.failures.append(
            Failure("PL007", "no plugin with rules is installed", hint="install postlint again: `pip install postlint`")
        )
    return plugins


def _unknown(name: str, names: Iterable[str]) -> Failure:
    near = nearest(name, names)
    hint = f'did you mean "{near}"?' if near else "see `postlint plugins`"
    return Failure("PL007", f'there is no plugin "{name}" to switch off', hint=hint)


def _find_plugins(local: Sequence[str], plugins: Plugins) -> list[_Found]:
    named = [name for name in local if not name.endswith(".py")]
    autoload = not os.environ.get("POSTLINT_DISABLE_PLUGIN_AUTOLOAD")
    found: list[_Found] = []
    entries = sorted(find_entry_points(GROUP), key=lambda entry: (entry.name, entry.value))
    for entry in entries:
        if not autoload and entry.name not in named:
            continue
        distribution, version = entry.distribution, entry.version
        if any(other.name == entry.name for other in found):
            message = f'two distributions bring a plugin "{entry.name}"; the one of {distribution} is left out'
            plugins.failures.append(Failure("PL007", message))
            continue
        found.append(_Found(entry.name, distribution, version, entry.load))
    known = {plugin.name for plugin in found}
    for name in named:
        if name not in known:
            plugins.failures.append(
                Failure("PL007", f'there is no plugin "{name}"', hint="give the path of a .py file, or install it")
            )
    found.extend(_local(path) for path in local if path.endswith(".py"))
    return found


def _local(path: str) -> _Found:
    name = os.path.splitext(os.path.basename(path))[0]

    def load() -> Any:
        from postlint.host.local_file import import_file

        return import_file(f"postlint_local_{name}", path)

    return _Found(name, path, "local", load, is_local=True)


def _load(plugins: Plugins, found: _Found) -> None:
    """Import one plugin and take what it brings; whatever it raises is one failure, and the rest runs."""
    label = f"plugin {found.name} ({found.distribution} {found.version})"
    try:
        module = found.load()
        plugins.manager.register(module, found.name)
        _take(plugins, found, module)
    except (Exception, SystemExit) as error:
        if plugins.manager.has_plugin(found.name):
            plugins.manager.unregister(name=found.name)
        import traceback

        plugins.failures.append(
            Failure(
                "PL007",
                f"{label} could not be loaded: {type(error).__name__}: {error}",
                hint=f"update or remove it, or run with `-p no:{found.name}`",
                detail=traceback.format_exc(),
            )
        )


def _take(plugins: Plugins, found: _Found, module: Any) -> None:
    hooks = plugins._hooks_of(found.name)  # noqa: SLF001  # same module
    info = hooks.postlint_plugin_info() or PluginInfo()
    rules = [rule for answer in hooks.postlint_rules() for rule in answer]
    views = [view for answer in hooks.postlint_views() for view in answer]
    location = getattr(module, "__file__", "") or ""
    prefix = info.prefix or (rules[0].code.rstrip("0123456789") if rules else "")
    plugin = LoadedPlugin(
        found.name,
        found.distribution,
        found.version,
        PluginInfo(info.title or found.name, prefix, info.docs_url),
        location,
        found.is_local,
    )
    plugins.loaded.append(plugin)
    for rule in rules:
        try:
            plugins.registry.add(RegisteredRule(rule, plugin))
        except Clash as clash:
            plugins.failures.append(Failure("PL007", str(clash), hint=f"run with `-p no:{found.name}`"))
    for view in views:
        plugins.views.setdefault(view.name, view)
    plugins.view_options.extend(hooks.postlint_view_options())
    for answer in hooks.postlint_statistics():
        for statistic in answer:
            plugins.statistics.setdefault(statistic.name, RegisteredStatistic(statistic(), plugin))
    for answer in hooks.postlint_generators():
        plugins.generators.update({generator.profile.name: generator for generator in answer})
    for answer in hooks.postlint_reporters():
        plugins.reporters.update({reporter.name: reporter for reporter in answer})
