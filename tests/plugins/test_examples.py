"""Every example of every first-party rule is a test."""

from __future__ import annotations

import pytest

from postlint.host.manager import load_plugins
from postlint.rulekit.rule import RuleClass
from postlint.testing.plugin_tests import check_rule

PLUGINS = load_plugins()


def test_every_plugin_loads() -> None:
    assert PLUGINS.failures == []
    assert [plugin.name for plugin in PLUGINS.loaded] == ["attribution", "content", "dates", "front-matter", "images"]


@pytest.mark.parametrize("rule", [rule.rule for rule in PLUGINS.registry], ids=lambda rule: rule.code)
def test_examples(rule: RuleClass) -> None:
    check_rule(rule)
