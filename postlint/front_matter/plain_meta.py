"""Bare `Key: value` lines: Python-Markdown's `meta` (Pelican) and MkDocs without fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_LINE = late_pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_KEY = late_pattern(r" {0,3}([A-Za-z0-9_-]+):[^\S\r\n]*([^\r\n]*)")
# Python-Markdown makes four blanks of a tab before it looks
_MORE = {
    "pelican": late_pattern(r"(?: {4}| {0,3}\t)[^\S\r\n]*([^\r\n]*)"),
    "mkdocs": late_pattern(r"(?: {4}|\t)[^\S\r\n]*([^\r\n]*)"),
}


def parse_meta(text: str, block: Span, dialect: str) -> Parsed:
    """Parse metadata lines; `dialect` is `pelican` (markdown/extensions/meta.py) or `mkdocs`
    (mkdocs/utils/meta.py).

    Keys are in lower case, every value is text. A key that comes again, or a continuation line, makes a
    list for Pelican and longer text for MkDocs; the last entry of a key holds everything.
    """
    groups: list[tuple[str, Span, list[Scalar]]] = []
    for line_start, line in _lines(text, block):
        match = _KEY.match(line)
        if match is not None:
            key_span = Span(line_start + match.start(1), line_start + match.end(1))
            scalar = _scalar(match, 2, line_start)
            if dialect == "pelican" and "\t" in scalar.raw:
                scalar = _expanded(scalar, line)
            groups.append((match[1].lower(), key_span, [scalar]))
            continue
        more = _MORE[dialect].match(line)
        if more is None or not groups:
            break
        groups[-1][2].append(_scalar(more, 1, line_start))
    return _build(groups, dialect, text) if groups else Parsed(None)


def _build(groups: list[tuple[str, Span, list[Scalar]]], dialect: str, text: str) -> Parsed:
    values: dict[str, list[Scalar]] = {}
    last: dict[str, int] = {}
    for at, (key, _, parts) in enumerate(groups):
        values.setdefault(key, []).extend(parts)
        last[key] = at
    entries: list[Entry] = []
    duplicates: list[Entry] = []
    seen: set[str] = set()
    for at, (key, key_span, parts) in enumerate(groups):
        own = Span(parts[0].span.start, parts[-1].span.end)
        node = _node(values[key] if at == last[key] else parts, own, dialect, text)
        entries.append(Entry(key, key_span, node, Span(key_span.start, own.end)))
        if key in seen:
            duplicates.append(entries[-1])
        seen.add(key)
    root = Mapping(Span(entries[0].key_span.start, entries[-1].span.end), tuple(entries))
    return Parsed(root, (), tuple(duplicates))


def _lines(text: str, block: Span) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text, block.start, block.end):
        yield match.start(), match[0]


def _scalar(match: re.Match[str], group: int, at: int) -> Scalar:
    raw = match[group].strip()
    start = at + match.start(group) + len(match[group]) - len(match[group].lstrip())
    start = start if raw else at + match.start(group)
    return Scalar(Span(start, start + len(raw)), raw, raw, "plain" if raw else "empty")


def _expanded(scalar: Scalar, line: str) -> Scalar:
    """Return a value with blanks for its tabs: Python-Markdown makes them of the whole line."""
    found = _KEY.match(line.expandtabs(4))
    return scalar._replace(value=found[2].strip()) if found is not None else scalar


def _node(parts: list[Scalar], span: Span, dialect: str, text: str) -> Node:
    if len(parts) == 1:
        return parts[0]
    if dialect == "pelican":
        return Sequence(span, tuple(parts))
    return Scalar(span, span.of(text), " ".join(part.raw for part in parts))
