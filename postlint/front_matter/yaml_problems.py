"""Errors of the YAML parser to problems that a blogger understands."""

from __future__ import annotations

import re
from typing import Any

import yaml

from postlint.front_matter.nodes import Problem
from postlint.front_matter.yaml_mistakes import Mistake, find_mistake, shortened
from postlint.front_matter.yaml_prepare import Prepared
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_LINE = late_pattern(r"[^\n]*")
_INDENTED_KEY = late_pattern(r"^( *)([^\s:#][^:\n]{0,60}):(?=\s|\Z)", re.MULTILINE)
_LOOK_BACK = 40
_MESSAGES = (
    ("found duplicate anchor", "an anchor is defined twice", "rename one of the two"),
    ("found undefined tag handle", "a value starts with `!`, which YAML reads as a tag", "quote the value"),
    ("found unknown escape", "a backslash in a double-quoted value is no escape", "use single quotes"),
    ("found unexpected end of stream", "a quote is opened and never closed", "close the quote"),
    ("document start", "this line does not belong to what stands above it", "indent it like the first key"),
    ("could not find expected ':'", "a line has no colon after its key", "put a colon and a blank after the key"),
    ("did not find expected ',' or ']'", "a bracket is not closed", "close it with ], or quote the value"),
    ("did not find expected ',' or '}'", "a brace is not closed", "close it with }, or quote the value"),
    ("tab character", "a tab stands where only blanks can", "indent with blanks"),
    ("mapping values are not allowed", "a colon stands where no key can be", "quote the value that holds it"),
)


def describe_error(error: yaml.YAMLError, prepared: Prepared, base: int) -> Problem:
    """Return the problem behind an error; `base` is the offset of the original block in the source."""
    block = prepared.original
    at, context = _marks(error, prepared)
    for line_start in _candidates(block, at, context):
        line = _line_at(block, line_start)
        mistake = find_mistake(line)
        if mistake is not None:
            return _problem(mistake, base + line_start)
    return _find_misfit(block, at, base) or _fallback(error, block, at, base)


def describe_line(block: str, base: int) -> Problem | None:
    """Return what is wrong with the first line of a block, for text that parses and holds no key."""
    mistake = find_mistake(_line_at(block, 0))
    return _problem(mistake, base) if mistake is not None else None


def _marks(error: yaml.YAMLError, prepared: Prepared) -> tuple[int, int | None]:
    def index(mark: Any) -> int | None:
        return prepared.original_index(mark.index) if mark is not None else None

    context = index(getattr(error, "context_mark", None))
    at = index(getattr(error, "problem_mark", None))
    return (at if at is not None else context or 0), context


def _candidates(block: str, at: int, context: int | None) -> list[int]:
    """Return the starts of the lines to look at, the likeliest first."""
    here = block.rfind("\n", 0, at) + 1
    found = []
    if context is not None and context < at:
        found.append(block.rfind("\n", 0, context) + 1)
    found.append(here)
    start = here
    for _ in range(_LOOK_BACK):
        if start <= 0:
            break
        start = block.rfind("\n", 0, start - 1) + 1
        found.append(start)
    return list(dict.fromkeys(found))


def _line_at(block: str, start: int) -> str:
    match = _LINE.match(block, start)
    return match[0].rstrip("\r") if match is not None else ""


def _problem(mistake: Mistake, at: int) -> Problem:
    span = Span(at + mistake.start, at + mistake.end)
    return Problem(span, mistake.message[:100], mistake.hint, mistake.kind)


def _find_misfit(block: str, at: int, base: int) -> Problem | None:
    """Find a line without a colon, or a key whose indentation is not that of its neighbours."""
    start = block.rfind("\n", 0, at) + 1
    line = _line_at(block, start)
    key = _INDENTED_KEY.match(line)
    first = _INDENTED_KEY.search(block)
    if line.startswith("\ufeff"):
        mark = Span(base + start, base + start + 1)
        return Problem(mark, "an invisible byte order mark (U+FEFF) stands before a key", "delete it")
    if key is not None and first is not None and start > first.start():
        name = shortened(key[2], 30)
        span = Span(base + start, base + start + key.end(2))
        message = f"`{name}` is not indented like the keys above it"
        return Problem(span, message, "indent the keys of one map alike")
    for line_start in _candidates(block, at, None)[:3]:
        content = _line_at(block, line_start)
        text = content.strip()
        if text and ":" not in text and not text.startswith(("#", "- ")) and text != "-":
            lead = len(content) - len(content.lstrip())
            span = Span(base + line_start + lead, base + line_start + len(content.rstrip()))
            message = f'line "{shortened(text)}" is neither a key nor part of a value'
            return Problem(span, message, "indent it, or write it as `key: value`")
    return None


def _fallback(error: yaml.YAMLError, block: str, at: int, base: int) -> Problem:
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = str(getattr(error, "context", None) or "")
    span = Span(base + at, min(base + at + 1, base + len(block)))
    for part, message, hint in _MESSAGES:
        if part in said or part in context:
            return Problem(span, message, hint)
    return Problem(span, f"the block is not valid YAML here: {said}"[:100], "check quotes, colons and indentation")
