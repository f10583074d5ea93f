"""JSON: one array, or one object a line."""

from __future__ import annotations

import json
from itertools import chain
from operator import itemgetter
from typing import Any, ClassVar

from postlint.reporters.escape import clean_json
from postlint.reporters.reporter import Reporter
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Fix
from postlint.values.failure import Failure
from postlint.values.notices import NOTICES
from postlint.values.run_result import RunResult
from postlint.values.span import Position


def diagnostic_to_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as the contract prints it."""
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [
            {"path": item.path, "location": _position(item.location), "message": item.message}
            for item in diagnostic.related
        ],
        "location": _position(diagnostic.location),
        "end_location": _position(diagnostic.end_location),
        "offset": list(diagnostic.span),
        "fix": _fix(diagnostic.fix),
        "url": diagnostic.url,
        "data": dict(diagnostic.data),
    }


def failure_to_json(failure: Failure) -> dict[str, Any]:
    """Return a failure in the form of a diagnostic; one without a post has an empty path."""
    start = {"line": 1, "column": 1}
    return {
        "code": failure.code,
        "name": NOTICES[failure.code].name if failure.code in NOTICES else "failure",
        "severity": "error",
        "path": failure.path or "",
        "message": failure.message,
        "hint": failure.hint,
        "related": [],
        "location": start,
        "end_location": start,
        "offset": [0, 0],
        "fix": None,
        "url": None,
        "data": {},
    }


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"offset": list(edit.span), "content": edit.content} for edit in fix.edits]
    return {"applicability": fix.applicability.value, "message": fix.message, "edits": edits}


def _lines(result: RunResult) -> list[str]:
    objects = chain(map(failure_to_json, result.failures), map(diagnostic_to_json, result.diagnostics))
    # an object takes ten times the memory of its line
    lines = [
        (
            (item["path"], item["location"]["line"], item["location"]["column"], item["code"]),
            clean_json(json.dumps(item, ensure_ascii=False, default=str)),
        )
        for item in objects
    ]
    lines.sort(key=itemgetter(0))
    return [line for _, line in lines]


class JsonReporter(Reporter):
    """One JSON array."""

    name: ClassVar[str] = "json"
    extension: ClassVar[str] = ".json"

    def render(self, result: RunResult) -> str:
        """Return the array, an object a line."""
        lines = _lines(result)
        return "[" + (",\n ".join(lines)) + "]\n"


class JsonLinesReporter(Reporter):
    """One JSON object a line."""

    name: ClassVar[str] = "jsonl"
    extension: ClassVar[str] = ".jsonl"

    def render(self, result: RunResult) -> str:
        """Return the lines."""
        return "".join(f"{line}\n" for line in _lines(result))
