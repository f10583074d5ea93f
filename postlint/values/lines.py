"""Offsets to lines and columns, and back."""

from __future__ import annotations

import re
from bisect import bisect_right

from postlint.values.span import Position, Span

# str.splitlines also splits at U+2028, form feed and others, which no editor counts as lines
_LINE_END = re.compile(r"\r\n|\n|\r")


class LineIndex:
    """The line starts of one text. A line ends at `\\n`, `\\r\\n` or a lone `\\r`."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Return the position of a code point offset; past the end counts as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the code point offset of a position, kept within its line and the text."""
        line = max(1, min(position.line, len(self._starts)))
        return min(self._starts[line - 1] + max(0, position.column - 1), self.line_span(line).end)

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def __len__(self) -> int:
        return len(self._starts)
