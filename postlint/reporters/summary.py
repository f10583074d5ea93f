"""The last lines of the text output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from postlint.values.count_words import plural
from postlint.values.findings import count_findings
from postlint.values.run_result import RunResult


def summary_lines(result: RunResult) -> Iterator[str]:
    """Yield posts read, findings by severity, fixes, what was silenced, and what was not done."""
    counts = result.counts
    found: Counter[str] = Counter()
    fixes: Counter[str] = Counter()
    for kind, number in count_findings(result.diagnostics).items():
        found[kind.severity.value] += number
        fixes[kind.fix] += number
    severities = ", ".join(plural(found[s], s) for s in ("error", "warning", "info") if found[s])
    yield f"{plural(counts.read, 'post')} read in {counts.elapsed:.2f} s: {severities or 'nothing found'}."
    if counts.fixed:
        yield f"{plural(counts.fixes, 'fix', 'fixes')} applied in {plural(counts.fixed, 'file')}."
    if fixes["safe"]:
        yield f"{fixes['safe']} fixable with `--fix` [*]."
    if fixes["unsafe"]:
        yield f"{fixes['unsafe']} fixable with `--unsafe-fixes` [~]."
    hidden = [f"{counts.silenced} by suppressions"] if counts.silenced else []
    hidden += [f"{counts.known} by the baseline"] if counts.known else []
    if hidden:
        yield f"silenced: {', '.join(hidden)}."
    if result.failures:
        yield f"{plural(len(result.failures), 'failure')}: something was not done."
    if result.is_interrupted:
        yield "Interrupted: this is what was known by then."
