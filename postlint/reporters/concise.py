"""One line a finding, as compilers print."""

from __future__ import annotations

from typing import ClassVar

from postlint.reporters.escape import visible
from postlint.reporters.frame import fix_mark
from postlint.reporters.reporter import Reporter
from postlint.values.run_result import RunResult


class ConciseReporter(Reporter):
    """`path:line:column: severity CODE [name] message`."""

    name: ClassVar[str] = "concise"

    def render(self, result: RunResult) -> str:
        """Return a line a finding, failures first."""
        lines = [f"{failure.path or 'postlint'}: {failure.code} {failure.message}" for failure in result.failures]
        for item in result.diagnostics:
            place = f"{item.path}:{item.location.line}:{item.location.column}"
            head = f"{place}: {item.severity.value} {item.code} [{item.name}]"
            lines.append(f"{head} {item.message}{fix_mark(item)}")
        return "".join(f"{visible(line)}\n" for line in lines)
