"""The rules in force for some posts, bound to their options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from postlint.config.select import select_rules
from postlint.host.late import Late
from postlint.host.manager import Plugins
from postlint.host.registry import RegisteredRule, RegisteredStatistic
from postlint.values.dataclass import dataclass
from postlint.values.lazy import lazy
from postlint.values.named_tuple import NamedTuple
from postlint.values.report import Severity
from postlint.values.settings import Settings

if TYPE_CHECKING:
    from postlint.rulekit.options import Options
    from postlint.rulekit.view import View


@dataclass(frozen=True)
class BoundRule:
    """A rule with its options, and the severity that the config gives it (None: its own).

    Without options (None) it has those that it has without a config, and its class is imported when it first runs.
    """

    registered: RegisteredRule
    options: Options | None = None
    severity: Severity | None = None

    @lazy
    def instance(self) -> Any:
        """Return the rule. Raises whatever its module raises."""
        rule: Any = self.registered.rule
        return rule(self.options or rule.options_type())

    @lazy
    def check(self) -> Any:
        """Return the method of a PostRule."""
        return self.instance.check

    @property
    def about(self) -> Late[type[View[Any]]] | None:
        """Return the view that a PostRule is about; one whose options ask for more is about any post, None."""
        about = self.registered.facts.about
        if about is None or self.options is None or self.instance.subject() is not None:
            return about
        return None

    @lazy
    def code(self) -> str:
        """Return the rule's code."""
        return self.registered.code

    @property
    def label(self) -> str:
        """Return how messages call it."""
        owner = self.registered.owner
        return f"rule {self.code} {self.registered.name} (plugin {owner.name}, {owner.distribution} {owner.version})"


class Subject(NamedTuple):
    """Rules that have nothing to say where a view of the post is empty, or holds none of some topics if there are any.

    Without a view (None) they always may have.
    """

    view: Late[type[View[Any]]] | None
    topics: tuple[str, ...]
    rules: tuple[BoundRule, ...]


@dataclass(frozen=True)
class RuleSet:
    """Bound rules by kind, the options of views, and what adds up over posts."""

    subjects: tuple[Subject, ...]
    site_rules: tuple[BoundRule, ...]
    network_rules: tuple[BoundRule, ...]
    view_options: dict[type, Any]
    statistics: tuple[RegisteredStatistic, ...] = ()

    @property
    def post_rules(self) -> tuple[BoundRule, ...]:
        """Return the rules that judge one post by itself."""
        return tuple(rule for subject in self.subjects for rule in subject.rules)

    @property
    def codes(self) -> frozenset[str]:
        """Return the codes of the rules that judge a post offline."""
        return frozenset(rule.code for rule in (*self.post_rules, *self.site_rules))


def bind_rules(plugins: Plugins, settings: Settings) -> RuleSet:
    """Return the rules that `settings` select. Raises OptionError for options that validation let pass."""
    bound = [_bind(registered, settings) for registered in select_rules(plugins.registry.rules(), settings)]
    rules = by_subject(_of_kind(bound, "post")), _of_kind(bound, "site"), _of_kind(bound, "network")
    return RuleSet(*rules, _options_of_views(plugins, settings), _statistics(plugins, settings, bound))


def rule_options(plugins: Plugins, settings: Settings) -> dict[str, Options]:
    """Return the options of every rule by its name, selected or not."""
    return {rule.name: _options(rule, settings) for rule in plugins.registry.rules()}


def _options(rule: RegisteredRule, settings: Settings) -> Options:
    raw = _raw_options(rule, settings)
    raw.pop("severity", None)
    return rule.options_type(raw)


def _options_of_views(plugins: Plugins, settings: Settings) -> dict[type, Options]:
    """Return the options of the views for which something is set."""
    found: dict[type, Options] = {}
    for name, view in plugins.views.items():
        raw: Any = {}
        # what plugins give, and the config on top
        for given in (*plugins.view_options, settings.views):
            raw = _join(raw, given.get(name, {}))
        if raw:
            found[view.view] = view.options_type(raw)
    for rule in plugins.registry.rules():
        # selected or not: other rules read the same view
        if rule.facts.configures is not None and _raw_options(rule, settings):
            found[rule.facts.configures.get()] = _options(rule, settings)
    return found


def _join(under: Any, over: Any) -> Any:
    if isinstance(under, Mapping) and isinstance(over, Mapping):
        return {
            key: _join(under[key], over[key]) if key in under and key in over else {**under, **over}[key]
            for key in {**under, **over}
        }
    if isinstance(under, list | tuple) and isinstance(over, list | tuple):
        return [*under, *over]
    return over


def _statistics(plugins: Plugins, settings: Settings, bound: Iterable[BoundRule]) -> tuple[RegisteredStatistic, ...]:
    """Return the statistics of the plugins that have a rule to run, if tables are asked for."""
    if not settings.wants_statistics:
        return ()
    running = {rule.registered.plugin for rule in bound}
    return tuple(statistic for statistic in plugins.statistics.values() if statistic.owner.name in running)


def _bind(registered: RegisteredRule, settings: Settings) -> BoundRule:
    raw = _raw_options(registered, settings)
    severity = raw.pop("severity", None)
    options = registered.options_type(raw) if raw else None
    return BoundRule(registered, options, Severity(severity) if severity else None)


def _raw_options(registered: RegisteredRule, settings: Settings) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for name in (*registered.aliases, registered.name):
        raw.update(settings.rules.get(name, {}))
    return raw


def by_subject(rules: Iterable[BoundRule]) -> tuple[Subject, ...]:
    """Return the rules by what they are about."""
    grouped: dict[Any, list[BoundRule]] = {}
    for rule in rules:
        grouped.setdefault((rule.about, rule.registered.facts.topics), []).append(rule)
    return tuple(Subject(view, topics, tuple(about)) for (view, topics), about in grouped.items())


def _of_kind(bound: Iterable[BoundRule], kind: str) -> tuple[BoundRule, ...]:
    return tuple(rule for rule in bound if kind in rule.registered.facts.kinds)
