"""One text while its rules judge it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Any, TypeVar

from postlint.engine.resolve import resolve
from postlint.engine.rule_crash import Runnable, rule_crash
from postlint.engine.rule_set import BoundRule, Subject
from postlint.generators.site_address import site_address
from postlint.host.registry import RegisteredStatistic
from postlint.post.post import Post
from postlint.rulekit.view import View
from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive
from postlint.values.errors import PostlintError
from postlint.values.failure import Failure
from postlint.values.record import Record
from postlint.values.request import PostRequest, Request

T = TypeVar("T")


def has_any(post: Post, view: type[View[Any]], topics: Collection[str]) -> bool:
    """Tell whether rules about a view, and some topics of it if any are given, may have something to say of a post."""
    found = post.view(view)
    return not (found.is_empty or (topics and not any(map(found.holds, topics))))


@dataclass
class Linted:
    """A post, and what is said of it so far. A rule that crashes is a failure, and the others go on."""

    post: Post
    diagnostics: list[Diagnostic] = field(default_factory=list)
    records: dict[str, list[Record]] = field(default_factory=dict)
    directives: tuple[Directive, ...] = ()
    failures: list[Failure] = field(default_factory=list)
    requests: list[PostRequest] = field(default_factory=list)

    def judge(self, subjects: Iterable[Subject], shown: str) -> None:
        """Run all rules, but those about views that are empty."""
        post = self.post
        for view, topics, rules in subjects:
            try:
                if view is not None and not has_any(post, view.get(), topics):
                    continue
            except PostlintError:
                raise
            except Exception as error:
                self.failures.extend(rule_crash(rule, error, post.path) for rule in rules)
                continue
            self._judge_all(rules, shown)

    def _judge_all(self, rules: Iterable[BoundRule], shown: str) -> None:
        """Run rules. Written out, since dozens of rules mostly have nothing to say of a post."""
        post, diagnostics, source = self.post, self.diagnostics, self.post.source
        for rule in rules:
            try:
                # all of them first: of a rule that crashes half-way nothing is kept
                reports = list(rule.check(post))
            except PostlintError:
                raise
            except Exception as error:
                self.failures.append(rule_crash(rule, error, post.path))
                continue
            for report in reports:
                diagnostics.append(resolve(rule.registered, report, source, shown, rule.severity))

    def ask(self, rules: Iterable[BoundRule]) -> None:
        """Take the requests of rules; those that several rules share are taken once."""
        page = site_address(self.post.facts.config)
        # rules that share requests mostly share the list of them
        lists: dict[int, tuple[Sequence[Request], list[str]]] = {}
        for rule in rules:
            made = self.guard(rule, partial(_requests, rule, self.post))
            if made:
                lists.setdefault(id(made), (made, []))[1].append(rule.code)
        shared: dict[int, tuple[Request, list[str]]] = {}
        for made, codes in lists.values():
            for request in made:
                shared.setdefault(id(request), (request, []))[1].extend(codes)
        self.requests.extend(PostRequest(tuple(codes), request, page) for request, codes in shared.values())

    def collect(self, owners: Iterable[BoundRule | RegisteredStatistic]) -> None:
        """Take the records of rules or statistics. Written out, since every post has some."""
        post = self.post
        for owner in owners:
            try:
                found = list(owner.instance.collect(post))
            except PostlintError:
                raise
            except Exception as error:
                self.failures.append(rule_crash(owner, error, post.path))
                continue
            if found:
                self.records[owner.code] = found

    def guard(self, rule: Runnable | None, call: Callable[[], T]) -> T | tuple[()]:
        """Return what `call` returns; if it raises, nothing, and the crash becomes a failure."""
        try:
            return call()
        except PostlintError:
            # the config asks for something that cannot be: that ends the run
            raise
        except Exception as error:
            self.failures.append(rule_crash(rule, error, self.post.path))
            return ()


def _requests(rule: BoundRule, post: Post) -> Sequence[Request]:
    made = rule.instance.requests(post)
    return made if type(made) in (list, tuple) else list(made)
