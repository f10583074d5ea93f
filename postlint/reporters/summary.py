"""The last lines of the text output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from postlint.values.run_result import RunResult


def summary_lines(result: RunResult) -> Iterator[str]:
    """Yield posts read, findings by severity, fixes, what was silenced, and what was not done."""
    counts = result.counts
    found = Counter(diagnostic.severity.value for diagnostic in result.diagnostics)
    severities = ", ".join(plural(found[s], s) for s in ("error", "warning", "info") if found[s])
    yield f"{plural(counts.read, 'post')} read in {counts.elapsed:.2f} s: {severities or 'nothing found'}."
    if counts.fixed:
        yield f"{plural(counts.fixes, 'fix', 'fixes')} applied in {plural(counts.fixed, 'file')}."
    safe = sum(1 for d in result.diagnostics if d.fix and d.fix.is_safe)
    unsafe = sum(1 for d in result.diagnostics if d.fix and not d.fix.is_safe)
    if safe:
        yield f"{safe} fixable with `--fix` [*]."
    if unsafe:
        yield f"{unsafe} fixable with `--unsafe-fixes` [~]."
    hidden = [f"{counts.silenced} by suppressions"] if counts.silenced else []
    hidden += [f"{counts.known} by the baseline"] if counts.known else []
    if hidden:
        yield f"silenced: {', '.join(hidden)}."
    if result.failures:
        yield f"{plural(len(result.failures), 'failure')}: something was not done."
    if result.is_interrupted:
        yield "Interrupted: this is what was known by then."


def plural(count: int, word: str, many: str | None = None) -> str:
    """Return a count with its noun; `info` has no plural."""
    if count == 1 or word == "info":
        return f"{count} {word}"
    return f"{count} {many or word + 's'}"
