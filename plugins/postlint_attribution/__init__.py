"""Attribution: where a post comes from, who made it, what may be done with it."""

from __future__ import annotations

from postlint import PluginInfo, RuleClass, View, hookimpl


@hookimpl
def postlint_rules() -> list[RuleClass]:
    """Return the rules, in code order."""
    from postlint_attribution.rules import RULES

    return list(RULES)


@hookimpl
def postlint_views() -> list[type[View]]:  # type: ignore[type-arg]  # views of any options
    """Return the view that `inspect` prints."""
    from postlint_attribution.view import Attributions

    return [Attributions]


@hookimpl
def postlint_plugin_info() -> PluginInfo:
    """Return what the plugin is about."""
    return PluginInfo(title="Attribution", prefix="ATT")
