"""JSON to nodes with spans; `json` decides values."""

from __future__ import annotations

import json
import re
from typing import Any

from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Problem, Scalar, Sequence
from postlint.values.span import Span

_BLANK = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_ATOM = re.compile(r"[^\s,\]}:]+")
_MAX_DEPTH = 100


class _Broken(Exception):
    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at, self.message = at, message


def parse_json(text: str, block: Span, *, wrap_braces: bool = False) -> Parsed:
    """Parse `text` under `block`; `wrap_braces` for Hexo's `;;;` blocks, which have no outer braces."""
    scanner = _Scanner(text[: block.end])
    root: Node | None
    try:
        if wrap_braces:
            root, at = scanner.members(block.start, block.end, 0)
        else:
            root, at = scanner.value(scanner.blank(block.start), 0)
        at = scanner.blank(at)
        if at < block.end:
            raise _Broken(at, "text follows the closing brace")
    except _Broken as broken:
        where = Span(min(broken.at, block.end), min(broken.at + 1, block.end))
        problem = Problem(where, broken.message, "check quotes, commas and braces")
        root = Mapping(block, tuple(scanner.top)) if scanner.top else None
        return Parsed(root, (problem,), tuple(scanner.duplicates))
    return Parsed(root, (), tuple(scanner.duplicates))


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.top: list[Entry] = []
        self.duplicates: list[Entry] = []

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if depth > _MAX_DEPTH:
            raise _Broken(at, f"nested deeper than {_MAX_DEPTH} levels")
        char = self.text[at : at + 1]
        if char == "{":
            node, end = self.members(at + 1, None, depth)
            return Mapping(Span(at, end), node.entries, "flow"), end
        if char == "[":
            return self._array(at, depth)
        match = (_STRING if char == '"' else _ATOM).match(self.text, at)
        if not match:
            raise _Broken(at, "a quote is not closed" if char == '"' else "a value is missing")
        written = match.group()
        try:
            value: Any = json.loads(written)
        except ValueError:
            raise _Broken(at, f'"{written[:60]}" is no JSON value') from None
        style = "double" if char == '"' else "plain"
        return Scalar(Span(*match.span()), written, value, style), match.end()

    def _array(self, at: int, depth: int) -> tuple[Node, int]:
        begin, items = at, []
        at = self.blank(at + 1)
        while self.text[at : at + 1] != "]":
            node, at = self.value(at, depth + 1)
            items.append(node)
            at = self._comma(at, "]")
        return Sequence(Span(begin, at + 1), tuple(items), "flow"), at + 1

    def members(self, at: int, stop: int | None, depth: int) -> tuple[Mapping, int]:
        """Return `"key": value` pairs up to a brace, or up to `stop` where there are no braces."""
        begin = at
        entries: list[Entry] = []
        at = self.blank(at)
        while (at < stop) if stop is not None else self.text[at : at + 1] != "}":
            match = _STRING.match(self.text, at)
            if not match:
                raise _Broken(at, "a quoted key is missing")
            key_span = Span(*match.span())
            colon = self.blank(match.end())
            if self.text[colon : colon + 1] != ":":
                raise _Broken(colon, "a colon is missing")
            node, at = self.value(self.blank(colon + 1), depth + 1)
            try:
                name = str(json.loads(match.group()))
            except ValueError:
                raise _Broken(key_span.start, "the key is no JSON string") from None
            entry = Entry(name, key_span, node, Span(key_span.start, node.span.end))
            if any(other.key == name for other in entries):
                self.duplicates.append(entry)
            entries.append(entry)
            if depth == 0:
                self.top.append(entry)
            at = self.blank(at) if stop is not None and self.blank(at) >= stop else self._comma(at, "}")
        return Mapping(Span(begin, at), tuple(entries), "flow"), at + (0 if stop is not None else 1)

    def _comma(self, at: int, close: str) -> int:
        at = self.blank(at)
        char = self.text[at : at + 1]
        if char == ",":
            after = self.blank(at + 1)
            if self.text[after : after + 1] in (close, ""):
                raise _Broken(at, "a comma stands before the end")
            return after
        if char != close:
            raise _Broken(at, "a comma is missing")
        return at
