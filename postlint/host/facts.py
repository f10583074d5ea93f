"""What postlint must know of a rule before it runs: enough to select, configure, list and show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from postlint.host.late import Late
from postlint.values.dataclass import dataclass
from postlint.values.report import Severity

if TYPE_CHECKING:
    from postlint.rulekit.rule import RuleClass
    from postlint.rulekit.view import View


@dataclass(frozen=True, slots=True)
class RuleFacts:
    """What a rule class says of itself, without the class.

    `kinds` are `post`, `site` and `network`; a rule may be of several. `about` and `configures` are views,
    and `topics` are of the first.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    severity: Severity
    fixable: str
    is_preview: bool
    summary: str
    kinds: tuple[str, ...]
    about: Late[type[View[Any]]] | None = None
    topics: tuple[str, ...] = ()
    configures: Late[type[View[Any]]] | None = None

    @classmethod
    def of(cls, rule: RuleClass) -> Self:
        """Return the facts of a class."""
        from postlint.rulekit.rule import NetworkRule, PostRule, SiteRule

        kinds = {"post": PostRule, "site": SiteRule, "network": NetworkRule}
        about, configures = getattr(rule, "about", None), rule.configures
        return cls(
            rule.code,
            rule.name,
            tuple(rule.aliases),
            rule.severity,
            rule.fixable.value,
            rule.preview,
            rule.summary(),
            tuple(name for name, kind in kinds.items() if issubclass(rule, kind)),
            Late.of(about) if about else None,
            tuple(sorted(getattr(rule, "topics", ()))),
            Late.of(configures) if configures else None,
        )

    def to_row(self) -> tuple[Any, ...]:
        """Return the same as plain data."""
        about, configures = self.about and self.about.place, self.configures and self.configures.place
        return (
            self.code, self.name, self.aliases, self.severity.value, self.fixable, self.is_preview, self.summary,
            self.kinds, about, self.topics, configures,
        )  # fmt: skip

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Self:
        """Return facts from plain data. Raises various exceptions for what is none of it."""
        code, name, aliases, severity, fixable, is_preview, summary, kinds, about, topics, configures = row
        views = about and Late(about), topics, configures and Late(configures)
        return cls(code, name, aliases, Severity(severity), fixable, is_preview, summary, kinds, *views)
