"""Link definitions: `[label]: destination "title"`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from postlint.body.destinations import definition_destination
from postlint.body.offsets import Offsets
from postlint.values.span import Span

if TYPE_CHECKING:
    from pyromark import Markdown

_LINE = re.compile(r"(?m)^[ \t]{0,3}(?:>[ \t]?){0,8}\[(?:[^\[\]\\\n]|\\.){1,999}\]:[^\n]*")


class Definitions:
    """The link definitions of one body, read on first use.

    pyromark lists the first definition of each label; later ones of an equal label are found line by line.
    """

    def __init__(self, masked: str, start: int, parser: Markdown) -> None:
        self._masked, self._start, self._parser = masked, start, parser
        self._destinations: dict[str, Span] = {}

    @cached_property
    def byte_spans(self) -> dict[str, tuple[int, int]]:
        """Return the definitions in force by folded label, in order, in bytes of the body."""
        body = self._masked[self._start :]
        if "]:" not in body:
            return {}
        return {
            _fold(label): (found["span"]["start"], found["span"]["end"])
            for label, found in self._parser.reference_definitions(body).items()
        }

    @cached_property
    def _live(self) -> dict[str, Span]:
        if not self.byte_spans:
            return {}
        at = Offsets(self._masked[self._start :], self._start).at
        return {label: Span(at(first), at(last)) for label, (first, last) in self.byte_spans.items()}

    def destination(self, label: str) -> Span:
        """Return the span of the destination that a label leads to; empty at the start if unknown."""
        folded = _fold(label)
        known = self._destinations.get(folded)
        if known is None:
            span = self._live.get(folded)
            if span is None:
                return Span(self._start, self._start)
            known = self._destinations[folded] = definition_destination(self._masked, *span)
        return known

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Return the spans of the definitions in force, in source order."""
        return tuple(sorted(self._live.values()))

    def lines(self) -> list[Span]:
        """Return the lines that look like a definition, whether or not one is in force."""
        if "]:" not in self._masked:
            return []
        return [Span(*match.span()) for match in _LINE.finditer(self._masked, self._start)]


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
