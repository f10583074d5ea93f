"""The output for people: grouped by file, with the source line under every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from postlint.reporters.columns import expand, width, window
from postlint.reporters.escape import visible
from postlint.reporters.reporter import Reporter
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.run_result import RunResult

# findings of one rule that are shown whole; the rest is one line with the count
_PER_RULE = 10
_COLORS = {"error": "31", "warning": "33", "info": "36"}


class TextReporter(Reporter):
    """Frames with carets, and a summary."""

    name: ClassVar[str] = "text"

    def render(self, result: RunResult) -> str:
        """Return frames by file, what was folded, failures, and the summary."""
        parts = [*result.diffs]
        shown, folded = self._choose(result.diagnostics)
        for path, group in groupby(shown, key=lambda diagnostic: diagnostic.path):
            parts.append(self._bold(visible(path)) + "\n")
            parts.extend(f"{frame}\n" for diagnostic in group for frame in self._frame(diagnostic))
        parts.extend(f"{line}\n" for line in _folded_lines(folded))
        parts.extend(f"{line}\n" for failure in result.failures for line in self._failure(failure))
        if self.display.with_statistics and result.diagnostics:
            parts.extend(f"{line}\n" for line in _statistics(result))
        if not self.display.is_quiet:
            parts.extend(f"note: {visible(note)}\n" for note in result.notes)
            parts.append(self._summary(result))
        return "".join(parts)

    def _choose(self, diagnostics: Sequence[Diagnostic]) -> tuple[list[Diagnostic], Counter[tuple[str, str]]]:
        """Return the findings to show, and how many of each rule are folded."""
        cap = self.display.max_diagnostics
        if not cap:
            return list(diagnostics), Counter()
        counts = Counter(diagnostic.code for diagnostic in diagnostics)
        # a few findings are all shown; many are folded rule by rule
        per_rule = _PER_RULE if len(diagnostics) > cap else cap
        taken: Counter[str] = Counter()
        folded: Counter[tuple[str, str]] = Counter()
        shown = []
        for diagnostic in diagnostics:
            taken[diagnostic.code] += 1
            if taken[diagnostic.code] <= per_rule or counts[diagnostic.code] == per_rule + 1:
                shown.append(diagnostic)
            else:
                folded[diagnostic.code, diagnostic.name] += 1
        return shown, folded

    def _frame(self, diagnostic: Diagnostic) -> Iterator[str]:
        place = f"{diagnostic.location.line}:{diagnostic.location.column}"
        fix = "" if diagnostic.fix is None else " [*]" if diagnostic.fix.is_safe else " [~]"
        head = self._color(diagnostic.severity.value, f"{diagnostic.severity.value} {diagnostic.code}")
        yield f"  {place:>7}  {head} {diagnostic.name}: {visible(diagnostic.message)}{fix}"
        if diagnostic.excerpt.strip():
            yield from self._excerpt(diagnostic)
        for related in diagnostic.related:
            where = f"{visible(related.path)}:{related.location.line}:{related.location.column}"
            yield f"           | {where}: {visible(related.message)}"
        if diagnostic.hint:
            yield f"           = {visible(diagnostic.hint)}"

    def _excerpt(self, diagnostic: Diagnostic) -> Iterator[str]:
        line = diagnostic.excerpt
        start = diagnostic.location.column - diagnostic.excerpt_column
        same = diagnostic.location.line == diagnostic.end_location.line
        end = diagnostic.end_location.column - diagnostic.excerpt_column if same else len(line)
        start = max(0, min(start, len(line)))
        line, start, end = window(line, start, max(start, min(end, len(line))), max(20, self.display.width - 13))
        marks = "^" * max(1, width(line[start:end]))
        yield f"           | {expand(line)}"
        yield f"           | {' ' * width(line[:start])}{self._color(diagnostic.severity.value, marks)}"

    def _failure(self, failure: Failure) -> Iterator[str]:
        where = f"{visible(failure.path)}: " if failure.path else ""
        yield f"{where}{self._color('error', failure.code)} {visible(failure.message)}"
        if failure.hint:
            yield f"           = {visible(failure.hint)}"
        if failure.detail and self.display.is_verbose:
            yield from (f"    {visible(line)}" for line in failure.detail.splitlines())

    def _summary(self, result: RunResult) -> str:
        counts = Counter(diagnostic.severity.value for diagnostic in result.diagnostics)
        found = ", ".join(_plural(counts[s], s) for s in ("error", "warning", "info") if counts[s]) or "nothing found"
        posts = _plural(result.counts.read, "post")
        lines = [f"{posts} read in {result.counts.elapsed:.2f} s: {found}."]
        if result.counts.fixed:
            fixes, files = _plural(result.counts.fixes, "fix", "fixes"), _plural(result.counts.fixed, "file")
            lines.append(f"{fixes} applied in {files}.")
        safe = sum(1 for d in result.diagnostics if d.fix and d.fix.is_safe)
        unsafe = sum(1 for d in result.diagnostics if d.fix and not d.fix.is_safe)
        if safe:
            lines.append(f"{safe} fixable with `--fix` [*].")
        if unsafe:
            lines.append(f"{unsafe} fixable with `--unsafe-fixes` [~].")
        if result.failures:
            lines.append(f"{_plural(len(result.failures), 'failure')}: something was not done.")
        if result.is_interrupted:
            lines.append("Interrupted: this is what was known by then.")
        return "\n".join(lines) + "\n"

    def _color(self, severity: str, text: str) -> str:
        return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m" if self.display.use_color else text

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.display.use_color else text


def _folded_lines(folded: Counter[tuple[str, str]]) -> Iterator[str]:
    for (code, name), count in sorted(folded.items()):
        yield f"{code} {name}: {count} more; `--select {code} --max-diagnostics 0` shows them all"


def _statistics(result: RunResult) -> Iterator[str]:
    yield "findings by rule:"
    by_rule = Counter((d.code, d.name, d.severity.value) for d in result.diagnostics)
    for (code, name, severity), count in by_rule.most_common():
        files = len({d.path for d in result.diagnostics if d.code == code})
        yield f"{count:8} {code} {name} ({severity}) in {_plural(files, 'post')}"


def _plural(count: int, word: str, many: str | None = None) -> str:
    if word == "info":
        return f"{count} info"
    return f"{count} {word}" if count == 1 else f"{count} {many or word + 's'}"
