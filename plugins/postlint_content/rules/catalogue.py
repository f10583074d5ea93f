"""Every rule of the plugin, in code order."""

from __future__ import annotations

from postlint import RuleClass
from postlint_content.rules.empty_post import EmptyPost
from postlint_content.rules.import_wrapper import ImportWrapper
from postlint_content.rules.script_in_post import ScriptInPost

RULES: tuple[RuleClass, ...] = (EmptyPost, ScriptInPost, ImportWrapper)
