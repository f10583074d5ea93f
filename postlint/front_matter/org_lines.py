"""`#+KEY: value` lines, as Hugo reads them from Org files (`parser/metadecoders/decoder.go`)."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# a value is separated from the colon
_LINE = late_pattern(r"#\+(?P<key>[^:\r\n]+?)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*)|(?P<empty>(?=\r?\n|\Z)))")
_STAMP = late_pattern(r"[<\[](\d{4}-\d{2}-\d{2}) .*[>\]]")
_DATES = ("date", "lastmod", "publishdate", "expirydate")
_WORD = late_pattern(r"\S+")
_LISTS = ("tags", "categories", "aliases", "filetags")


def parse_org(text: str, block: Span) -> Parsed:
    """Parse the lines of a block; keys are in lower case, lists split at blanks, timestamps are their day."""
    entries = tuple(_entry(match) for match in _LINE.finditer(text, block.start, block.end))
    seen: set[str] = set()
    duplicates = []
    for entry in entries:
        if entry.key in seen:
            duplicates.append(entry)
        seen.add(entry.key)
    return Parsed(Mapping(block, entries), (), tuple(duplicates))


def _entry(match: re.Match[str]) -> Entry:
    key = match["key"].strip().lower()
    raw = (match["value"] or "").rstrip()
    start = match.start("value") if match["empty"] is None else match.start("empty")
    span = Span(start, start + len(raw))
    node: Node
    if key.removesuffix("[]") in _LISTS or key.endswith("[]"):
        items = tuple(
            Scalar(Span(span.start + word.start(), span.start + word.end()), word[0], word[0])
            for word in _WORD.finditer(raw)
        )
        node = Sequence(span, items, "flow")
    else:
        stamp = _STAMP.search(raw) if key in _DATES else None
        node = Scalar(span, raw, raw if stamp is None else stamp[1])
    return Entry(key.removesuffix("[]"), Span(*match.span("key")), node, Span(match.start("key"), span.end))
