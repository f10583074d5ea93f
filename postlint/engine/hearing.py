"""Hands what came of requests to the rules that made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postlint.engine.candidate import Candidate
from postlint.engine.resolve import resolve
from postlint.engine.rule_crash import rule_crash
from postlint.engine.rule_set import BoundRule
from postlint.engine.worker import Worker
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.packed_result import PackedResult
from postlint.values.report import Report
from postlint.values.request import Outcome, PostRequest, Request, Verdict


@dataclass
class NetworkFindings:
    """What the network phase adds to a run; `notes` say what was not asked, and why."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    is_interrupted: bool = False


class Hearing:
    """Hands outcomes to the rules and places what they report in the text."""

    def __init__(
        self, worker: Worker, candidates: Mapping[tuple[int, str], Candidate], findings: NetworkFindings
    ) -> None:
        self._worker, self._candidates, self._findings = worker, candidates, findings
        self._rules: dict[int, dict[str, BoundRule]] = {}
        self._told: dict[tuple[int, tuple[str, ...], bool], tuple[BoundRule, ...]] = {}
        self._source: tuple[str, Source] | None = None

    def judge(self, result: PackedResult, answers: Iterable[tuple[PostRequest, Outcome]]) -> None:
        """Let the rules that asked say what they make of the answers for a post."""
        candidate = self._candidates.get((result.site, result.relative))
        if candidate is None:
            return
        for made, outcome in answers:
            for rule in self._rules_for(candidate.settings, made.codes, is_plain=_is_plain(outcome)):
                self._judge(rule, result, candidate, made.request, outcome)

    def _judge(
        self, rule: BoundRule, result: PackedResult, candidate: Candidate, request: Request, outcome: Outcome
    ) -> None:
        try:
            reports: list[Report] = list(rule.instance.check_response(request, outcome))
        except Exception as error:
            self._findings.failures.append(rule_crash(rule, error, result.path))
            return
        if reports:
            source = self._source_of(result, candidate)
            self._findings.diagnostics.extend(
                resolve(rule.registered, report, source, result.path, rule.severity) for report in reports
            )

    def _rules_for(self, settings: int, codes: tuple[str, ...], *, is_plain: bool) -> tuple[BoundRule, ...]:
        """Return the rules under some codes that are told of an outcome; of plain ones, few want to hear."""
        key = (settings, codes, is_plain)
        told = self._told.get(key)
        if told is None:
            rules = self._rules_of(settings)
            asked = (rules[code] for code in codes)
            told = self._told[key] = tuple(rule for rule in asked if rule.instance.hears_good or not is_plain)
        return told

    def _rules_of(self, settings: int) -> dict[str, BoundRule]:
        if settings not in self._rules:
            self._rules[settings] = {rule.code: rule for rule in self._worker.rule_set(settings).network_rules}
        return self._rules[settings]

    def _source_of(self, result: PackedResult, candidate: Candidate) -> Source:
        """Return the text that the requests were made from, fixes included."""
        if self._source is None or self._source[0] != result.path:
            read = Source(result.fixed.raw) if result.fixed else self._worker.read(candidate)
            self._source = (result.path, read if isinstance(read, Source) else Source(b""))
        return self._source[1]


def _is_plain(outcome: Outcome) -> bool:
    return outcome.verdict is Verdict.GOOD and not (outcome.reason or outcome.redirects or outcome.others)
