"""Where bare `Key: value` lines are metadata: Python-Markdown's `meta` (Pelican), MkDocs without fences."""

from __future__ import annotations

from postlint.front_matter.fences import before_line_end, next_line
from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_LINE = late_pattern(r"[^\r\n]*")
_KEY = late_pattern(r" {0,3}[A-Za-z0-9_-]+:")
# Python-Markdown makes four blanks of a tab before it looks
_PELICAN_MORE = late_pattern(r"(?: {4}| {0,3}\t)")
_MKDOCS_MORE = late_pattern(r"(?: {4}|\t)")
# the pattern of Python-Markdown has no end: any line that starts so will do
_PELICAN_END = ("---", "...")


def split_pelican(text: str) -> Split | None:
    """Split as Python-Markdown's `meta` does; the block may be empty (`---` and a blank line)."""
    opening = Span(0, 0)
    start = 0
    first = _line(text, 0)
    if first.startswith("---"):
        opening = Span(0, len(first.rstrip()))
        start = next_line(text, len(first))
    elif not _KEY.match(first):
        return None
    at, closing, body = start, None, None
    has_key = False
    while at < len(text):
        line = _line(text, at)
        if not line.strip():
            body = next_line(text, at + len(line))
            break
        if line.startswith(_PELICAN_END):
            closing = Span(at, at + len(line.rstrip()))
            body = next_line(text, at + len(line))
            break
        if _KEY.match(line):
            has_key = True
        elif not (has_key and _PELICAN_MORE.match(line)):
            break
        at = next_line(text, at + len(line))
    return _build(text, start, at, opening, closing, body)


def split_mkdocs_lines(text: str) -> Split | None:
    """Split as MkDocs does where there is no fenced block; None if the first line is no `Key: value`."""
    if not _KEY.match(text):
        return None
    at, body = 0, None
    while at < len(text):
        line = _line(text, at)
        if not line.strip():
            body = next_line(text, at + len(line))
            break
        if not (_KEY.match(line) or _MKDOCS_MORE.match(line)):
            break
        at = next_line(text, at + len(line))
    return _build(text, 0, at, Span(0, 0), None, body)


def _line(text: str, at: int) -> str:
    found = _LINE.match(text, at)
    return found[0] if found else ""


def _build(text: str, start: int, at: int, opening: Span, closing: Span | None, body: int | None) -> Split:
    end = before_line_end(text, at, start)
    fence = closing if closing is not None else Span(end, end)
    whole = Span(opening.start if len(opening) else start, fence.end)
    return Split("meta", whole, Span(start, end), at if body is None else body, opening, fence)
