"""Every example of every rule."""

from __future__ import annotations

import postlint_attribution
from postlint.testing import plugin_tests

test_rules = plugin_tests(postlint_attribution)
