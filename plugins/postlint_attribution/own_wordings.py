"""Wordings that the site's configuration adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from postlint import Block, Span
from postlint_attribution.kinds import Kind
from postlint_attribution.roles import role_of
from postlint_attribution.statement import Statement
from postlint_attribution.values import clean_name, cut_address, find_address, links_in, value_end

Patterns = Mapping[Kind, tuple[re.Pattern[str], ...]]
_PERSON_KINDS = ("author-credit", "translator-credit", "photo-credit")
_SOURCE_KINDS = ("source-name", "source-link", "first-published")


def has_own(text: str, patterns: Patterns) -> bool:
    """Tell whether any of the patterns matches a text."""
    return any(pattern.search(text) for found in patterns.values() for pattern in found)


def read_own(blocks: Sequence[Block], patterns: Patterns) -> Iterable[Statement]:
    """Yield the statements that a site's own patterns find in visible blocks."""
    for at, block in enumerate(blocks):
        if block.kind in ("code", "comment", "definition") or not block.text:
            continue
        for kind, wanted in patterns.items():
            for pattern in wanted:
                for found in pattern.finditer(block.text):
                    if found.end() > found.start():
                        yield _statement(kind, block, at, found)


def _statement(kind: str, block: Block, at: int, found: re.Match[str]) -> Statement:
    named = found.groupdict()
    end = found.end()
    if not named:
        end = max(end, value_end(block.text, end, block.links))
    value = clean_name(block.text[found.end() : end])
    url, url_span = _address(block, found.start(), end, named.get("url"))
    author = named.get("author") or (value if kind in _PERSON_KINDS else None)
    source = named.get("source") or (value if kind in _SOURCE_KINDS and url is None else None)
    return Statement(
        kind,
        "image" if kind == "photo-credit" else "post",
        block.source_span(found.start(), end),
        block.text[found.start() : end],
        "",
        at,
        source=source,
        url=url,
        url_span=url_span,
        role=role_of(url, "") if url else "",
        author=author,
        translator=author if kind == "translator-credit" else None,
        cue=found.group(),
    )


def _address(block: Block, start: int, end: int, named: str | None) -> tuple[str | None, Span | None]:
    if named:
        return named, None
    for _, _, link in links_in(block.links, start, end):
        return cut_address(link.url.text), link.url.span
    found = find_address(block.text[start:end])
    return (block.text[start + found[0] : start + found[1]], None) if found else (None, None)
