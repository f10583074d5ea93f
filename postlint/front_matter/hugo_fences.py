"""Where Hugo puts front matter (`parser/pageparser/pagelexer_intro.go`)."""

from __future__ import annotations

from postlint.front_matter.fences import build_split, next_line
from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_JSON_MARKS = late_pattern(r'[{}"\\]')
_CLOSE = {"---": late_pattern(r"(?<=[\r\n])---"), "+++": late_pattern(r"(?<=[\r\n])\+\+\+")}
_BLANK_REST = late_pattern(r"[ \t]+(?:\r?\n|\r)")
_ORG_LINE = late_pattern(r"#\+[^\n]*")
_FAULT = {
    "-": "the page starts with `-` but not with `---`",
    "+": "the page starts with `+` but not with `+++`",
}


def split_hugo(text: str, *, is_old: bool = False) -> Split | str | None:
    """Split as Hugo does: blanks and blank lines may lead, the first character decides about the format.

    Returns a text where Hugo ends the build: what it met instead of a fence. `is_old` tells that
    a second BOM is skipped, too, and that blanks after the opening fence belong to the block.
    """
    start = 0
    skipped = " \t\n\r\v\f\ufeff" if is_old else " \t\n\r\v\f"
    while start < len(text) and text[start] in skipped:
        start += 1
    mark = text[start : start + 1]
    if mark in ("-", "+") and mark:
        return _split_fenced(text, start, mark, is_old=is_old)
    if mark == "{":
        return _split_json(text, start)
    if text.startswith("#+", start):
        return _split_org(text, start)
    return None


def _split_fenced(text: str, start: int, mark: str, *, is_old: bool) -> Split | str:
    fence = mark * 3
    if not text.startswith(fence, start):
        return _FAULT[mark]
    at = next_line(text, start + 3)
    closed = _CLOSE[fence].search(text, at)
    if closed is None:
        return f"no closing `{fence}`"
    if not is_old:
        blanks = _BLANK_REST.match(text, at)
        at = blanks.end() if blanks is not None and at == start + 3 else at
    kind = "yaml" if mark == "-" else "toml"
    return build_split(text, kind, Span(start, start + 3), at, Span(*closed.span()))


def _split_json(text: str, start: int) -> Split | str:
    level, at, is_quoted = 0, start, False
    while (found := _JSON_MARKS.search(text, at)) is not None:
        at = found.end()
        if found[0] == "\\":
            at += 1
        elif found[0] == '"':
            is_quoted = not is_quoted
        elif not is_quoted:
            level += 1 if found[0] == "{" else -1
            if level == 0:
                whole = Span(start, at)
                return Split("json", whole, whole, next_line(text, at), Span(start, start + 1), Span(at - 1, at))
    return "no closing `}`"


def _split_org(text: str, start: int) -> Split | str:
    at = start
    while (line := _ORG_LINE.match(text, at)) is not None:
        at = line.end()
        if at >= len(text):
            return "no line after the `#+` lines"
        at += 1
    whole = Span(start, at)
    return Split("org", whole, whole, at, Span(start, start), Span(at, at))
