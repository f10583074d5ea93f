"""Rules that are about a view are passed over where it is empty: that must never cost a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

import postlint_dates
import postlint_front_matter
from postlint import PostRule, RuleClass
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source

_RULES = (*postlint_dates.postlint_rules(), *postlint_front_matter.postlint_rules())
_GENERATORS = ("hexo", "jekyll", "hugo", "astro", "docusaurus", "pelican", "plain")
_VALUES = (
    "", "a walk", "花园", "“quoted”", "【一】", "‘x", "a\u3000", "\u200bb", "yes", "true", "~", "010", "1_000", "2021",
    "12:30", "1e3", "-1", "9007199254740993", "2021-10-10", "2021-02-30", "2021-10-10 04:35:37 +08:00", "2021-1-5",
    "10/11/2021", "Mon, 10 Oct 2021 04:35:37 GMT", "1970-01-01", "TBD", "{{ date }}", "a # b", "#1", "&a b", "!a b",
    "[x]", "[[x]]", "[花，园]", "{a: b}", '"2021-10-10"', "'a'", "a\n  b", "\n- a\n- 010", "\n- “x”", "\n  a: 010",
)  # fmt: skip
_BLOCKS = (
    "---\n{}\n---\nText.\n",
    "\n---\n{}\n---\n",
    "---\n{}\n",
    "{}\n---\n",
    "---\n{}\n{}\n---\n",
    "+++\n{}\n+++\n",
)


def _posts(rule: type[PostRule]) -> Iterator[tuple[str, Post]]:  # type: ignore[type-arg]  # rules of any options
    for example in (*rule.valid, *rule.invalid):
        if isinstance(example.post, str):
            yield example.post, _post(example.post, example.generator)
    for key, value, generator in product(("title", "date", "Tags", "标题", "order"), _VALUES, _GENERATORS):
        text = f"---\n{key}: {value}\n---\nText.\n"
        yield text, _post(text, generator)
    for block, generator in product(_BLOCKS, _GENERATORS):
        text = block.replace("{}", "title: a\ndate: 2021-10-10 04:35:37")
        yield text, _post(text, generator)


def _post(text: str, generator: str) -> Post:
    site = Site(find_generator(generator), SiteFacts(generator, config={}))
    return Post(Source.from_text(text), "_posts/2021-10-10-a.md", site)


@pytest.mark.parametrize("rule", [r for r in _RULES if getattr(r, "about", None)], ids=lambda rule: rule.code)
def test_a_rule_that_is_passed_over_has_nothing_to_say(rule: RuleClass) -> None:
    assert issubclass(rule, PostRule)
    assert rule.about is not None
    judge, said, passed = rule(rule.options_type()), 0, 0
    for text, post in _posts(rule):
        found = list(judge.check(post))
        is_empty = post.view(rule.about).is_empty
        assert not (found and is_empty), (post.generator.profile.name, text, found)
        said, passed = said + bool(found), passed + is_empty
    assert said
    assert passed
