"""Which rules are asked about a post."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from postlint.engine.judging import Linted
from postlint.engine.rule_set import BoundRule, by_subject
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.rulekit.options import Options
from postlint.rulekit.rule import PostRule
from postlint.rulekit.view import View
from postlint.source.source import Source
from postlint.values.report import Report


class Words(View[Options]):
    """The words of a post."""

    name = "words"

    @property
    def is_empty(self) -> bool:
        return not self.post.text.split()


@pytest.mark.parametrize(("about", "asked"), [(None, ["", "a word"]), (Words, ["a word"])])
def test_a_rule_about_a_view_is_asked_only_where_there_is_something(
    about: type[View[Options]] | None, asked: list[str]
) -> None:
    seen: list[str] = []

    def check(post: Post) -> Iterable[Report]:
        seen.append(post.text)
        return ()

    bound = BoundRule(None, PostRule(Options()), None, check, about)  # type: ignore[arg-type]  # nothing is reported
    for text in ("", "a word"):
        post = Post(Source.from_text(text), "a.md", Site(find_generator("plain"), SiteFacts("plain", config={})))
        Linted(post).judge(by_subject([bound]), "a.md")
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

    bound = BoundRule(None, PostRule(Options()), None, check, Counted)  # type: ignore[arg-type]  # nothing is reported
    post = Post(Source.from_text("a"), "a.md", Site(find_generator("plain"), SiteFacts("plain", config={})))
    Linted(post).judge(by_subject([bound, bound, bound]), "a.md")
    assert asked == ["a"]
