"""One finding with its source line and carets."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.reporters.columns import expand, width, window
from postlint.reporters.escape import visible
from postlint.reporters.style import Style
from postlint.values.diagnostic import Diagnostic

_INDENT = 9
_BAR = " " * _INDENT + "| "
_SHORTEST = 24


def render_frame(diagnostic: Diagnostic, style: Style, columns: int) -> Iterator[str]:
    """Yield the lines of a finding: place and message, source with carets, related places, hint.

    `columns` is the width of the terminal; only the source line is cut to it.
    """
    place = f"{diagnostic.location.line}:{diagnostic.location.column}"
    head = style.severity(diagnostic.severity, f"{diagnostic.severity.value} {diagnostic.code}")
    text = f"{diagnostic.name}: {visible(diagnostic.message)}{fix_mark(diagnostic)}"
    yield f"{place:>{_INDENT}}  {head} {text}"
    if diagnostic.excerpt.strip():
        yield from _source(diagnostic, style, columns)
    for related in diagnostic.related:
        at = f"{related.location.line}:{related.location.column}"
        where = at if related.path == diagnostic.path else f"{visible(related.path)}:{at}"
        yield f"{_BAR}{where}: {visible(related.message)}"
    if diagnostic.hint:
        yield f"{' ' * _INDENT}= {visible(diagnostic.hint)}"


def fix_mark(diagnostic: Diagnostic) -> str:
    """Return ` [*]` for a safe fix, ` [~]` for an unsafe one, else nothing."""
    if diagnostic.fix is None:
        return ""
    return " [*]" if diagnostic.fix.is_safe else " [~]"


def _source(diagnostic: Diagnostic, style: Style, columns: int) -> Iterator[str]:
    line = diagnostic.excerpt
    is_one_line = diagnostic.location.line == diagnostic.end_location.line
    start = diagnostic.location.column - diagnostic.excerpt_column
    end = diagnostic.end_location.column - diagnostic.excerpt_column if is_one_line else len(line)
    if diagnostic.excerpt_column > 1:
        line, start, end = f"…{line}", start + 1, end + 1
    start = max(0, min(start, len(line)))
    end = max(start, min(end, len(line)))
    line, start, end = window(line, start, end, max(_SHORTEST, columns - len(_BAR)))
    carets = "^" * max(1, width(line[start:end]))
    yield f"{style.faint(_BAR)}{expand(line)}".rstrip()
    tail = "" if is_one_line else f" to line {diagnostic.end_location.line}"
    marks = style.severity(diagnostic.severity, carets + tail)
    yield f"{style.faint(_BAR)}{' ' * width(line[:start])}{marks}"
