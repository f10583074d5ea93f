"""Reads and judges posts, one at a time; lives in one process."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from postlint.engine.candidate import Candidate
from postlint.engine.changed import changed_test
from postlint.engine.directives import find_directives
from postlint.engine.encoding_notice import encoding_notice
from postlint.engine.judging import Linted
from postlint.engine.limits import LimitReached, limited
from postlint.engine.packing import facts_of, pack_result
from postlint.engine.reading import read_candidate
from postlint.engine.rule_crash import limit_failure
from postlint.engine.rule_set import RuleSet, bind_rules
from postlint.engine.suppress import settle
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.host.kept_plugins import KeptPlugins
from postlint.host.manager import Plugins, load_plugins
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, replace
from postlint.values.failure import Failure
from postlint.values.file_result import FileResult, FixedFile
from postlint.values.known import KnownFinding, known_form, match_known
from postlint.values.packed_result import CacheFacts, PackedResult, pack
from postlint.values.settings import Settings

if TYPE_CHECKING:
    from postlint.engine.fixer import Judged


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


class Worker:
    """Judges candidates with the rules of their settings."""

    def __init__(self, setup: WorkerSetup, plugins: Plugins | None = None) -> None:
        self.setup = setup
        self.plugins = plugins or load_plugins(setup.disabled, setup.local_plugins, KeptPlugins.of_user())
        self._rule_sets: dict[int, RuleSet] = {}
        self._sites: dict[int, Site] = {}

    def changed(self, **changes: Any) -> Worker:
        """Return a worker whose setup differs in some fields; settings that both know have the same index."""
        worker = Worker(replace(self.setup, **changes), self.plugins)
        worker._rule_sets.update(self._rule_sets)
        return worker

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
        if not self.setup.keeps_facts:
            return pack_result(self.check(source, candidate))
        if candidate.raw is not None:
            return pack_result(self.check(source, candidate), is_kept=True)
        if source.digest == candidate.known:
            facts = CacheFacts(source.digest, status, is_known=True)
            return PackedResult(candidate.shown, candidate.relative, candidate.site, facts=facts)
        site = self.site(candidate.site)
        site.forget_questions()
        result = self.check(source, candidate)
        return pack_result(result, facts_of(source, status, site), is_kept=True)

    def check(self, source: Source, candidate: Candidate) -> FileResult:
        """Return everything there is to say of one post, fixes applied in memory, within the limits for one post."""
        try:
            with limited():
                return self._check(source, candidate)
        except LimitReached as reached:
            failure = limit_failure(f"{reached}; it was not linted", candidate.shown)
            return FileResult(candidate.shown, candidate.relative, candidate.site, failures=(failure,))

    def _check(self, source: Source, candidate: Candidate) -> FileResult:
        encoding = encoding_notice(source, candidate)
        if not source.is_decodable and "\0" in source.text:
            return FileResult(candidate.shown, candidate.relative, candidate.site, tuple(encoding))
        fixed = None
        notes: tuple[str, ...] = ()
        if self.setup.wants_fixes and candidate.is_reported:
            linted, fixed, notes = self._fix(source, candidate)
        else:
            linted = self._lint(source, candidate)
        linted.post.forget_views()
        return FileResult(
            candidate.shown,
            candidate.relative,
            candidate.site,
            (*encoding, *linted.diagnostics),
            linted.records,
            linted.directives,
            tuple(linted.failures),
            fixed,
            notes,
            tuple(linted.requests),
        )

    def _fix(self, source: Source, candidate: Candidate) -> tuple[Linted, FixedFile | None, tuple[str, ...]]:
        """Return what is left to say after all fixes, the file to write if any changed, and remarks."""
        if not source.is_exact:
            note = f"{candidate.shown}: not fixed, its encoding cannot be written back exactly"
            return self._lint(source, candidate), None, (note,)
        from postlint.engine.fixer import Judged, fix_source

        seen: dict[bytes, Linted] = {}
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
        if self._source(result.source.raw, candidate).encoding != source.encoding:
            note = f"{candidate.shown}: not fixed, its encoding is a guess that the fixes would change; set `encoding`"
            return seen[source.raw], None, (note,)
        return linted, FixedFile(result.source.raw, source.raw, source.digest, result.count), notes

    def judge(self, source: Source, candidate: Candidate) -> Judged:
        """Return a text as the post of a candidate, with the findings that no suppression hides."""
        from postlint.engine.fixer import Judged

        linted = self._lint(source, candidate)
        ran = self.rule_set(candidate.settings).codes
        everything = (*encoding_notice(source, candidate), *linted.diagnostics)
        kept, _ = settle(candidate.shown, everything, linted.directives, ran, self.plugins.registry)
        return Judged(linted.post, kept)

    def _unchanged(self, linted: Linted, candidate: Candidate) -> list[KnownFinding]:
        """Return the findings outside of what changed since the commit of `--since`."""
        past = candidate.past
        if past is None or (past.raw is None and not past.is_same):
            return []
        if past.raw is None:
            return [known_form(diagnostic) for diagnostic in linted.diagnostics]
        old = self.post(Source(past.raw, declared_encoding=self.encoding(candidate)), candidate)
        is_changed = changed_test(old, linted.post)
        return [known_form(diagnostic) for diagnostic in linted.diagnostics if not is_changed(diagnostic)]

    def _lint(self, source: Source, candidate: Candidate) -> Linted:
        rules = self.rule_set(candidate.settings)
        post = self.post(source, candidate)
        linted = Linted(post)
        if candidate.is_reported:
            linted.judge(rules.subjects, candidate.shown)
            if self.setup.settings[candidate.settings].network:
                linted.ask(rules.network_rules)
            linted.directives = linted.guard(None, lambda: find_directives(post)) or ()
        if self.setup.compares_posts:
            linted.collect(rules.site_rules)
        if candidate.is_reported and rules.statistics:
            linted.collect(rules.statistics)
        return linted
