"""Reports to diagnostics: everything that a rule does not state itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.values.diagnostic import Diagnostic, RelatedPlace
from postlint.values.edit import Edit, Fix
from postlint.values.known import short_hash
from postlint.values.report import Report, Severity
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.host.registry import RegisteredRule
    from postlint.source.source import Source

# a minified page is one line: an excerpt must not copy it whole for every finding
_WINDOW = 400
_SUBJECT = 200


def subject_of(text: str) -> str:
    """Return the text under a span; of a long one its start and a hash of all of it."""
    return text if len(text) <= _SUBJECT else f"{text[:_SUBJECT]}…{short_hash(text)}"


def excerpt_of(source: Source, span: Span, number: int | None = None) -> tuple[str, int]:
    """Return the line of a span's start, or a window of a very long one, and its 1-based first column.

    `number` is that of the line, where it is known.
    """
    lines = source.lines
    line = lines.line_span(lines.position(span.start).line if number is None else number)
    if len(line) <= 2 * _WINDOW:
        return line.of(source.text), 1
    start = max(line.start, span.start - _WINDOW)
    return source.text[start : min(line.end, start + 2 * _WINDOW)], start - line.start + 1


def resolve(
    rule: RegisteredRule, report: Report, source: Source, path: str, severity: Severity | None = None
) -> Diagnostic:
    """Return a report of a rule as users see it. `severity` is the configured one, if any."""
    size = len(source.text)
    start = max(0, min(report.span.start, size))
    span = Span(start, max(start, min(report.span.end, size)))
    lines = source.lines
    location = lines.position(start)
    excerpt, column = excerpt_of(source, span, location.line)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        severity=severity or _severity(rule, report),
        path=path,
        message=report.message,
        location=location,
        end_location=lines.position(span.end),
        span=span,
        hint=report.hint,
        related=tuple(
            RelatedPlace(item.path or path, lines.position(item.span.start), item.message) for item in report.related
        ),
        fix=with_newline(report.fix, source.newline),
        url=rule.url,
        data=report.data,
        excerpt=excerpt,
        excerpt_column=column,
        subject=subject_of(source.text[span.start : span.end]),
        group=report.group,
    )


def _severity(rule: RegisteredRule, report: Report) -> Severity:
    if report.severity is not None and report.severity in rule.rule.severities:
        return report.severity
    return rule.severity


def with_newline(fix: Fix | None, newline: str) -> Fix | None:
    """Return a fix whose line ends are those of the file."""
    if fix is None or newline == "\n":
        return fix
    edits = tuple(Edit(edit.span, _convert(edit.content, newline)) for edit in fix.edits)
    return Fix(fix.message, edits, fix.applicability)


def _convert(content: str, newline: str) -> str:
    return content.replace("\r\n", "\n").replace("\n", newline)
