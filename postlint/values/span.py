"""Places in a text: offsets, and lines with columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from postlint.values.named_tuple import NamedTuple

_new_tuple = tuple.__new__


class _Pair(NamedTuple):
    start: int
    end: int


class Span(_Pair):
    """A half-open range of code point offsets into the decoded text of a source."""

    __slots__ = ()

    def __len__(self) -> int:
        return self.end - self.start

    @classmethod
    def _make(cls, iterable: Iterable[int]) -> Self:  # type: ignore[override]  # typeshed has it as a function
        # the inherited one asks `len`, which counts code points here; `_replace` calls this
        return cls(*iterable)

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Tell whether the two spans share an offset or meet at one."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


def new_span(start: int, end: int) -> Span:
    """Return `Span(start, end)` in half the time, for loops over every post."""
    return _new_tuple(Span, (start, end))


class Position(NamedTuple):
    """A place in a text: 1-based line, 1-based column in code points."""

    line: int
    column: int
