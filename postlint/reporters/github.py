"""GitHub workflow commands: annotations on the lines of a pull request."""

from __future__ import annotations

from typing import ClassVar

from postlint.reporters.escape import visible
from postlint.reporters.reporter import Reporter
from postlint.values.run_result import RunResult

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter(Reporter):
    """`::error file=…,line=…::message`; nothing in a post can start a command of its own."""

    name: ClassVar[str] = "github"

    def render(self, result: RunResult) -> str:
        """Return a command a finding."""
        lines = [
            f"::error {f'file={_property(f.path)},' if f.path else ''}title={_property(f.code)}::{_data(f.message)}"
            for f in result.failures
        ]
        for item in result.diagnostics:
            places = f"file={_property(item.path)},line={item.location.line},col={item.location.column}"
            if item.location.line == item.end_location.line:
                places += f",endColumn={item.end_location.column}"
            text = f"{item.message}; {item.hint}" if item.hint else item.message
            title = _property(f"{item.code} {item.name}")
            places += f",endLine={item.end_location.line},title={title}"
            lines.append(f"::{_LEVELS[item.severity.value]} {places}::{_data(text)}")
        return "".join(f"{line}\n" for line in lines)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
