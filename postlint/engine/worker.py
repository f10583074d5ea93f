"""Reads and judges posts, one at a time; lives in one process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from postlint.engine.candidate import Candidate
from postlint.engine.changed import changed_test
from postlint.engine.directives import find_directives
from postlint.engine.fixer import Judged, fix_source
from postlint.engine.limits import LimitReached, limited
from postlint.engine.reading import Status, read_candidate
from postlint.engine.resolve import resolve, resolve_record
from postlint.engine.rule_crash import Runnable, limit_failure, rule_crash
from postlint.engine.rule_set import BoundRule, RuleSet, bind_rules
from postlint.engine.suppress import settle
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.generators.site_address import site_address
from postlint.host.manager import Plugins, load_plugins
from postlint.host.registry import RegisteredStatistic
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive
from postlint.values.errors import PostlintError
from postlint.values.failure import Failure
from postlint.values.file_result import FileResult, FixedFile
from postlint.values.known import KnownFinding, known_form, match_known
from postlint.values.notices import CRASHED_RULE, NOT_UTF8
from postlint.values.packed_result import CacheFacts, PackedResult, pack
from postlint.values.record import SiteRecord
from postlint.values.report import Severity
from postlint.values.request import PostRequest, Request
from postlint.values.settings import Settings
from postlint.values.span import Position, Span

# what the encoder raises for data that is no JSON
_NO_JSON = (TypeError, ValueError, RecursionError)
T = TypeVar("T")


@dataclass(frozen=True)
class WorkerSetup:
    """What a process needs to know before it takes posts; picklable.

    `keeps_facts` asks for what the cache must know of every result.
    """

    settings: tuple[Settings, ...]
    sites: tuple[SiteFacts, ...]
    disabled: tuple[str, ...] = ()
    local_plugins: tuple[str, ...] = ()
    wants_fixes: bool = False
    with_unsafe: bool = False
    compares_posts: bool = False
    today: date | None = None
    keeps_facts: bool = False


@dataclass
class _Linted:
    post: Post
    diagnostics: list[Diagnostic]
    records: list[SiteRecord]
    directives: tuple[Directive, ...]
    failures: list[Failure]
    requests: list[PostRequest] = field(default_factory=list)


class Worker:
    """Judges candidates with the rules of their settings."""

    def __init__(self, setup: WorkerSetup, plugins: Plugins | None = None) -> None:
        self.setup = setup
        self.plugins = plugins or load_plugins(setup.disabled, setup.local_plugins)
        self._rule_sets: dict[int, RuleSet] = {}
        self._sites: dict[int, Site] = {}

    def rule_set(self, settings: int) -> RuleSet:
        """Return the bound rules of a settings index."""
        if settings not in self._rule_sets:
            self._rule_sets[settings] = bind_rules(self.plugins, self.setup.settings[settings])
        return self._rule_sets[settings]

    def site(self, index: int) -> Site:
        """Return the site of an index."""
        if index not in self._sites:
            facts = self.setup.sites[index]
            generator = self.plugins.generators.get(facts.generator) or find_generator(facts.generator)
            self._sites[index] = Site(generator, facts, self.setup.today)
        return self._sites[index]

    def read(self, candidate: Candidate) -> Source | Failure:
        """Return a candidate's source, or why it cannot be had."""
        raw, _ = read_candidate(candidate)
        return raw if isinstance(raw, Failure) else self._source(raw, candidate)

    def _source(self, raw: bytes, candidate: Candidate) -> Source:
        return Source(raw, declared_encoding=self.setup.settings[candidate.settings].encoding)

    def encoding(self, candidate: Candidate) -> str | None:
        """Return the encoding that the settings declare for a candidate."""
        return self.setup.settings[candidate.settings].encoding

    def post(self, source: Source, candidate: Candidate) -> Post:
        """Return the post of a candidate."""
        options = self.rule_set(candidate.settings).view_options
        site = self.site(candidate.site)
        keys = self.setup.settings[candidate.settings].image_keys
        return Post(source, candidate.relative, site, role=candidate.role, view_options=options, image_keys=keys)

    def run(self, candidate: Candidate) -> PackedResult:
        """Return everything there is to say of one post, as text, with what the cache must know."""
        raw, status = read_candidate(candidate)
        if isinstance(raw, Failure):
            return pack(FileResult(candidate.shown, candidate.relative, candidate.site, failures=(raw,)))
        source = self._source(raw, candidate)
        if not self.setup.keeps_facts or candidate.raw is not None:
            return _packed(self.check(source, candidate))
        if source.digest == candidate.known:
            facts = CacheFacts(source.digest, status, is_known=True)
            return PackedResult(candidate.shown, candidate.relative, candidate.site, facts=facts)
        site = self.site(candidate.site)
        site.forget_questions()
        result = self.check(source, candidate)
        return _packed(result, _facts(source, status, site))

    def check(self, source: Source, candidate: Candidate) -> FileResult:
        """Return everything there is to say of one post, fixes applied in memory, within the limits for one post."""
        try:
            with limited():
                return self._check(source, candidate)
        except LimitReached as reached:
            failure = limit_failure(f"{reached}; it was not linted", candidate.shown)
            return FileResult(candidate.shown, candidate.relative, candidate.site, failures=(failure,))

    def _check(self, source: Source, candidate: Candidate) -> FileResult:
        encoding = _encoding_notice(source, candidate)
        if not source.is_decodable and "\0" in source.text:
            return FileResult(candidate.shown, candidate.relative, candidate.site, tuple(encoding))
        fixed = None
        notes: tuple[str, ...] = ()
        if self.setup.wants_fixes and candidate.is_reported:
            linted, fixed, notes = self._fix(source, candidate)
        else:
            linted = self._lint(source, candidate)
        return FileResult(
            candidate.shown,
            candidate.relative,
            candidate.site,
            (*encoding, *linted.diagnostics),
            tuple(linted.records),
            linted.directives,
            tuple(linted.failures),
            fixed,
            notes,
            tuple(linted.requests),
        )

    def _fix(self, source: Source, candidate: Candidate) -> tuple[_Linted, FixedFile | None, tuple[str, ...]]:
        """Return what is left to say after all fixes, the file to write if any changed, and remarks."""
        if not source.is_exact:
            note = f"{candidate.shown}: not fixed, its encoding cannot be written back exactly"
            return self._lint(source, candidate), None, (note,)
        seen: dict[bytes, _Linted] = {}
        ran = self.rule_set(candidate.settings).codes

        known = list(candidate.accepted)

        def judge(now: Source) -> Judged:
            linted = seen[now.raw] = self._lint(now, candidate)
            if now is source:
                known.extend(self._unchanged(linted, candidate))
            kept, _ = settle(candidate.shown, linted.diagnostics, linted.directives, ran, self.plugins.registry)
            pairs = match_known(kept, known)
            return Judged(linted.post, [one for number, one in enumerate(kept) if number not in pairs])

        result = fix_source(source, judge, with_unsafe=self.setup.with_unsafe)
        notes = tuple(f"{candidate.shown}: {note}" for note in result.notes)
        # the fixer judged its last text: no need to lint it once more
        linted = seen[result.source.raw]
        if result.source.raw == source.raw:
            return linted, None, notes
        return linted, FixedFile(result.source.raw, source.raw, source.digest, result.count), notes

    def judge(self, source: Source, candidate: Candidate) -> Judged:
        """Return a text as the post of a candidate, with the findings that no suppression hides."""
        linted = self._lint(source, candidate)
        ran = self.rule_set(candidate.settings).codes
        everything = (*_encoding_notice(source, candidate), *linted.diagnostics)
        kept, _ = settle(candidate.shown, everything, linted.directives, ran, self.plugins.registry)
        return Judged(linted.post, kept)

    def _unchanged(self, linted: _Linted, candidate: Candidate) -> list[KnownFinding]:
        """Return the findings outside of what changed since the commit of `--since`."""
        past = candidate.past
        if past is None or (past.raw is None and not past.is_same):
            return []
        if past.raw is None:
            return [known_form(diagnostic) for diagnostic in linted.diagnostics]
        old = self.post(Source(past.raw, declared_encoding=self.encoding(candidate)), candidate)
        is_changed = changed_test(old, linted.post)
        return [known_form(diagnostic) for diagnostic in linted.diagnostics if not is_changed(diagnostic)]

    def _lint(self, source: Source, candidate: Candidate) -> _Linted:
        rules = self.rule_set(candidate.settings)
        post = self.post(source, candidate)
        linted = _Linted(post, [], [], (), [])
        if candidate.is_reported:
            self._judge(linted, rules.post_rules, source, candidate.shown)
            if self.setup.settings[candidate.settings].network:
                self._ask(linted, rules.network_rules)
            linted.directives = self._guard(linted, None, lambda: find_directives(post)) or ()
        if self.setup.compares_posts:
            for rule in rules.site_rules:
                self._collect(linted, rule, candidate)
        if candidate.is_reported:
            for statistic in rules.statistics:
                self._collect(linted, statistic, candidate)
        return linted

    def _judge(self, linted: _Linted, rules: Iterable[BoundRule], source: Source, shown: str) -> None:
        """Run all rules. Written out, since dozens of rules mostly have nothing to say of a post."""
        post, diagnostics = linted.post, linted.diagnostics
        for rule in rules:
            try:
                # all of them first: of a rule that crashes half-way nothing is kept
                reports = list(rule.check(post))
            except PostlintError:
                raise
            except Exception as error:
                linted.failures.append(rule_crash(rule, error, post.path))
                continue
            for report in reports:
                diagnostics.append(resolve(rule.registered, report, source, shown, rule.severity))

    def _ask(self, linted: _Linted, rules: Iterable[BoundRule]) -> None:
        """Take the requests of rules; those that several rules share are taken once."""
        page = site_address(linted.post.facts.config)
        shared: dict[int, tuple[Request, list[str]]] = {}
        for rule in rules:
            for request in self._guard(linted, rule, partial(_requests, rule, linted.post)):
                shared.setdefault(id(request), (request, []))[1].append(rule.code)
        linted.requests.extend(PostRequest(tuple(codes), request, page) for request, codes in shared.values())

    def _collect(self, linted: _Linted, owner: BoundRule | RegisteredStatistic, candidate: Candidate) -> None:
        source = linted.post.source
        records = self._guard(linted, owner, lambda: list(owner.instance.collect(linted.post)))
        linted.records.extend(resolve_record(owner.code, record, source, candidate.relative) for record in records)

    def _guard(self, linted: _Linted, rule: Runnable | None, call: Callable[[], T]) -> T | tuple[()]:
        """Return what `call` returns; if it raises, nothing, and the crash becomes a failure."""
        try:
            return call()
        except PostlintError:
            # the config asks for something that cannot be: that ends the run
            raise
        except Exception as error:
            linted.failures.append(rule_crash(rule, error, linted.post.path))
            return ()


