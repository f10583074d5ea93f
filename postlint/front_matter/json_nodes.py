"""JSON front matter to nodes with exact spans."""

from __future__ import annotations

import json
import re

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Problem, Scalar, Sequence
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_BLANK = late_pattern(r"[ \t\r\n]*")
_STRING = late_pattern(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = late_pattern(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![\w.+-])", re.ASCII)
_WORD = late_pattern(r"[\w$.+-]+")
_WORDS = {"true": True, "false": False, "null": None}
_SINGLE = late_pattern(r"'(?:[^'\\\r\n]|\\.)*'")
# where reading goes on after an error: the next member of this level, near enough
_RESUME = late_pattern(r"[,}\]]|\n(?=[ \t]*\")")
_MAX_DEPTH = 100
_MAX_PROBLEMS = 10
_MAX_DIGITS = 400


def parse_json(text: str, block: Span, *, wrap_braces: bool = False) -> Parsed:
    """Parse a JSON block as `JSON.parse` does; spans are offsets into the text. Never raises.

    With `wrap_braces` the block is what stands between the braces (Hexo's `;;;`).
    """
    reader = _Reader(text, block)
    root = reader.read_members() if wrap_braces else reader.read_document()
    return Parsed(root, tuple(reader.problems), tuple(reader.duplicates))


class _LimitError(Exception):
    pass


class _Reader:
    def __init__(self, text: str, block: Span) -> None:
        self._text, self._at, self._end = text, block.start, block.end
        self._depth = 0
        self.problems: list[Problem] = []
        self.duplicates: list[Entry] = []

    def read_document(self) -> Node | None:
        try:
            if self._peek() == "":
                self._refuse(self._at, "the JSON block is empty", "write {} or keys")
                return None
            node = self._value()
        except _LimitError:
            return None
        self._expect_end()
        return node

    def read_members(self) -> Mapping | None:
        try:
            entries = self._members("")
        except _LimitError:
            return None
        self._expect_end()
        return Mapping(Span(entries[0].span.start, entries[-1].span.end), entries, "flow") if entries else None

    def _expect_end(self) -> None:
        if self._peek() and not self.problems:
            self._refuse(self._at, "text stands after the end of the JSON", "delete it")

    def _peek(self) -> str:
        """Skip blanks; return the next character, nothing at the end or after too many problems."""
        if len(self.problems) >= _MAX_PROBLEMS:
            return ""
        match = _BLANK.match(self._text, self._at, self._end)
        self._at = match.end() if match is not None else self._at
        return self._text[self._at] if self._at < self._end else ""

    def _refuse(self, at: int, message: str, hint: str, end: int | None = None, kind: str = "syntax") -> None:
        if len(self.problems) < _MAX_PROBLEMS:
            stop = min(max(end or at + 1, at), self._end)
            self.problems.append(Problem(Span(min(at, stop), stop), message[:100], hint, kind))

    def _value(self) -> Node:
        char, start = self._peek(), self._at
        if char in ("{", "["):
            self._depth += 1
            if self._depth > _MAX_DEPTH:
                self._refuse(
                    start, f"front matter is nested more than {_MAX_DEPTH} deep", "make it flatter", kind="limit"
                )
                raise _LimitError
            self._at += 1
            node: Node
            if char == "{":
                entries = self._members("}")
                node = Mapping(Span(start, self._at), entries, "flow")
            else:
                items = self._items()
                node = Sequence(Span(start, self._at), items, "flow")
            self._depth -= 1
            return node
        return self._string() if char == '"' else self._word(start)

    def _members(self, closing: str) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        keys: set[str] = set()
        while self._peek() not in (closing, ""):
            entry = self._member()
            if entry is not None:
                if entry.key in keys:
                    self.duplicates.append(entry)
                keys.add(entry.key)
                entries.append(entry)
            if not self._separate(closing):
                break
        self._close(closing)
        return tuple(entries)

    def _items(self) -> tuple[Node, ...]:
        items: list[Node] = []
        while self._peek() not in ("]", ""):
            before = self._at
            items.append(self._value())
            if self._at == before or not self._separate("]"):
                break
        self._close("]")
        return tuple(items)

    def _close(self, closing: str) -> None:
        if self._peek() == closing and closing:
            self._at += 1
        elif closing and not self.problems:
            what = "brace" if closing == "}" else "bracket"
            self._refuse(self._at, f"a {what} is not closed", f"close it with {closing}", kind="unclosed")

    def _member(self) -> Entry | None:
        start = self._at
        key_node = self._string() if self._text[start] == '"' else self._bare_key(start)
        if self._peek() != ":":
            if not self.problems:
                self._refuse(
                    self._at, f"there is no colon after the key {key_node.raw[:40]}", "put a colon after the key"
                )
            self._resume()
            return None
        self._at += 1
        if self._peek() in (",", "}", ""):
            self._refuse(self._at, f"the key {key_node.raw[:40]} has no value", "write null, or delete the key")
            node: Node = Scalar(Span(self._at, self._at), "", None, "empty")
        else:
            node = self._value()
        return Entry(str(key_node.value), key_node.span, node, Span(start, max(node.span.end, self._at - 1)))

    def _bare_key(self, start: int) -> Scalar:
        match = _SINGLE.match(self._text, start, self._end) or _WORD.match(self._text, start, self._end)
        if match is None:
            self._refuse(start, f'"{self._text[start]}" stands where a key should', "put the key in double quotes")
            self._at = start + 1
            return Scalar(Span(start, self._at), self._text[start], self._text[start])
        self._at = match.end()
        self._refuse(
            start, f"the key {match[0][:40]} is not in double quotes", "put the key in double quotes", self._at
        )
        return Scalar(Span(start, self._at), match[0], match[0].strip("'"))

    def _separate(self, closing: str) -> bool:
        """Read what stands between two members; tell whether another one follows."""
        char = self._peek()
        if char == ",":
            comma = self._at
            self._at += 1
            if self._peek() == closing or not self._peek():
                self._refuse(comma, "a comma stands after the last value", "delete the comma", comma + 1)
            return True
        if char == closing or not char:
            return False
        if not self.problems:
            self._refuse(self._at, "there is no comma between two values", "put a comma before this")
        if char != '"':
            self._resume()
            if self._peek() == ",":
                self._at += 1
        return self._at < self._end and self._peek() != closing

    def _resume(self) -> None:
        match = _RESUME.search(self._text, self._at, self._end)
        self._at = self._end if match is None else match.start()

    def _string(self) -> Scalar:
        start = self._at
        match = _STRING.match(self._text, start, self._end)
        if match is not None:
            self._at = match.end()
            raw = match[0]
            value = json.loads(raw) if "\\" in raw else raw[1:-1]
            return Scalar(Span(start, self._at), raw, value, "double")
        return self._broken_string(start)

    def _broken_string(self, start: int) -> Scalar:
        line_end = self._text.find("\n", start, self._end)
        line_end = self._end if line_end < 0 else line_end
        close = self._text.find('"', start + 1, line_end)
        while close > 0 and self._text[close - 1] == "\\" and self._text[close - 2] != "\\":
            close = self._text.find('"', close + 1, line_end)
        if close < 0:
            self._refuse(start, "a string is not closed", 'close it with "', line_end, "unclosed")
            close = max(line_end - 1, start)
        else:
            message = "a string holds a backslash or a control character that JSON does not take"
            self._refuse(start, message, "double the backslash", close + 1)
        self._at = close + 1
        raw = self._text[start : self._at]
        return Scalar(Span(start, self._at), raw, raw.strip('"'), "double")

    def _word(self, start: int) -> Scalar:
        number = _NUMBER.match(self._text, start, self._end)
        if number is not None:
            self._at = number.end()
            is_float = number[1] is not None or number[2] is not None or len(number[0]) > _MAX_DIGITS
            value: float | int = float(number[0]) if is_float else int(number[0])
            return Scalar(Span(start, self._at), number[0], value)
        match = _WORD.match(self._text, start, self._end)
        if match is not None and match[0] in _WORDS:
            self._at = match.end()
            return Scalar(Span(start, self._at), match[0], _WORDS[match[0]])
        return self._odd_value(start)

    def _odd_value(self, start: int) -> Scalar:
        single = _SINGLE.match(self._text, start, self._end)
        if single is not None:
            self._at = single.end()
            self._refuse(start, "a string is in single quotes", "use double quotes", self._at)
            return Scalar(Span(start, self._at), single[0], single[0][1:-1], "single")
        if self._text.startswith(("//", "/*", "#"), start):
            self._refuse(start, "there are no comments in JSON", "delete the comment")
        resume = _RESUME.search(self._text, start, self._end)
        self._at = max(resume.start() if resume is not None else self._end, start)
        raw = self._text[start : self._at].rstrip()
        if not raw:
            self._refuse(start, f'"{self._text[start : start + 1]}" stands where a value should', "write a value")
        elif not self._text.startswith(("//", "/*", "#"), start):
            self._refuse(start, f'"{raw[:40]}" is no JSON value', "put text in double quotes", start + len(raw))
        return Scalar(Span(start, start + len(raw)), raw, raw or None)
