"""Content rules (CNT): empty posts, foreign code, leftovers of an import."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import PluginInfo, RuleClass, hookimpl

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


@hookimpl
def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules in code order."""
    from postlint_content.rules import RULES

    return RULES


@hookimpl
def postlint_plugin_info() -> PluginInfo:
    """Name the plugin."""
    return PluginInfo(title="Content", prefix="CNT", docs_url=_RULE_PAGE)
