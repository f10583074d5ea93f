"""The single values of a key: the tags of a post, whichever way this generator wants them written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from postlint import Entry, NamedTuple, Node, Scalar, Sequence, Span, late_pattern

_WORDS = late_pattern(r"\S+")
_PARTS = late_pattern(r"[^,;]+")


class Term(NamedTuple):
    """One value and the place of its text, quotes included; `is_plain` tells that it has none."""

    value: Any
    span: Span
    is_plain: bool


def find_terms(entry: Entry, generator: str) -> list[Term]:
    """Return the values of a key; a text is parted where the generator parts it. Values of maps have none."""
    terms: list[Term] = []
    _add_terms(entry.node, generator, entry.key, terms)
    return terms


def _add_terms(node: Node, generator: str, key: str, terms: list[Term]) -> None:
    if isinstance(node, Sequence):
        # Hexo's categories may be lists of lists
        for item in node.items:
            if item.__class__ is Scalar and item.value is not None:
                terms.append(Term(item.value, item.span, item.raw == item.value))
            else:
                _add_terms(item, "", key, terms)
    elif isinstance(node, Scalar) and node.value is not None:
        parts = _parting(generator, key) if generator else None
        if parts is None or not isinstance(node.value, str):
            terms.append(Term(node.value, node.span, node.raw == node.value))
        else:
            terms.extend(_parted(node, parts))


def _parted(node: Scalar, parts: re.Pattern[str]) -> Iterator[Term]:
    if node.raw == node.value:
        for part in parts.finditer(node.value):
            word = part[0].strip()
            start = node.start + part.start() + len(part[0]) - len(part[0].lstrip())
            if word:
                yield Term(word, Span(start, start + len(word)), is_plain=True)
    else:
        for word in parts.findall(node.value):
            if word.strip():
                yield Term(word.strip(), node.span, is_plain=False)


def _parting(generator: str, key: str) -> re.Pattern[str] | None:
    """Return what a text is parted into: words by Jekyll, what stands between commas by Pelican."""
    if generator == "jekyll" and key in ("tags", "categories"):
        return _WORDS
    return _PARTS if generator == "pelican" and key.lower() in ("tags", "authors") else None
