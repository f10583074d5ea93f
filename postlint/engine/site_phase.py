"""What looks at the posts of a run together: rules that compare them, and statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from postlint.engine.resolve import resolve
from postlint.engine.rule_crash import rule_crash
from postlint.engine.rule_set import BoundRule
from postlint.engine.worker import Worker
from postlint.source.regular import open_regular
from postlint.source.source import Source
from postlint.values.dataclass import replace
from postlint.values.diagnostic import Diagnostic, RelatedPlace
from postlint.values.failure import Failure
from postlint.values.packed_result import PackedResult
from postlint.values.record import SiteRecord
from postlint.values.report import Report
from postlint.values.table import Table

# posts in memory at a time; the reports of a rule come by path, and many name the same other post
_SOURCES = 64


def run_site_phase(
    worker: Worker,
    site: int,
    settings: int,
    records_of: Callable[[str], list[SiteRecord]],
    reported: Mapping[tuple[int, str], str],
) -> tuple[list[Diagnostic], list[Failure]]:
    """Return the findings about the posts of a site that are in the report scope.

    `records_of` gives those of a rule, of all posts; one rule's are in memory at a time. `settings` is the index of
    the settings of the site's root. `reported` maps (site, path relative to it) of the report scope to the path as
    shown.
    """
    diagnostics: list[Diagnostic] = []
    failures: list[Failure] = []
    for rule in worker.rule_set(settings).site_rules:
        found = records_of(rule.code)
        found.sort(key=lambda record: (record.path, record.span))
        if found:
            _run_rule(worker, site, settings, rule, found, reported, diagnostics, failures)
    return diagnostics, failures


def run_statistics(
    worker: Worker, results: Sequence[PackedResult], read: Callable[[PackedResult, str], Sequence[SiteRecord]]
) -> tuple[list[Table], list[Failure]]:
    """Return the tables of the run's statistics, in the order of their plugins; `read` gives the records of one."""
    used = {
        statistic.code: statistic
        for number in range(len(worker.setup.settings))
        for statistic in worker.rule_set(number).statistics
    }
    tables: list[Table] = []
    failures: list[Failure] = []
    for code, statistic in used.items():
        try:
            tables += statistic.instance.tabulate([record for result in results for record in read(result, code)])
        except Exception as error:
            failures.append(rule_crash(statistic, error))
    return tables, failures


def _run_rule(
    worker: Worker,
    site: int,
    settings: int,
    rule: BoundRule,
    records: list[SiteRecord],
    reported: Mapping[tuple[int, str], str],
    diagnostics: list[Diagnostic],
    failures: list[Failure],
) -> None:
    places = _Places(worker, site, settings)
    try:
        reports = list(rule.instance.check_site(records, worker.site(site)))
    except Exception as error:
        failures.append(rule_crash(rule, error))
        return
    for site_report in reports:
        shown = reported.get((site, site_report.path))
        if shown is not None:
            diagnostics.append(places.resolve(rule, site_report.path, site_report.report, shown, reported))


class _Places:
    """Positions in posts that are no longer in memory; a file is read again only where its lines are asked for."""

    def __init__(self, worker: Worker, site: int, settings: int) -> None:
        self.root = worker.site(site).root
        self.site = site
        self._encoding = worker.setup.settings[settings].encoding
        self.source = lru_cache(_SOURCES)(self._read)

    def _read(self, path: str) -> Source:
        """Return the source of a post by its path relative to the site."""
        try:
            with open_regular(f"{self.root}/{path}") as file:
                return Source(file.read(), declared_encoding=self._encoding)
        except OSError:
            return Source(b"")

    def resolve(
        self, rule: BoundRule, path: str, report: Report, shown: str, reported: Mapping[tuple[int, str], str]
    ) -> Diagnostic:
        """Return the diagnostic of a report about the post at `path`."""
        # related places may lie in other posts, whose lines `resolve` does not know
        diagnostic = resolve(rule.registered, replace(report, related=()), self.source(path), shown, rule.severity)
        related = tuple(
            RelatedPlace(
                reported.get((self.site, item.path or path), item.path or path),
                self.source(item.path or path).lines.position(item.span.start),
                item.message,
            )
            for item in report.related
        )
        return replace(diagnostic, related=related)