def _requests(rule: BoundRule, post: Post) -> list[Request]:
    return list(rule.instance.requests(post))


def _facts(source: Source, status: Status | None, site: Site) -> CacheFacts:
    calendar = site.calendar
    return CacheFacts(source.digest, status, site.files.encoded_probes(), calendar.first, calendar.last)


def _packed(result: FileResult, facts: CacheFacts | None = None) -> PackedResult:
    """Return a result as text; data of a plugin that is no JSON counts as a crash of its rule."""
    try:
        return pack(result, facts)
    except _NO_JSON:
        failures = list(result.failures)
        whole = replace(
            result,
            diagnostics=tuple(item for item in result.diagnostics if _is_json(item.code, item.data, result, failures)),
            records=tuple(item for item in result.records if _is_json(item.code, item.data, result, failures)),
        )
        return pack(replace(whole, failures=tuple(failures)))


def _is_json(code: str, data: object, result: FileResult, failures: list[Failure]) -> bool:
    """Tell whether the data of a finding or record is JSON; add the crash of its rule if not."""
    try:
        json.dumps(data)
    except _NO_JSON as error:
        message = f"rule {code} crashed: its data is no JSON: {error}"
        failures.append(Failure(CRASHED_RULE.code, message, result.path, "report it to the plugin's author"))
        return False
    return True


def _encoding_notice(source: Source, candidate: Candidate) -> Iterable[Diagnostic]:
    if not candidate.is_reported or (source.encoding == "utf-8" and source.is_decodable):
        return []
    if source.is_decodable:
        message = f"the file is not UTF-8; it was read as {source.encoding}"
        hint, severity = "save it as UTF-8", NOT_UTF8.severity
    elif "\0" in source.text:
        message, hint, severity = "the file is no text; it was not linted", "exclude it, or remove it", Severity.ERROR
    else:
        message, hint = "the file is not UTF-8 and no other encoding fits", "save it as UTF-8"
        severity = Severity.ERROR
    start = Position(1, 1)
    data: dict[str, Any] = {"encoding": source.encoding if source.is_decodable else None}
    return [
        Diagnostic(
            NOT_UTF8.code, NOT_UTF8.name, severity, candidate.shown, message, start, start, Span(0, 0), hint, data=data
        )
    ]
