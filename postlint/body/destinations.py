"""Where a URL stands inside a Markdown link, image or link definition."""

from __future__ import annotations

from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# `>`: the marker of a quotation that the link goes on in
_LEAD = late_pattern(r"[ \t]*(?:\n[ \t>]*)*")
_ORDINARY = late_pattern(r"[^\x00-\x20\x7f()\\]*")
# nearly every link: `](destination)`
_PLAIN = late_pattern(r"\]\(([^\x00-\x20\x7f()\\<]+)\)")


def inline_destination(text: str, content_end: int, end: int) -> Span:
    """Return the span of the destination of `[content](destination "title")`.

    `content_end` is where the content ends at the latest known mark, `end` where the whole link does.
    """
    plain = _PLAIN.match(text, content_end, end)
    if plain:
        return Span(*plain.span(1))
    opening = text.find("](", content_end, end)
    if opening < 0:
        return Span(end, end)
    return destination(text, opening + 2, end - 1)


def definition_destination(text: str, start: int, end: int) -> Span:
    """Return the span of the destination of `[label]: destination "title"`."""
    at = text.find("[", start, end) + 1
    while at < end:
        char = text[at]
        if char == "\\":
            at += 2
            continue
        if char == "]":
            return destination(text, at + 2, end)
        at += 1
    return Span(end, end)


def destination(text: str, start: int, end: int) -> Span:
    """Return the span of the destination at `start`, blanks and line ends before it skipped.

    As CommonMark: `<…>`, or up to a blank or a parenthesis that nothing opened.
    """
    at = start
    if text[at : at + 1] in (" ", "\t", "\n"):
        lead = _LEAD.match(text, at, end)
        at = lead.end() if lead else at
    if at < end and text[at] == "<":
        return _in_angle_brackets(text, at + 1, end)
    first, depth = at, 0
    while ordinary := _ORDINARY.match(text, at, end):
        at = ordinary.end()
        if at >= end:
            break
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char != ")" or depth == 0:
            break
        else:
            depth -= 1
        at += 1
    return Span(first, min(at, end))


def _in_angle_brackets(text: str, start: int, end: int) -> Span:
    at = start
    while at < end and text[at] != ">":
        at += 2 if text[at] == "\\" else 1
    return Span(start, min(at, end))
