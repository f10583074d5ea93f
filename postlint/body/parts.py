"""What a body can be cut into, and which of it is to be read for some places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from postlint.body.cuts import find_cuts
from postlint.body.definitions import fold
from postlint.body.mask import FILLER
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.body.body import Body

# how many blocks that readers see are read on both sides of a place, and counted from the ends of a body
BESIDE = 2
HEAD = 5
TAIL = 8
# a body of which more than this is asked for is read whole
_MOST = 0.7
# what a reference, or what may be one, is looked up by
_LABEL = late_pattern(r"\[([^\[\]]{1,999})\](?!\()")
_DEFINITION = late_pattern(
    r"(?m)^\[((?!\^)[^\[\]\\\n]{1,999})\]:[ \t]*((?=[^\s<])[^\s<>()\\]*+(?:\([^\s<>()\\]*+\)[^\s<>()\\]*+)*+)"
    r"(?:[ \t]+(?:\"[^\"\\\n]*\"|'[^'\\\n]*'|\([^()\\\n]*\)))?[ \t]*$"
)
# what may be a definition that begins elsewhere
_MAY_DEFINE = late_pattern(r"(?m)^[ \t>*+\-0-9.)]*\[[^\n]*\]:")

Range = tuple[int, int]


class Parts:
    """What a body can be cut into; part `n` lies between `bounds[n]` and `bounds[n + 1]`."""

    def __init__(self, masked: str, bounds: Sequence[int]) -> None:
        self._masked, self.bounds = masked, bounds
        self._defining: dict[int, bool] = {}
        self._known: dict[str, Span | None] | None = None
        self.count = len(bounds) - 1
        # link definitions at the end show nothing
        while self.count > 1 and self._is_definitions(self.count - 1):
            self.count -= 1

    @classmethod
    def of(cls, body: Body) -> Parts | None:
        """Return the parts of a body; None if it can't be cut."""
        cuts = None if body.dialect.is_html else find_cuts(body.masked, body.start, body.outline.holes)
        return None if cuts is None else cls(body.masked, [body.start, *cuts, len(body.masked)])

    def around(self, places: Iterable[int], lone: Iterable[int]) -> list[Range] | None:
        """Return the disjoint ranges of parts to be read for some places; None for all."""
        ranges = _merged([self._beside(part) for part in self._holding(places)])
        ranges += [
            (part, part + 1) for part in self._holding(lone) if not any(first <= part < last for first, last in ranges)
        ]
        ranges.sort()
        size = sum(self.bounds[last] - self.bounds[first] for first, last in ranges)
        return ranges if size <= _MOST * (self.bounds[-1] - self.bounds[0]) else None

    def spans(self, ranges: Sequence[Range]) -> list[Span]:
        """Return what some ranges cover, and the link definitions elsewhere that are needed there."""
        bounds, masked = self.bounds, self._masked
        spans = [Span(bounds[first], bounds[last]) for first, last in ranges]
        labels = {fold(label) for span in spans for label in _LABEL.findall(masked, *span)}
        if labels:
            spans += self._definitions(labels, ranges)
            spans.sort()
        return spans

    def _definitions(self, labels: set[str], ranges: Sequence[Range]) -> list[Span]:
        """Return where outside of some ranges labels may be defined."""
        bounds, masked = self.bounds, self._masked
        found: list[Span] = []
        at = masked.find("]:", bounds[0])
        while at >= 0:
            (part,) = self._holding((at,))
            start, end = bounds[part], bounds[part + 1]
            if not any(first <= part < last for first, last in ranges):
                if self._is_definitions(part):
                    lines = _DEFINITION.finditer(masked, start, end)
                    found += [Span(*line.span()) for line in lines if fold(line[1]) in labels]
                else:
                    found.append(Span(start, end))
            at = masked.find("]:", end)
        return found

    def define(self, label: str) -> Span | None:
        """Return where a label leads, if that is known without a parser."""
        if self._known is None:
            self._known = self._destinations()
        return self._known.get(fold(label))

    def _destinations(self) -> dict[str, Span | None]:
        """Return where labels lead, up to a definition that only a parser can read: earlier ones are in force."""
        bounds, masked = self.bounds, self._masked
        known: dict[str, Span | None] = {}
        at = masked.find("]:", bounds[0])
        while at >= 0:
            (part,) = self._holding((at,))
            start, end = bounds[part], bounds[part + 1]
            if self._is_definitions(part):
                for line in _DEFINITION.finditer(masked, start, end):
                    # an entity or a template tag stands for something else
                    is_plain = "&" not in line[2] and FILLER not in line[2]
                    known.setdefault(fold(line[1]), Span(*line.span(2)) if is_plain else None)
            elif _MAY_DEFINE.search(masked, start, end):
                return known
            at = masked.find("]:", end)
        return known

    def _holding(self, places: Iterable[int]) -> list[int]:
        parts: list[int] = []
        for place in places:
            part = min(max(0, bisect_right(self.bounds, place) - 1), len(self.bounds) - 2)
            if not parts or parts[-1] != part:
                parts.append(part)
        return parts

    def _is_definitions(self, part: int) -> bool:
        """Tell whether a part is nothing but link definitions, each on a line of its own."""
        known = self._defining.get(part)
        if known is None:
            start, end = self.bounds[part], self.bounds[part + 1]
            known = self._defining[part] = self._masked[start] == "[" and all(
                _DEFINITION.match(line) for line in self._masked[start:end].split("\n") if line and not line.isspace()
            )
        return known

    def _beside(self, part: int) -> Range:
        """Return the range of parts to be read for one: up to an end of the body, if that is near."""
        first, last = self._counted(part, -1, BESIDE), self._counted(part, 1, BESIDE)
        if self._counted(first, -1, HEAD) == 0:
            first = 0
        if self._counted(last, 1, TAIL) == self.count - 1:
            last = self.count - 1
        return first, last + 1

    def _counted(self, part: int, step: int, wanted: int) -> int:
        """Return the part so many parts on, of those that surely show something; else the last in that direction."""
        end = 0 if step < 0 else max(part, self.count - 1)
        while wanted and part != end:
            part += step
            # what begins with a letter is a paragraph, or a heading or table that begins like one
            wanted -= self._masked[self.bounds[part]].isalnum()
        return part


def _merged(ranges: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged
