"""TOML tokens with spans: keys, values, arrays, inline tables."""

from __future__ import annotations

import re

from postlint.front_matter.flavours import Toml
from postlint.front_matter.nodes import Entry, Mapping, Node, Problem, Scalar, Sequence
from postlint.front_matter.toml_mistakes import (
    describe_key,
    describe_missing_equals,
    describe_value,
    find_bad_escape,
)
from postlint.front_matter.toml_tables import Table, TableList
from postlint.front_matter.toml_values import NEWER, bare_value, string_value
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

MAX_DEPTH = 100
_BLANK = late_pattern(r"[ \t]*")
_GAP = late_pattern(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = late_pattern(r"[A-Za-z0-9_-]+")
_BASIC = late_pattern(r'"(?:[^"\\\r\n]|\\[^\r\n])*"')
_LITERAL = late_pattern(r"'[^'\r\n]*'")
# the package `toml` takes any word
_ANY_KEY = late_pattern(r"[^\s=.:：\"'#\[\]{},]+")
_LONG_BASIC = late_pattern(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL)
_LONG_LITERAL = late_pattern(r"'''(?:[^']|'(?!''))*'{3,5}", re.DOTALL)
_DATE_HEAD = late_pattern(r"\d{4}-\d\d-\d\d \d\d:[\d:.]*(?:[Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_BARE = late_pattern(r"[^\s,\]}#]+")
_NEXT_PAIR = late_pattern(r"[A-Za-z0-9_.-]+[ \t]*=")
_REST = late_pattern(r"[^\r\n]*")
_WORD = late_pattern(r"[^=:：\r\n]*")


class LimitError(Exception):
    """The nesting is too deep; the argument is an offset."""


class ScanError(Exception):
    """A place that cannot be read; the argument is a Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Scanner:
    """A cursor over a block; `at` is an offset into the text."""

    def __init__(self, text: str, block: Span, dialect: Toml) -> None:
        self.text, self.at, self.end, self.dialect = text, block.start, block.end, dialect
        self._bare_key = _ANY_KEY if dialect is Toml.PY_TOML else _BARE_KEY
        self.problems: list[Problem] = []
        self.duplicates: list[Entry] = []
        # where the value of each line stands
        self.values: list[Span] = []

    def peek(self) -> str:
        """Skip blanks; return the next character, nothing at the end of the block."""
        self._skip(_BLANK)
        return self.text[self.at] if self.at < self.end else ""

    def skip_gap(self) -> str:
        """Skip blanks, line ends and comments; return the next character."""
        self._skip(_GAP)
        return self.text[self.at] if self.at < self.end else ""

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at, self.end)
        self.at = match.end() if match is not None else self.at

    def skip_line(self) -> None:
        """Go to the end of the line."""
        self._skip(_REST)

    def fail(self, start: int, end: int, message: str, hint: str, kind: str = "syntax") -> ScanError:
        """Return the error to raise."""
        end = min(max(end, start), self.end)
        return ScanError(Problem(Span(min(start, end), end), message[:100], hint, kind))

    def read_key(self) -> list[tuple[str, Span]]:
        """Read a key, dotted or not; return its parts. Raises ScanError."""
        parts: list[tuple[str, Span]] = []
        while True:
            char = self.peek()
            pattern = _BASIC if char == '"' else _LITERAL if char == "'" else self._bare_key
            match = pattern.match(self.text, self.at, self.end)
            if match is None:
                raise self._bad_key()
            span = Span(self.at, match.end())
            try:
                parts.append((string_value(match[0], self.dialect) if char in ("'", '"') else match[0], span))
            except ValueError:
                raise self.fail(*span, f"the key {match[0][:40]} holds a bad escape", "use single quotes") from None
            self.at = match.end()
            if len(parts) > MAX_DEPTH:
                raise LimitError(self.at)
            if self.peek() != ".":
                return parts
            self.at += 1

    def _bad_key(self) -> ScanError:
        match = _WORD.match(self.text, self.at, self.end)
        word = match[0].rstrip() if match is not None else ""
        return self.fail(self.at, self.at + max(len(word), 1), *describe_key(word))

    def read_value(self, depth: int = 0) -> Node:
        """Read a value; what is wrong in it is noted or raised as ScanError."""
        char, start = self.peek(), self.at
        if char in ("[", "{"):
            if depth >= MAX_DEPTH:
                raise LimitError(start)
            self.at += 1
            return self._array(start, depth) if char == "[" else self._inline_table(start, depth)
        if char in ('"', "'"):
            return self._string(start, char)
        if not char or char in "\r\n#":
            raise self.fail(start, start, "a key has no value", 'write a value; nothing is ""')
        return self._bare(start)

    def _string(self, start: int, quote: str) -> Scalar:
        style = quote * 3 if self.text.startswith(quote * 3, start) else quote
        pattern = {'"""': _LONG_BASIC, "'''": _LONG_LITERAL, '"': _BASIC, "'": _LITERAL}[style]
        match = pattern.match(self.text, start, self.end)
        if match is None:
            end = self.end if len(style) == 3 else self._line_end(start)
            raise self.fail(start, end, "a quote is opened and not closed", f"close it with {style}", "unclosed")
        raw = match[0]
        self.at = match.end()
        try:
            value = string_value(raw, self.dialect)
        except ValueError:
            value = raw[len(style) : -len(style)]
            bad_start, bad_end, (message, hint) = find_bad_escape(raw)
            self.problems.append(Problem(Span(start + bad_start, start + bad_end), message, hint))
        return Scalar(Span(start, self.at), raw, value, style)

    def _line_end(self, at: int) -> int:
        match = _REST.match(self.text, at, self.end)
        return match.end() if match is not None else self.end

    def _bare(self, start: int) -> Scalar:
        match = _DATE_HEAD.match(self.text, start, self.end) or _BARE.match(self.text, start, self.end)
        if match is None:
            raise self.fail(start, start + 1, f'"{self.text[start]}" stands where a value should', "write a value")
        raw = match[0]
        try:
            value = bare_value(raw, self.dialect)
        except ValueError:
            raise self._bad_value(raw, start) from None
        self.at = match.end()
        return Scalar(Span(start, self.at), raw, value)

    def _bad_value(self, raw: str, start: int) -> ScanError:
        end = start + len(self.text[start : self._line_end(start)].rstrip())
        end = start + len(raw) if raw.lower() in ("true", "false") else end
        return self.fail(start, end, *describe_value(raw, self.text[start:end]))

    def _array(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        while self.skip_gap() not in ("]", ""):
            if _NEXT_PAIR.match(self.text, self.at, self.end):
                raise self._unclosed(start, "bracket", "]")
            items.append(self.read_value(depth + 1))
            if self.skip_gap() != ",":
                break
            self.at += 1
        if self.skip_gap() != "]":
            raise self._unclosed(start, "bracket", "]")
        self.at += 1
        if self.dialect is Toml.PY_TOML and len({type(item.value) for item in items}) > 1:
            message = "a list holds values of different kinds"
            self.problems.append(Problem(Span(start, self.at), message, "put all of them in quotes"))
        return Sequence(Span(start, self.at), tuple(items), "flow")

    def _unclosed(self, start: int, what: str, closing: str) -> ScanError:
        is_over = self.at >= self.end or _NEXT_PAIR.match(self.text, self.at, self.end)
        if is_over or self.text[self.at] in "=[\r\n":
            return self.fail(
                start, self._line_end(start), f"a {what} is not closed", f"close it with {closing}", "unclosed"
            )
        return self.fail(self.at, self.at + 1, "there is no comma between two values", "put a comma before this")

    def _inline_table(self, start: int, depth: int) -> Mapping:
        table = Table(start, is_defined=True)
        skip = self.skip_gap if self.dialect in NEWER else self.peek
        while skip() not in ("}", ""):
            self.read_pair(table, depth + 1)
            if skip() != ",":
                break
            self.at += 1
            if skip() == "}" and skip == self.peek:
                raise self.fail(self.at - 1, self.at, "a comma stands before the closing brace", "delete the comma")
        if skip() != "}":
            raise self._unclosed(start, "brace", "}")
        self.at += 1
        frozen = table.freeze()
        return Mapping(Span(start, self.at), frozen.entries, "flow")

    def read_pair(self, table: Table, depth: int = 0) -> None:
        """Read `key = value` into a table. Raises ScanError, after the text of the line has been added."""
        parts = self.read_key()
        error: ScanError | None = None
        if self.peek() != "=":
            error = self._no_equals(parts)
            if self.text[self.at : self.at + 1] not in (":", "："):
                raise error
            node: Node = self._unread(self.at + 1)
        else:
            self.at += 1
            self.peek()
            start = self.at
            try:
                node = self.read_value(depth)
                if not depth:
                    self.values.append(node.span)
            except ScanError as caught:
                error = caught
                node = self._unread(start)
        self._add(table, parts, node)
        if error is not None:
            raise error

    def _add(self, table: Table, parts: list[tuple[str, Span]], node: Node) -> None:
        for name, span in parts[:-1]:
            inner = table.index.get(name)
            if isinstance(inner, TableList) or (inner is not None and not isinstance(inner, Table)):
                self._note_duplicate(name, span, node)
                return
            if inner is None:
                inner = Table(parts[-1][1].start)
                table.add(name, span, inner)
            table = inner
        name, span = parts[-1]
        if not table.add(name, span, node):
            self._note_duplicate(name, span, node)

    def _unread(self, start: int) -> Scalar:
        """Return the rest of the line as text, for a value that is none."""
        match = _BLANK.match(self.text, start, self.end)
        start = match.end() if match is not None else start
        raw = self.text[start : self._line_end(start)].rstrip()
        value = raw.strip("\"'") if raw else None
        return Scalar(Span(start, start + len(raw)), raw, value, "plain" if raw else "empty")

    def _note_duplicate(self, name: str, span: Span, node: Node) -> None:
        self.duplicates.append(Entry(name, span, node, Span(span.start, max(node.span.end, span.end))))
        message = f"key `{name[:60]}` is there twice"
        self.problems.append(Problem(span, message, "remove one of the two", "duplicate-key"))

    def _no_equals(self, parts: list[tuple[str, Span]]) -> ScanError:
        char = self.text[self.at : self.at + 1] if self.at < self.end else ""
        said = describe_missing_equals(parts[-1][0], char)
        if not char or char in "\r\n#":
            return self.fail(parts[0][1].start, parts[-1][1].end, *said)
        return self.fail(self.at, self.at + 1, *said)
