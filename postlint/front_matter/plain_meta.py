"""Bare `Key: value` lines: Python-Markdown's `meta` (Pelican) and MkDocs without fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from postlint.values.span import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]+):[^\S\r\n]*([^\r\n]*)")
# Python-Markdown makes four blanks of a tab before it looks
_MORE = {
    "pelican": re.compile(r"(?: {4}| {0,3}\t)[^\S\r\n]*([^\r\n]*)"),
    "mkdocs": re.compile(r"(?: {4}|\t)[^\S\r\n]*([^\r\n]*)"),
}


def parse_meta(text: str, block: Span, dialect: str) -> Parsed:
    """Parse metadata lines; `dialect` is `pelican` (markdown/extensions/meta.py) or `mkdocs`
    (mkdocs/utils/meta.py).

    Keys are in lower case, every value is text. A key that comes again, or a continuation line, makes a
    list for Pelican and longer text for MkDocs; the last entry of a key holds everything.
    """
    values: dict[str, list[Scalar]] = {}
    entries: list[Entry] = []
    duplicates: list[Entry] = []
    key, key_span = "", block
    for line_start, line in _lines(text, block):
        match = _KEY.match(line)
        if match is not None:
            key = match[1].lower()
            key_span = Span(line_start + match.start(1), line_start + match.end(1))
            is_repeated = key in values
            values.setdefault(key, []).append(_scalar(match, 2, line_start))
            entries.append(_entry(key, key_span, values[key], dialect, text))
            if is_repeated:
                duplicates.append(entries[-1])
            continue
        more = _MORE[dialect].match(line)
        if more is None or not entries:
            break
        values[key].append(_scalar(more, 1, line_start))
        renewed = _entry(key, key_span, values[key], dialect, text)
        if duplicates and duplicates[-1] is entries[-1]:
            duplicates[-1] = renewed
        entries[-1] = renewed
    if not entries:
        return Parsed(None)
    root = Mapping(Span(entries[0].key_span.start, entries[-1].span.end), tuple(entries))
    return Parsed(root, (), tuple(duplicates))


def _lines(text: str, block: Span) -> Iterator[tuple[int, str]]:
    at = block.start
    while at < block.end:
        match = _LINE.match(text, at, block.end)
        if match is None or match.end() == at:
            return
        yield at, match[0]
        at = match.end()


def _scalar(match: re.Match[str], group: int, at: int) -> Scalar:
    raw = match[group].strip()
    start = at + match.start(group) + len(match[group]) - len(match[group].lstrip())
    start = start if raw else at + match.start(group)
    return Scalar(Span(start, start + len(raw)), raw, raw, "plain" if raw else "empty")


def _entry(key: str, key_span: Span, parts: list[Scalar], dialect: str, text: str) -> Entry:
    first, last = parts[0], parts[-1]
    # what stands on the lines of this key alone; earlier lines of a repeated key have their own entry
    own = [part for part in parts if part.span.start >= key_span.start]
    span = Span(own[0].span.start, last.span.end)
    node: Node = first
    if len(parts) > 1 and dialect == "pelican":
        node = Sequence(span, tuple(parts))
    elif len(parts) > 1:
        node = Scalar(span, span.of(text), " ".join(part.raw for part in parts))
    return Entry(key, key_span, node, Span(key_span.start, node.span.end))
