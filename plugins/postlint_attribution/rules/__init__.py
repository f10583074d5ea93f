"""One module a rule."""

from __future__ import annotations

from postlint import RuleClass
from postlint_attribution.rules.required_attribution import RequiredAttribution
from postlint_attribution.rules.rights_no_source import RightsNoSource
from postlint_attribution.rules.source_conflict import SourceConflict
from postlint_attribution.rules.source_no_link import SourceNoLink
from postlint_attribution.rules.vague_source import VagueSource

RULES: tuple[RuleClass, ...] = (RightsNoSource, SourceNoLink, SourceConflict, VagueSource, RequiredAttribution)
