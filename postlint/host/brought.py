"""What a plugin brings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postlint.host.facts import RuleFacts
from postlint.host.late import Late
from postlint.rulekit.plugin_info import PluginInfo
from postlint.values.dataclass import dataclass, field

if TYPE_CHECKING:
    from postlint.rulekit.rule import RuleClass
    from postlint.rulekit.statistic import Statistic
    from postlint.rulekit.view import View


@dataclass(frozen=True)
class Brought:
    """The answers of one plugin's hooks.

    `location` is the file of its module, `hooks` the names of those that it implements. Views and statistics come
    with their names.
    """

    info: PluginInfo
    location: str
    hooks: tuple[str, ...]
    rules: list[tuple[Late[RuleClass], RuleFacts]]
    views: list[tuple[str, Late[type[View[Any]]]]] = field(default_factory=list)
    statistics: list[tuple[str, Late[type[Statistic]]]] = field(default_factory=list)
    view_options: list[Any] = field(default_factory=list)
    generators: dict[str, Any] = field(default_factory=dict)
    reporters: dict[str, type[Any]] = field(default_factory=dict)

    def to_row(self) -> tuple[Any, ...]:
        """Return the same as plain data. Raises ValueError where it holds more than classes that can be imported."""
        if not self.info.is_constant or self.view_options or self.generators or self.reporters:
            raise ValueError(f"{self.info.title} brings what must be asked for in every run")
        for late in self._classes():
            if Late(late.place).get() is not late.get():
                raise ValueError(f"{late.place} is another class")
        return (
            (self.info.title, self.info.prefix, self.info.docs_url, self.info.is_constant),
            self.location,
            self.hooks,
            [(late.place, facts.to_row()) for late, facts in self.rules],
            [(name, late.place) for name, late in self.views],
            [(name, late.place) for name, late in self.statistics],
        )

    def _classes(self) -> Iterator[Late[Any]]:
        for rule, facts in self.rules:
            yield rule
            yield from filter(None, (facts.about, facts.configures))
        for _, view in self.views:
            yield view
        for _, statistic in self.statistics:
            yield statistic

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Brought:
        """Return what was made into plain data. Raises various exceptions for what is none of it."""
        info, location, hooks, rules, views, statistics = row
        return cls(
            PluginInfo(*info),
            location,
            tuple(hooks),
            [(Late(place), RuleFacts.from_row(facts)) for place, facts in rules],
            [(name, Late(place)) for name, place in views],
            [(name, Late(place)) for name, place in statistics],
        )
