"""The rules of all plugins, by code, name and alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from postlint.host.facts import RuleFacts
from postlint.host.late import Late
from postlint.rulekit.plugin_info import PluginInfo
from postlint.values.dataclass import dataclass
from postlint.values.lazy import lazy
from postlint.values.report import Severity
from postlint.values.run_result import RuleInfo

if TYPE_CHECKING:
    from postlint.rulekit.options import Options
    from postlint.rulekit.rule import RuleClass
    from postlint.rulekit.statistic import Statistic
    from postlint.rulekit.view import View


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """A plugin whose rules are known. `name` is its entry point's, `distribution` and `version` those installed.

    `location` is the file of its module, or of the package that this lies in. `is_local` marks a file given with
    `-p FILE`; its bytes count for the cache.
    """

    name: str
    distribution: str
    version: str
    info: PluginInfo
    location: str = ""
    is_local: bool = False

    @property
    def label(self) -> str:
        """Return how messages call it."""
        return f"{self.name} ({self.distribution} {self.version})"


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule with the plugin that brought it; its class is imported when it is asked for."""

    late: Late[RuleClass]
    facts: RuleFacts
    owner: LoadedPlugin

    @property
    def rule(self) -> RuleClass:
        """Return the rule's class. Raises whatever its module raises."""
        return self.late.get()

    @property
    def code(self) -> str:
        """Return the rule's code."""
        return self.facts.code

    @property
    def name(self) -> str:
        """Return the rule's name."""
        return self.facts.name

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the former names."""
        return self.facts.aliases

    @property
    def plugin(self) -> str:
        """Return the plugin's name."""
        return self.owner.name

    @property
    def options_type(self) -> type[Options]:
        """Return the rule's option set."""
        return self.rule.options_type

    @property
    def is_preview(self) -> bool:
        """Tell whether the rule runs only when it is named."""
        return self.facts.is_preview

    @property
    def severity(self) -> Severity:
        """Return the default severity."""
        return self.facts.severity

    @property
    def url(self) -> str | None:
        """Return the address of the rule's page, if the plugin has one."""
        return self.owner.info.docs_url.replace("{name}", self.name) or None

    def to_info(self) -> RuleInfo:
        """Return what reporters show."""
        facts = self.facts
        return RuleInfo(
            facts.code,
            facts.name,
            facts.summary,
            facts.severity,
            facts.fixable,
            self.plugin,
            self.url,
            facts.is_preview,
        )


@dataclass(frozen=True, slots=True)
class RegisteredView:
    """A reading of posts that has a name."""

    name: str
    late: Late[type[View[Any]]]

    @property
    def view(self) -> type[View[Any]]:
        """Return the class. Raises whatever its module raises."""
        return self.late.get()

    @property
    def options_type(self) -> type[Options]:
        """Return its option set."""
        return self.view.options_type


@dataclass(frozen=True)
class RegisteredStatistic:
    """A statistic with the plugin that brought it. `code` is the name under which its records travel."""

    code: str
    late: Late[type[Statistic]]
    owner: LoadedPlugin

    @lazy
    def instance(self) -> Statistic:
        """Return the statistic. Raises whatever its module raises."""
        return self.late.get()()

    @property
    def label(self) -> str:
        """Return how messages call it."""
        return f"statistic {self.code} (plugin {self.owner.label})"


class Clash(Exception):
    """Two plugins claim one code or name; the text names both."""


class Registry:
    """All rules, sorted by code."""

    def __init__(self, rules: Iterable[RegisteredRule] = ()) -> None:
        self._by_code: dict[str, RegisteredRule] = {}
        self._by_name: dict[str, RegisteredRule] = {}
        for rule in rules:
            self.add(rule)

    def add(self, rule: RegisteredRule) -> None:
        """Add a rule. Raises Clash, and then the registry is as before."""
        for key, known in ((rule.code, self._by_code), (rule.name, self._by_name)):
            other = known.get(key)
            if other is not None:
                raise Clash(
                    f"{key} is claimed by {other.owner.label} and by {rule.owner.label}; "
                    f"the rule of {rule.owner.name} is left out"
                )
        self._by_code[rule.code] = rule
        for name in (rule.name, *rule.aliases):
            self._by_name.setdefault(name, rule)

    def rules(self) -> tuple[RegisteredRule, ...]:
        """Return every rule, by code."""
        return tuple(self._by_code[code] for code in sorted(self._by_code))

    def find(self, code_or_name: str) -> RegisteredRule | None:
        """Return the rule of a code (any case), name or former name."""
        return self._by_code.get(code_or_name.upper()) or self._by_name.get(code_or_name.lower())

    def __iter__(self) -> Iterator[RegisteredRule]:
        return iter(self.rules())

    def __len__(self) -> int:
        return len(self._by_code)
