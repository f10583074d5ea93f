"""Content rules (CNT): empty posts, foreign code, leftovers of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from postlint import PluginInfo, RuleClass

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules in code order."""
    from postlint_content.rules.catalogue import RULES

    return RULES


def postlint_plugin_info() -> PluginInfo:
    """Name the plugin."""
    from postlint import PluginInfo

    return PluginInfo(title="Content", prefix="CNT", docs_url=_RULE_PAGE, is_constant=True)
