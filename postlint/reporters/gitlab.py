"""GitLab's Code Quality report."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from postlint.reporters.escape import clean_json
from postlint.reporters.fingerprint import fingerprints
from postlint.reporters.reporter import Reporter
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.report import Severity
from postlint.values.run_result import RunResult

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReporter(Reporter):
    """A JSON array; failures are blockers."""

    name: ClassVar[str] = "gitlab"
    extension: ClassVar[str] = ".json"

    def render(self, result: RunResult) -> str:
        """Return the array."""
        diagnostics = tuple(result.diagnostics)
        prints = fingerprints(diagnostics)
        entries = [_failure(failure, number) for number, failure in enumerate(result.failures)]
        entries += [_entry(item, print_) for item, print_ in zip(diagnostics, prints, strict=True)]
        return clean_json(json.dumps(entries, ensure_ascii=False, indent=2)) + "\n"


def _entry(item: Diagnostic, fingerprint: str) -> dict[str, Any]:
    text = f"{item.message}; {item.hint}" if item.hint else item.message
    return {
        "description": f"{item.code} {item.name}: {text}",
        "check_name": item.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {
            "path": item.path,
            "lines": {"begin": item.location.line, "end": item.end_location.line},
            "positions": {
                "begin": {"line": item.location.line, "column": item.location.column},
                "end": {"line": item.end_location.line, "column": item.end_location.column},
            },
        },
    }


def _failure(failure: Failure, number: int) -> dict[str, Any]:
    return {
        "description": f"{failure.code}: {failure.message}",
        "check_name": failure.code,
        "fingerprint": f"{failure.code}-{failure.path or 'run'}-{number}",
        "severity": "blocker",
        "location": {"path": failure.path or ".", "lines": {"begin": 1, "end": 1}},
    }
