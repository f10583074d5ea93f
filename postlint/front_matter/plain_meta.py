"""Bare `Key: value` lines, as Python-Markdown's `meta` and MkDocs read them."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from postlint.values.span import Span

_LINE = re.compile(r"[^\r\n]*")
_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r"(?: {4,}|\t)(.*)")


def parse_meta(text: str, block: Span, dialect: str) -> Parsed:
    """Parse lines without quotes, types or comments.

    `dialect` is `pelican` (keys in lower case, several values of a key become a list) or `mkdocs` (keys in
    lower case, lines joined by blanks).
    """
    found: list[tuple[str, Span, list[Scalar]]] = []
    at = block.start
    while at < block.end:
        match = _LINE.match(text, at, block.end)
        end = match.end() if match else block.end
        _read_line(text, at, end, found)
        at = end + (2 if text.startswith("\r\n", end) else 1)
    entries: list[Entry] = []
    seen: dict[str, int] = {}
    duplicates = []
    for key, key_span, values in found:
        entry = _entry(text, key, key_span, values, dialect)
        if key in seen:
            duplicates.append(entry)
            if dialect == "pelican":
                entry = _joined(entries.pop(seen[key]), entry)
                seen = {name: index - (index > seen[key]) for name, index in seen.items()}
        seen[key] = len(entries)
        entries.append(entry)
    return Parsed(Mapping(block, tuple(entries)) if entries else None, (), tuple(duplicates))


def _read_line(text: str, at: int, end: int, found: list[tuple[str, Span, list[Scalar]]]) -> None:
    match = _KEY.fullmatch(text, at, end)
    if match:
        key_span = Span(*match.span(1))
        found.append((match[1].lower(), key_span, [_scalar(text, match.start(2), match.end(2))]))
        return
    more = _MORE.fullmatch(text, at, end)
    if more and found:
        found[-1][2].append(_scalar(text, more.start(1), more.end(1)))


def _scalar(text: str, start: int, end: int) -> Scalar:
    while end > start and text[end - 1] in " \t":
        end -= 1
    while start < end and text[start] in " \t":
        start += 1
    written = text[start:end]
    return Scalar(Span(start, end), written, written, "plain" if written else "empty")


def _entry(text: str, key: str, key_span: Span, values: list[Scalar], dialect: str) -> Entry:
    used = [value for value in values if value.raw] or values[:1]
    span = Span(used[0].span.start, used[-1].span.end)
    node: Node
    if dialect == "mkdocs":
        node = Scalar(span, span.of(text), " ".join(str(value.value) for value in used))
    else:
        node = used[0] if len(used) == 1 else Sequence(span, tuple(used))
    return Entry(key, key_span, node, Span(key_span.start, span.end))


def _joined(first: Entry, second: Entry) -> Entry:
    """Return one entry for two of the same key, as Python-Markdown lists their values."""
    items: list[Node] = []
    for entry in (first, second):
        items.extend(entry.node.items if isinstance(entry.node, Sequence) else (entry.node,))
    span = Span(first.span.start, second.span.end)
    node = Sequence(Span(items[0].span.start, items[-1].span.end), tuple(items))
    return Entry(first.key, first.key_span, node, span)
