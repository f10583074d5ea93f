"""Front matter rules (FM): there, readable by this generator, complete, well typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint import PluginInfo, RuleClass, Statistic

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules in code order."""
    from postlint_front_matter.rules.catalogue import RULES

    return RULES


def postlint_plugin_info() -> PluginInfo:
    """Name the plugin."""
    from postlint import PluginInfo

    return PluginInfo(title="Front matter", prefix="FM", docs_url=_RULE_PAGE, is_constant=True)


def postlint_statistics() -> Iterable[type[Statistic]]:
    """Return what is added up: which posts a build publishes."""
    from postlint_front_matter.publication_statistics import Publication

    return [Publication]
