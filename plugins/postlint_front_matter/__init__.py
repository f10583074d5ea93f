"""Front matter rules (FM): there, readable by this generator, complete, well typed."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import PluginInfo, RuleClass, Statistic, hookimpl

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


@hookimpl
def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules in code order."""
    from postlint_front_matter.rules import RULES

    return RULES


@hookimpl
def postlint_plugin_info() -> PluginInfo:
    """Name the plugin."""
    return PluginInfo(title="Front matter", prefix="FM", docs_url=_RULE_PAGE)


@hookimpl
def postlint_statistics() -> Iterable[type[Statistic]]:
    """Return what is added up: which posts a build publishes."""
    from postlint_front_matter.publication_statistics import Publication

    return [Publication]
