"""Offsets to lines and columns, and back."""

from __future__ import annotations

from bisect import bisect_right

from postlint.values.late_pattern import late_pattern
from postlint.values.span import Position, Span

# str.splitlines also splits at U+2028, form feed and others, which no editor counts as lines
_LINE_END = late_pattern(r"\r\n|\n|\r")


class LineIndex:
    """The line starts of one text. A line ends at `\\n`, `\\r\\n` or a lone `\\r`.

    Lines are looked for as far as somebody asks: many findings stand near the start.
    """

    __slots__ = ("_is_whole", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._is_whole = "\r" in text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))] if self._is_whole else [0]

    def _read_to(self, offset: int) -> None:
        """Find the lines that begin up to `offset`, and the next one."""
        starts, find = self._starts, self.text.find
        last = starts[-1]
        while last <= offset and not self._is_whole:
            last = find("\n", last) + 1
            if last:
                starts.append(last)
            else:
                self._is_whole = True

    def _read_lines(self, count: int) -> None:
        """Find so many lines, and the next one."""
        while len(self._starts) <= count and not self._is_whole:
            self._read_to(self._starts[-1])

    def position(self, offset: int) -> Position:
        """Return the position of a code point offset; past the end counts as the end."""
        size = len(self.text)
        offset = size if offset > size else max(offset, 0)
        starts = self._starts
        if starts[-1] <= offset and not self._is_whole:
            self._read_to(offset)
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Return the code point offset of a position, kept within its line and the text."""
        self._read_lines(position.line)
        line = max(1, min(position.line, len(self._starts)))
        return min(self._starts[line - 1] + max(0, position.column - 1), self.line_span(line).end)

    def line_span(self, line: int) -> Span:
        """Return the span of a 1-based line, without its line end."""
        starts = self._starts
        if line >= len(starts):
            self._read_lines(line)
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def __len__(self) -> int:
        self._read_to(len(self.text))
        return len(self._starts)
