"""MDX as Markdown gets it."""

from __future__ import annotations

import re

from postlint.body.markdown import MARKDOWN
from postlint.body.mask import FILLER, fill, filler, is_alone
from postlint.body.mdx import Mdx
from postlint.body.shape import shape
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_INDENTED = late_pattern(r"^(?: {4}| {0,3}\t)", re.MULTILINE)


def mask_mdx(text: str, start: int, mdx: Mdx) -> str:
    """Return the body at `start` without what is not Markdown, code point for code point.

    Markdown between JSX tags may be indented at will, since MDX has no indented code: there, a line's
    indentation goes to the end of the line before it.
    """
    stretches: list[tuple[Span, str]] = []
    done = start
    for group in _groups(text, mdx):
        is_silent = is_alone(text, Span(group[0][0].start, group[-1][0].end))
        for span, _ in group:
            if span.start < done:
                continue
            blank = "".join(["\n" if char == "\n" else " " for char in span.of(text)])
            stretches.append((span, blank if is_silent else filler(text, span, False)))
            done = span.end
    body = fill(text, start, stretches)
    if mdx.elements:
        body = _dedented(body, start, mdx)
    return _without_indented_code(body) if _INDENTED.search(body) else body


def _without_indented_code(body: str) -> str:
    """Return the body with a filler before each line that Markdown, but not MDX, takes for code."""
    filled = list(body)
    is_code = False
    for event, bounds in MARKDOWN.events_with_range(shape(body)):
        if isinstance(event, str):
            continue
        if "Start" in event:
            tag = event["Start"]
            is_code = tag.__class__ is dict and tag.get("CodeBlock") == "Indented"
        elif "End" in event:
            is_code = False
        elif is_code and "Text" in event and body[bounds["start"] - 1] in " \t":
            filled[bounds["start"] - 1] = FILLER
    return "".join(filled)


def _groups(text: str, mdx: Mdx) -> list[list[tuple[Span, str]]]:
    """Return the stretches, those together that only blanks of one line part."""
    groups: list[list[tuple[Span, str]]] = []
    for stretch in mdx.spans():
        if groups:
            between = text[groups[-1][-1][0].end : stretch[0].start]
            if not between.strip(" \t"):
                groups[-1].append(stretch)
                continue
        groups.append([stretch])
    return groups


def _dedented(body: str, start: int, mdx: Mdx) -> str:
    opened = [(element.span.end - start, 1) for element in mdx.elements if not element.is_closed]
    changes = sorted([*opened, *((span.start - start, -1) for _, span in mdx.closing)])
    if not changes:
        return body
    lines = body.split("\n")
    depth = number = at = 0
    margin = -1
    for index, line in enumerate(lines):
        while number < len(changes) and changes[number][0] <= at:
            depth = max(0, depth + changes[number][1])
            number += 1
            margin = -1
        at += len(line) + 1
        width = len(line) - len(line.lstrip(" "))
        if depth == 0 or index == 0 or not width or width == len(line):
            continue
        if margin < 0 or width < margin:
            margin = width
        lines[index - 1] += " " * margin
        lines[index] = line[margin:]
    return "\n".join(lines)
