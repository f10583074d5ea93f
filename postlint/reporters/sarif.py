"""SARIF 2.1.0, as code scanning services and editors read it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, ClassVar
from urllib.parse import quote

from postlint.reporters.escape import clean_json
from postlint.reporters.fingerprint import fingerprints
from postlint.reporters.reporter import Reporter
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Fix
from postlint.values.failure import Failure
from postlint.values.notices import NOTICES
from postlint.values.report import Severity
from postlint.values.run_result import RuleInfo, RunResult
from postlint.values.span import Position, Span
from postlint.values.version import __version__

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class SarifReporter(Reporter):
    """One run; columns and offsets count code points, as `columnKind` says."""

    name: ClassVar[str] = "sarif"
    extension: ClassVar[str] = ".sarif"

    def render(self, result: RunResult) -> str:
        """Return the log."""
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result)]}
        return clean_json(json.dumps(log, ensure_ascii=False, indent=2, default=str)) + "\n"


def _run(result: RunResult) -> dict[str, Any]:
    diagnostics = tuple(result.diagnostics)
    rules = _rules(result, diagnostics)
    indexes = {rule["id"]: number for number, rule in enumerate(rules)}
    prints = fingerprints(diagnostics)
    return {
        "tool": {"driver": {"name": "postlint", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "the working directory of the run"}}},
        "invocations": [
            {
                "executionSuccessful": not result.failures and not result.is_interrupted,
                "toolExecutionNotifications": [_notification(failure) for failure in result.failures],
            }
        ],
        "results": [_result(item, indexes, print_) for item, print_ in zip(diagnostics, prints, strict=True)],
    }


def _rules(result: RunResult, diagnostics: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """Return the rules that found something."""
    infos = {info.code: info for info in result.rules}
    found: dict[str, dict[str, Any]] = {}
    for item in diagnostics:
        if item.code not in found:
            found[item.code] = _rule(item, infos.get(item.code))
    return [found[code] for code in sorted(found)]


def _rule(item: Diagnostic, info: RuleInfo | None) -> dict[str, Any]:
    notice = NOTICES.get(item.code)
    severity = info.severity if info else notice.severity if notice else item.severity
    rule: dict[str, Any] = {
        "id": item.code,
        "name": item.name,
        "shortDescription": {"text": info.summary if info else notice.summary if notice else item.name},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    if item.url:
        rule["helpUri"] = item.url
    return rule


def _result(item: Diagnostic, indexes: dict[str, int], fingerprint: str) -> dict[str, Any]:
    text = f"{item.message}; {item.hint}" if item.hint else item.message
    found: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": indexes[item.code],
        "level": _LEVELS[item.severity],
        "message": {"text": text},
        "locations": [_location(item.path, _region(item.location, item.end_location, item.span))],
        "partialFingerprints": {"postlint/v1": fingerprint},
    }
    if item.related:
        found["relatedLocations"] = [
            {**_location(place.path, _start(place.location)), "message": {"text": place.message}}
            for place in item.related
        ]
    if item.fix:
        found["fixes"] = [_fix(item.fix, item.path)]
    if item.data:
        found["properties"] = dict(item.data)
    return found


def _location(path: str, region: dict[str, int]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}


def _start(place: Position) -> dict[str, int]:
    return {"startLine": place.line, "startColumn": place.column}


def _region(start: Position, end: Position, span: Span) -> dict[str, int]:
    places = {**_start(start), "endLine": end.line, "endColumn": end.column}
    return {**places, "charOffset": span.start, "charLength": len(span)}


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    replacements: Sequence[dict[str, Any]] = [
        {
            "deletedRegion": {"charOffset": edit.span.start, "charLength": len(edit.span)},
            "insertedContent": {"text": edit.content},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": fix.message}, "artifactChanges": [change]}


def _notification(failure: Failure) -> dict[str, Any]:
    found: dict[str, Any] = {
        "descriptor": {"id": failure.code},
        "level": "error",
        "message": {"text": f"{failure.message}; {failure.hint}" if failure.hint else failure.message},
    }
    if failure.path:
        found["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}]
    return found
