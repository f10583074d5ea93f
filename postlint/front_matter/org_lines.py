"""`#+KEY: value` lines, as Hugo reads them from Org files (`parser/metadecoders/decoder.go`)."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_LINE = late_pattern(r"#\+(?P<key>[^:\r\n]+?)[ \t]*:[ \t]*(?P<value>[^\r\n]*)")
_WORD = late_pattern(r"\S+")
_LISTS = ("tags", "categories", "aliases", "filetags")


def parse_org(text: str, block: Span) -> Parsed:
    """Parse the lines of a block; keys are in lower case, lists split at blanks, dates lose their `<>`."""
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
    span = Span(match.start("value"), match.start("value") + len(match["value"].rstrip()))
    raw = match["value"].rstrip()
    node: Node
    if key.removesuffix("[]") in _LISTS or key.endswith("[]"):
        items = tuple(
            Scalar(Span(span.start + word.start(), span.start + word.end()), word[0], word[0])
            for word in _WORD.finditer(raw)
        )
        node = Sequence(span, items, "flow")
    else:
        value = raw[1:-1].split(" ")[0] if key in ("date", "lastmod") and raw[:1] + raw[-1:] == "<>" else raw
        node = Scalar(span, raw, value)
    return Entry(key.removesuffix("[]"), Span(*match.span("key")), node, Span(match.start("key"), span.end))
