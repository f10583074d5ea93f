"""The rules of all plugins, by code, name and alias."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint.rulekit.options import Options
from postlint.rulekit.plugin_info import PluginInfo
from postlint.rulekit.rule import RuleClass
from postlint.rulekit.statistic import Statistic
from postlint.values.dataclass import dataclass
from postlint.values.report import Severity
from postlint.values.run_result import RuleInfo


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """A plugin that was imported. `name` is its entry point's, `distribution` and `version` those installed.

    `is_local` marks a file given with `-p FILE`; its bytes count for the cache.
    """

    name: str
    distribution: str
    version: str
    info: PluginInfo
    location: str = ""
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class RegisteredRule:
    """A rule class with the plugin that brought it."""

    rule: RuleClass
    owner: LoadedPlugin

    @property
    def code(self) -> str:
        """Return the rule's code."""
        return self.rule.code

    @property
    def name(self) -> str:
        """Return the rule's name."""
        return self.rule.name

    @property
    def aliases(self) -> tuple[str, ...]:
        """Return the former names."""
        return self.rule.aliases

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
        return self.rule.preview

    @property
    def severity(self) -> Severity:
        """Return the default severity."""
        return self.rule.severity

    @property
    def url(self) -> str | None:
        """Return the address of the rule's page, if the plugin has one."""
        return self.owner.info.docs_url.replace("{name}", self.name) or None

    def to_info(self) -> RuleInfo:
        """Return what reporters show."""
        rule = self.rule
        return RuleInfo(
            rule.code,
            rule.name,
            rule.summary(),
            rule.severity,
            rule.fixable.value,
            self.plugin,
            self.url,
            rule.preview,
        )


@dataclass(frozen=True, slots=True)
class RegisteredStatistic:
    """A statistic with the plugin that brought it."""

    instance: Statistic
    owner: LoadedPlugin

    @property
    def code(self) -> str:
        """Return the name under which its records travel."""
        return self.instance.name

    @property
    def label(self) -> str:
        """Return how messages call it."""
        return f"statistic {self.instance.name} (plugin {_label(self.owner)})"


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
                    f"{key} is claimed by {_label(other.owner)} and by {_label(rule.owner)}; "
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


def _label(plugin: LoadedPlugin) -> str:
    return f"{plugin.name} ({plugin.distribution} {plugin.version})"
