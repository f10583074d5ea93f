"""What is left of all findings: after suppressions, the choice of notices and `min-severity`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from postlint.config.select import is_notice_shown
from postlint.engine.candidate import Candidate
from postlint.engine.known_phase import KnownPhase
from postlint.engine.results import Results
from postlint.engine.suppress import settle
from postlint.engine.worker import Worker
from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.findings import PostFindings
from postlint.values.notices import NOTICES
from postlint.values.packed_result import PackedResult, Tally, decode_tallies
from postlint.values.settings import Settings


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings of the posts in the report scope, sorted by path, and how many were silenced."""

    posts: tuple[PostFindings, ...]
    silenced: int
    known: int = 0


def settle_all(
    worker: Worker,
    results: Results,
    reported: Mapping[tuple[int, str], Candidate],
    more: Mapping[str, Sequence[Diagnostic]],
    phase: KnownPhase,
) -> Settled:
    """Settle every post; `more` holds the findings of the site phase by path as shown."""
    posts: list[PostFindings] = []
    silenced = known = 0
    for result in results.all:
        candidate = reported.get((result.site, result.relative))
        is_plain = not (result.directives or result.path in more or phase.is_active)
        if candidate is None or (is_plain and not result.tallies):
            continue
        chosen = worker.setup.settings[candidate.settings]
        tallies = _plain_tallies(result, chosen) if is_plain else None
        if tallies is not None:
            if tallies:
                posts.append(PostFindings(result.path, tallies, partial(_load, results, result, chosen)))
            continue
        ran = _ran(worker, candidate.settings)
        everything = (*results.diagnostics(result), *more.get(result.path, ()))
        stay, hidden = settle(result.path, everything, results.directives(result), ran, worker.plugins.registry)
        silenced += hidden
        judged = frozenset[str]() if result.failures else ran | NOTICES.keys()
        stay, few = phase.settle(worker, candidate, result, stay, judged.__contains__)
        known += few
        kept = sorted((d for d in stay if _is_wanted(chosen, d)), key=lambda diagnostic: diagnostic.sort_key)
        phase.add(candidate, kept)
        if kept:
            posts.append(PostFindings.of(result.path, kept))
    posts.sort(key=lambda post: post.path)
    return Settled(tuple(posts), silenced, known)


def _plain_tallies(result: PackedResult, settings: Settings) -> tuple[tuple[Tally, int], ...] | None:
    """Return the counts of what is shown; None where the findings themselves must be looked at."""
    tallies = decode_tallies(result.tallies)
    if '"PL' in result.tallies:
        return None
    least = settings.min_severity.rank
    return tuple(item for item in tallies if item[0].severity.rank >= least) if least else tallies


def _load(results: Results, result: PackedResult, settings: Settings) -> list[Diagnostic]:
    least = settings.min_severity.rank
    return [diagnostic for diagnostic in results.diagnostics(result) if diagnostic.severity.rank >= least]


def _ran(worker: Worker, settings: int) -> frozenset[str]:
    rules = worker.rule_set(settings)
    if worker.setup.compares_posts:
        return rules.codes
    return frozenset(rule.code for rule in rules.post_rules)


def _is_wanted(settings: Settings, diagnostic: Diagnostic) -> bool:
    """Tell whether a finding is shown: bad enough, and, if it is a notice, not ignored by the config."""
    if diagnostic.severity.rank < settings.min_severity.rank:
        return False
    return diagnostic.code not in NOTICES or is_notice_shown(diagnostic.code, settings)
