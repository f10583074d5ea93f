"""Runs the examples of a rule."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from postlint.engine.fixer import Judged, fix_source
from postlint.engine.fold import fold_groups
from postlint.engine.judging import has_any
from postlint.engine.network import ask_all
from postlint.engine.resolve import resolve
from postlint.engine.sites import FileReader
from postlint.generators.known import find_generator
from postlint.generators.site_address import site_address
from postlint.generators.site_facts import read_facts
from postlint.host.facts import RuleFacts
from postlint.host.late import Late
from postlint.host.registry import LoadedPlugin, RegisteredRule
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.rulekit.examples import Example, Invalid, Valid
from postlint.rulekit.plugin_info import PluginInfo
from postlint.rulekit.rule import NetworkRule, PostRule, RuleClass, SiteRule
from postlint.source.source import Source
from postlint.testing.fake_network import SETTINGS as FAKE_SETTINGS
from postlint.testing.fake_network import FakeClient, no_network
from postlint.values.dataclass import dataclass, replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.record import SiteRecord
from postlint.values.request import PostRequest

_OWNER = LoadedPlugin("test", "test", "0", PluginInfo())
_PATHS = {"hexo": "source/_posts/a.md", "hugo": "content/posts/a.md", "jekyll": "_posts/2024-05-06-a.md"}


@dataclass(frozen=True)
class Ran:
    """What a rule said of an example: the text, the findings in order, and the text after all fixes."""

    text: str
    diagnostics: tuple[Diagnostic, ...]
    fixed: str

    @property
    def reports(self) -> tuple[str, ...]:
        """Return the texts under the spans."""
        return tuple(diagnostic.span.of(self.text) for diagnostic in self.diagnostics)


def run_rule(rule: RuleClass, example: Example, text: str | bytes | None = None) -> Ran:
    """Run one rule over an example (or over `text` in its place) in a site made for it."""
    chosen = example.post if text is None else text
    raw = chosen if isinstance(chosen, bytes) else chosen.encode("utf-8")
    path = example.path or _PATHS.get(example.generator, "a.md")
    with _site(example) as site, no_network():
        bound = RegisteredRule(Late.of(rule), RuleFacts.of(rule), _OWNER)
        instance = rule(rule.options_type(example.options))
        source = Source(raw)
        views = {rule.configures: instance.options} if rule.configures else {}

        def judge(now: Source) -> Judged:
            post = Post(now, path, site, role=_role(site, path), view_options=views)
            return Judged(post, _diagnose(bound, instance, post, site, example))

        found = tuple(sorted(judge(source).diagnostics, key=lambda d: (d.span, d.code)))
        fixed = fix_source(source, judge, with_unsafe=True)
        return Ran(source.text, found, fixed.source.text)


def _role(site: Site, path: str) -> str:
    return site.generator.role(path, site.facts) or "post"


def _diagnose(bound: RegisteredRule, instance: Any, post: Post, site: Site, example: Example) -> list[Diagnostic]:
    found = []
    # a rule may be both: judge a post by itself, and beside the others
    about = instance.subject() if isinstance(instance, PostRule) else None
    if isinstance(instance, PostRule) and (about is None or has_any(post, about, instance.topics)):
        found += [resolve(bound, report, post.source, post.path) for report in instance.check(post)]
    if isinstance(instance, NetworkRule):
        found += _ask(bound, instance, post, example)
    if isinstance(instance, SiteRule):
        found += _compare(bound, instance, post, site, example)
    return found


def _compare(
    bound: RegisteredRule, instance: SiteRule[Any], post: Post, site: Site, example: Example
) -> list[Diagnostic]:
    records = [SiteRecord(bound.code, post.path, r.span, r.data) for r in instance.collect(post)]
    for path, text in example.posts.items():
        other = Post(Source.from_text(text), path, site, role=_role(site, path))
        records += [SiteRecord(bound.code, path, r.span, r.data) for r in instance.collect(other)]
    records.sort(key=lambda record: (record.path, record.span))
    return [
        resolve(bound, found.report, post.source, post.path)
        for found in instance.check_site(records, site)
        if found.path == post.path
    ]


def _ask(bound: RegisteredRule, instance: NetworkRule[Any], post: Post, example: Example) -> list[Diagnostic]:
    made = [PostRequest((bound.code,), r, site_address(post.facts.config)) for r in instance.requests(post)]
    settings = replace(FAKE_SETTINGS, limit=1_000_000)
    found = [
        resolve(bound, report, post.source, post.path)
        for request, outcome in ask_all(made, settings, lambda _: FakeClient(example.responses))
        for report in instance.check_response(request.request, outcome)
    ]
    return fold_groups(found)


@contextmanager
def _site(example: Example) -> Iterator[Site]:
    """Make a site with the example's files in a temporary folder."""
    generator = find_generator(example.generator)
    with tempfile.TemporaryDirectory() as root:
        for name, content in example.site.items():
            full = os.path.join(root, name)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        facts = read_facts(root, example.generator, FileReader(root))
        yield Site(generator, facts, date.fromisoformat(example.today))


def check_valid(rule: RuleClass, example: Valid) -> None:
    """Assert that the rule is silent, also with other line ends and a BOM."""
    for name, text in variants(example):
        ran = run_rule(rule, example, text)
        assert ran.reports == (), f"{rule.code} reports {ran.reports} in a valid example ({name})"  # noqa: S101


def check_invalid(rule: RuleClass, example: Invalid) -> None:
    """Assert the reported texts, the fix and the severity, also with other line ends and a BOM."""
    for name, text in variants(example):
        ran = run_rule(rule, example, text)
        plain = tuple(report.replace("\r\n", "\n") for report in ran.reports)
        assert plain == example.reports, f"{rule.code}: {plain} ({name})"  # noqa: S101
        wanted = ran.text.replace("\r\n", "\n") if example.fixed is None else example.fixed
        assert ran.fixed.replace("\r\n", "\n") == wanted, f"{rule.code}: fixed to {ran.fixed!r} ({name})"  # noqa: S101
        again = run_rule(rule, example, ran.fixed)
        assert again.fixed == ran.fixed, f"{rule.code}: fixing twice is not fixing once ({name})"  # noqa: S101
        first = ran.diagnostics[0]
        if example.severity is not None:
            assert first.severity.value == example.severity, f"{rule.code}: {first.severity}"  # noqa: S101
        if example.message is not None:
            assert first.message == example.message, f"{rule.code}: {first.message}"  # noqa: S101
        for found in ran.diagnostics:
            assert len(found.message) <= 100, found.message  # noqa: S101
            assert not found.message.endswith("."), found.message  # noqa: S101


def variants(example: Example) -> Iterator[tuple[str, str | bytes]]:
    """Yield the example as it is and, where that contradicts nothing, with CRLF and with a BOM."""
    yield "as written", example.post
    if example.variants and isinstance(example.post, str):
        yield "CRLF", example.post.replace("\n", "\r\n")
        if example.generator != "plain":
            yield "BOM", b"\xef\xbb\xbf" + example.post.encode("utf-8")


def check_prefixes(rule: RuleClass, example: Example) -> None:
    """Run the rule over every prefix of an example: half a post must not crash it."""
    text = example.post if isinstance(example.post, str) else example.post.decode("utf-8", "replace")
    for end in range(0, len(text), max(1, len(text) // 40)):
        run_rule(rule, example, text[:end])
