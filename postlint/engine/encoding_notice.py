"""What is said of a file that is not UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postlint.engine.candidate import Candidate
from postlint.source.source import Source
from postlint.values.diagnostic import Diagnostic
from postlint.values.notices import NOT_UTF8
from postlint.values.report import Severity
from postlint.values.span import Position, Span


def encoding_notice(source: Source, candidate: Candidate) -> Iterable[Diagnostic]:
    """Return the notice about the encoding of a post in the report scope; none for UTF-8."""
    if not candidate.is_reported or (source.encoding == "utf-8" and source.is_decodable):
        return []
    if source.is_decodable:
        message = f"the file is not UTF-8; it was read as {source.encoding}"
        hint, severity = "save it as UTF-8", NOT_UTF8.severity
    elif "\0" in source.text:
        message, hint, severity = "the file is no text; it was not linted", "exclude it, or remove it", Severity.ERROR
    else:
        message, hint = "the file is not UTF-8 and no other encoding fits", "save it as UTF-8"
        severity = Severity.ERROR
    start = Position(1, 1)
    data: dict[str, Any] = {"encoding": source.encoding if source.is_decodable else None}
    return [
        Diagnostic(
            NOT_UTF8.code, NOT_UTF8.name, severity, candidate.shown, message, start, start, Span(0, 0), hint, data=data
        )
    ]
