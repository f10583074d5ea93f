"""Every test that a plugin gets for nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from postlint.rulekit.rule import Fixable, RuleClass
from postlint.testing.examples import check_invalid, check_prefixes, check_valid


def plugin_tests(plugin: Any) -> Callable[..., None]:
    """Return a pytest function over all rules of a plugin module: `test_rules = plugin_tests(module)`."""
    import pytest

    rules: list[RuleClass] = list(plugin.postlint_rules())

    @pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.code)
    def test_rules(rule: RuleClass) -> None:
        check_rule(rule)

    return test_rules


def check_rule(rule: RuleClass) -> None:
    """Assert everything that a rule must satisfy: documentation, options, examples."""
    doc = inspect.getdoc(rule) or ""
    assert doc.partition("\n")[0].endswith("."), f"{rule.code}: the summary is no sentence"  # noqa: S101
    assert "\n\n" in doc, f"{rule.code}: the documentation says nothing of who is harmed"  # noqa: S101
    assert rule.valid, f"{rule.code} has no valid example"  # noqa: S101
    assert rule.invalid, f"{rule.code} has no invalid example"  # noqa: S101
    for info in rule.options_type.infos():
        assert info.doc.endswith("."), f"{rule.code}: option {info.key} is not described"  # noqa: S101
    is_fixing = any(example.fixed is not None for example in rule.invalid)
    assert is_fixing == (rule.fixable is not Fixable.NEVER), f"{rule.code}: fixable does not say so"  # noqa: S101
    for valid in rule.valid:
        check_valid(rule, valid)
        check_prefixes(rule, valid)
    for invalid in rule.invalid:
        check_invalid(rule, invalid)
        check_prefixes(rule, invalid)
