"""Plugins as pluggy knows them; loaded only where a hook is called."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from typing import Any

import pluggy

from postlint.host import hookspecs
from postlint.host.brought import Brought
from postlint.host.facts import RuleFacts
from postlint.host.found import FoundPlugin
from postlint.host.late import Late
from postlint.rulekit.plugin_info import PluginInfo

_PREFIX = "postlint_"
_UNMARKED: pluggy.HookimplOpts = {
    "wrapper": False, "hookwrapper": False, "optionalhook": False, "tryfirst": False, "trylast": False, "specname": None
}  # fmt: skip


class _Manager(pluggy.PluginManager):
    """Takes every function for a hook that is named as one, as pytest does: plugins need not load pluggy to say so."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> pluggy.HookimplOpts | None:
        options = super().parse_hookimpl_opts(plugin, name)
        if options is None and name.startswith(_PREFIX) and inspect.isroutine(getattr(plugin, name)):
            return _UNMARKED
        return options


def make_manager(plugins: Iterable[FoundPlugin]) -> pluggy.PluginManager:
    """Return a fresh manager of some plugins; nothing global is kept.

    Raises whatever their modules raise, and what pluggy raises for hooks that it does not know.
    """
    manager = _Manager("postlint")
    manager.add_hookspecs(hookspecs)
    for plugin in plugins:
        manager.register(plugin.module, plugin.name)
    return manager


def ask_plugin(plugin: FoundPlugin) -> Brought:
    """Import a plugin and return what its hooks bring. Raises whatever they raise."""
    # alone, so that every answer and failure has an owner
    manager = make_manager([plugin])
    hook = manager.hook
    info = hook.postlint_plugin_info() or PluginInfo()
    return Brought(
        info,
        location=getattr(plugin.module, "__file__", "") or "",
        hooks=tuple(caller.name for caller in manager.get_hookcallers(plugin.module) or ()),
        rules=[(Late.of(rule), RuleFacts.of(rule)) for rules in hook.postlint_rules() for rule in rules],
        views=[(view.name, Late.of(view)) for views in hook.postlint_views() for view in views],
        statistics=[(one.name, Late.of(one)) for statistics in hook.postlint_statistics() for one in statistics],
        view_options=hook.postlint_view_options(),
        generators={one.profile.name: one for generators in hook.postlint_generators() for one in generators},
        reporters={one.name: one for reporters in hook.postlint_reporters() for one in reporters},
    )
