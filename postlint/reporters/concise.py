"""One line a finding, as compilers print."""

from __future__ import annotations

from typing import ClassVar

from postlint.reporters.escape import visible
from postlint.reporters.reporter import Reporter
from postlint.values.run_result import RunResult


class ConciseReporter(Reporter):
    """`path:line:column: CODE message`."""

    name: ClassVar[str] = "concise"

    def render(self, result: RunResult) -> str:
        """Return a line a finding, failures first."""
        lines = [visible(f"{f.path or 'postlint'}: {f.code} {f.message}") for f in result.failures]
        for item in result.diagnostics:
            place = f"{item.path}:{item.location.line}:{item.location.column}"
            lines.append(visible(f"{place}: {item.severity.value} {item.code} [{item.name}] {item.message}"))
        return "".join(f"{line}\n" for line in [*(d.rstrip("\n") for d in result.diffs), *lines])
