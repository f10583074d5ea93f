"""Rules that are about a view are passed over where it is empty: that must never cost a finding."""

from __future__ import annotations

from functools import cache
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
    "[x]", "[[x]]", "[花，园]", "{a: b}", '"2021-10-10"', "'a'", "a\n  b", "a\u3000b", "-\u3000a", "\u3000a", "a\n  -\u3000b", "\n- -\u3000b", "-\u3000a\n  标题：b", "\n- a\n- 010", "\n- “x”", "\n  a: 010",
)  # fmt: skip
_KEYS = (
    "title", "date", "updated", "Tags", "标题", "order", "permalink", "published", "tags", "catagories", "slug", "draft",
    "Description", "layout", "lang", "toc",
)  # fmt: skip
# what they say depends on the site or on options
_SILENT = frozenset({"FM010", "FM011"})
_BLOCKS = (
    "---\n{}\n---\nText.\n",
    "\n---\n{}\n---\n",
    "---\n{}\n",
    "{}\n---\n",
    "---\n{}\n{}\n---\n",
    "+++\n{}\n+++\n",
)


# so many posts are asked about every rule
@cache
def _posts() -> tuple[tuple[str, Post], ...]:
    made = [(example.post, example.generator) for rule in _RULES for example in (*rule.valid, *rule.invalid)]
    texts = [(post, generator) for post, generator in made if isinstance(post, str)]
    texts += [
        (f"---\n{key}: {value}\n---\nText.\n", generator)
        for key, value, generator in product(_KEYS, _VALUES, _GENERATORS)
    ]
    texts += [
        (f"---\ndate: 2021-10-10 04:35:37\n{key}: {value}\ntitle: a\n---\nText.\n", generator)
        for key, value, generator in product(
            _KEYS, ("a", "2021-10-09 04:35:37", "2221-10-10", "\n- a", "yes", "7"), _GENERATORS
        )
    ]
    for block, generator in product(_BLOCKS, _GENERATORS):
        texts.append((block.replace("{}", "title: a\ndate: 2021-10-10 04:35:37"), generator))
    return tuple((text, _post(text, generator)) for text, generator in texts)


def _post(text: str, generator: str) -> Post:
    site = Site(find_generator(generator), SiteFacts(generator, config={}))
    return Post(Source.from_text(text), "_posts/2021-10-10-a.md", site)


@pytest.mark.parametrize("rule", [r for r in _RULES if getattr(r, "about", None)], ids=lambda rule: rule.code)
def test_a_rule_that_is_passed_over_has_nothing_to_say(rule: RuleClass) -> None:
    assert issubclass(rule, PostRule)
    assert rule.about is not None
    judge, said, passed = rule(rule.options_type()), 0, 0
    assert judge.subject() is rule.about
    for text, post in _posts():
        found = list(judge.check(post))
        is_empty = post.view(rule.about).is_empty
        assert not (found and is_empty), (post.generator.profile.name, text, found)
        said, passed = said + bool(found), passed + is_empty
    assert said or rule.code in _SILENT
    assert passed


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("FM005", {"required": ["mood"]}),
        ("FM006", {"keys": ["mood"]}),
        ("FM007", {"types": {"mood": ["int"]}}),
        ("FM010", {"file": "post.schema.json"}),
        ("FM011", {"values": {"tags": ["alps"]}}),
        ("DT006", {"days": -1}),
    ],
)
def test_a_rule_that_is_asked_for_more_is_not_passed_over(code: str, options: dict[str, object]) -> None:
    rule = next(rule for rule in _RULES if rule.code == code)
    assert issubclass(rule, PostRule)
    assert rule.about is not None
    assert rule(rule.options_type(options)).subject() is None
