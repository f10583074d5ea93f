"""What the author of a plugin tests with."""

from __future__ import annotations

from postlint.testing.examples import check_invalid, check_valid, run_rule
from postlint.testing.fake_network import FakeClient
from postlint.testing.plugin_tests import plugin_tests

__all__ = ["FakeClient", "check_invalid", "check_valid", "plugin_tests", "run_rule"]
