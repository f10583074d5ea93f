"""The output for people: grouped by file, with the source line under every finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from postlint.reporters.escape import visible
from postlint.reporters.folding import choose, folded_lines
from postlint.reporters.frame import render_frame
from postlint.reporters.reporter import Reporter
from postlint.reporters.statistics import statistics_lines
from postlint.reporters.style import Style
from postlint.reporters.summary import summary_lines
from postlint.values.failure import Failure
from postlint.values.report import Severity
from postlint.values.run_result import RunResult


class TextReporter(Reporter):
    """Frames with carets by file, what was folded, failures, and a summary."""

    name: ClassVar[str] = "text"

    def render(self, result: RunResult) -> str:
        """Return the output; with `is_quiet` findings and failures only."""
        return "".join(f"{line}\n" for line in self._lines(result, Style(self.display.use_color)))

    def _lines(self, result: RunResult, style: Style) -> Iterator[str]:
        shown, folded = choose(result.diagnostics, self.display.max_diagnostics)
        for path, group in groupby(shown, key=lambda diagnostic: diagnostic.path):
            yield style.bold(visible(path))
            for diagnostic in group:
                yield from render_frame(diagnostic, style, self.display.width)
            yield ""
        yield from folded_lines(folded)
        for failure in result.failures:
            yield from self._failure(failure, style)
        if self.display.with_statistics:
            tables = list(statistics_lines(result))
            yield from tables
            yield from [""] if tables else []
        if not self.display.is_quiet:
            yield from (f"note: {visible(note)}" for note in result.notes)
            yield from summary_lines(result)

    def _failure(self, failure: Failure, style: Style) -> Iterator[str]:
        where = f"{visible(failure.path)}: " if failure.path else ""
        yield f"{where}{style.severity(Severity.ERROR, failure.code)} {visible(failure.message)}"
        if failure.hint:
            yield f"         = {visible(failure.hint)}"
        if failure.detail and self.display.is_verbose:
            yield from (f"    {visible(line)}" for line in failure.detail.splitlines())
