"""Which rules are asked about a post."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from postlint.engine.judging import Linted
from postlint.engine.rule_set import BoundRule, by_subject
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.host.facts import RuleFacts
from postlint.host.late import Late
from postlint.host.registry import LoadedPlugin, RegisteredRule
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.rulekit.options import Options
from postlint.rulekit.plugin_info import PluginInfo
from postlint.rulekit.rule import PostRule
from postlint.rulekit.view import View
from postlint.source.source import Source
from postlint.values.report import Report, Severity


class Words(View[Options]):
    """The words of a post."""

    name = "words"

    @property
    def is_empty(self) -> bool:
        return not self.post.text.split()


def bound(check: Callable[[Post], Iterable[Report]], view: type[View[Any]] | None) -> BoundRule:
    class Judge(PostRule[Options]):
        """A rule."""

        code, name, about = "TST001", "judge", view

        def check(self, post: Post) -> Iterable[Report]:
            return check(post)

    return BoundRule(RegisteredRule(Late.of(Judge), RuleFacts.of(Judge), LoadedPlugin("t", "t", "0", PluginInfo())))


def post_of(text: str) -> Post:
    return Post(Source.from_text(text), "a.md", Site(find_generator("plain"), SiteFacts("plain", config={})))


@pytest.mark.parametrize(("about", "asked"), [(None, ["", "a word"]), (Words, ["a word"])])
def test_a_rule_about_a_view_is_asked_only_where_there_is_something(
    about: type[View[Options]] | None, asked: list[str]
) -> None:
    seen: list[str] = []

    def check(post: Post) -> Iterable[Report]:
        seen.append(post.text)
        return ()

    rule = bound(check, about)
    for text in ("", "a word"):
        Linted(post_of(text)).judge(by_subject([rule]), "a.md")
    assert seen == asked


def test_a_view_is_asked_once_for_the_rules_about_it() -> None:
    asked: list[str] = []

    class Counted(View[Options]):
        @property
        def is_empty(self) -> bool:
            asked.append(self.post.text)
            return True

    def check(post: Post) -> Iterable[Report]:
        raise AssertionError(post.text)

    Linted(post_of("a")).judge(by_subject([bound(check, Counted) for _ in range(3)]), "a.md")
    assert asked == ["a"]


def test_a_rule_whose_module_is_gone_is_a_crash_of_that_rule() -> None:
    facts = RuleFacts("TST001", "gone", (), Severity.WARNING, "never", False, "A rule.", ("post",))
    gone = BoundRule(RegisteredRule(Late("no_such_module:Rule"), facts, LoadedPlugin("t", "t", "0", PluginInfo())))
    seen: list[str] = []
    linted = Linted(post_of("a"))
    linted.judge(by_subject([gone, bound(lambda post: seen.append(post.text) or (), None)]), "a.md")
    assert [failure.code for failure in linted.failures] == ["PL005"]
    assert seen == ["a"]
