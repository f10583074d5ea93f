"""What a user is told of a rule that raised."""

from __future__ import annotations

import traceback

from postlint.engine.rule_set import BoundRule
from postlint.values.failure import Failure
from postlint.values.notices import CRASHED_RULE


def rule_crash(rule: BoundRule | None, error: Exception, path: str | None = None) -> Failure:
    """Return the failure of a rule, or of postlint itself, at a post; a rule about the whole site has no path."""
    what = "postlint"
    if rule is not None:
        owner = rule.registered.owner
        what = f"rule {rule.code} {rule.registered.name} (plugin {owner.name}, {owner.distribution} {owner.version})"
    return Failure(
        CRASHED_RULE.code,
        f"{what} crashed: {type(error).__name__}: {error}",
        path,
        "report it to the plugin's author; `-v` shows the traceback",
        "".join(traceback.format_exception(error)),
    )
