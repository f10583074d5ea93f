"""Where blocks of code are, as far as that is told cheaply."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from postlint.body.holes import Hole, find_holes
from postlint.values.lazy import lazy


class Outline:
    """The holes of a masked body; `has_code` is False where code is not marked as in Markdown."""

    def __init__(self, masked: str, start: int, *, has_code: bool) -> None:
        self._masked, self._start, self._has_code = masked, start, has_code

    @lazy
    def holes(self) -> Sequence[Hole] | None:
        """Return the blocks of code, and of HTML with an end of its own; None if only a parser can tell them."""
        careful = self.__dict__.get("html_holes")
        return careful if careful is not None else find_holes(self._masked, self._start, with_html=False)

    @lazy
    def html_holes(self) -> Sequence[Hole] | None:
        """Return the same; None also where HTML in lists has to be told from text."""
        return find_holes(self._masked, self._start, with_html=True)

    def is_live(self, places: Iterable[int]) -> bool:
        """Tell whether one of some places is not surely in a block of code; such a place may be text all the same."""
        code: list[Hole] | None = None
        starts: list[int] = []
        for at in places:
            if code is None:
                code = [hole for hole in self.html_holes or () if hole.is_code] if self._has_code else []
                starts = [hole.start for hole in code]
            number = bisect_right(starts, at) - 1
            if number < 0 or at >= code[number].end:
                return True
        return False
