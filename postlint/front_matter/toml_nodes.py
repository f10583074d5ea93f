"""TOML to nodes with spans: our scanner finds places, `tomllib` decides values and validity."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any

from postlint.front_matter.flavours import Toml
from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Problem, Scalar, Sequence
from postlint.values.instant import Civil
from postlint.values.span import Span

_PART = re.compile(r"""[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*""")
_TABLE = re.compile(r"[ \t]*(\[\[?)([^\]\n]*)(\]\]?)")
_BARE = re.compile(r"[^,\]}\n#]*")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_MAX_DEPTH = 60


class _Broken(Exception):
    """The scanner cannot go on; `offset` is relative to the block."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


def parse_toml(text: str, block: Span, dialect: Toml) -> Parsed:
    """Parse `text` under `block`; spans are offsets into `text`. A broken line spoils only its own key."""
    raw = text[block.start : block.end].replace("\r\n", " \n").replace("\r", "\n")
    problems = _problems(raw, block, dialect)
    scanner = _Scanner(raw, block.start)
    root = scanner.run()
    if not root.entries and not raw.strip():
        return Parsed(None, problems)
    return Parsed(Mapping(block, root.entries), problems, tuple(scanner.duplicates))


def _problems(raw: str, block: Span, dialect: Toml) -> tuple[Problem, ...]:
    text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in raw)
    try:
        tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        message = str(error)
        place = _PLACE.search(message)
        at = _offset(raw, int(place[1]), int(place[2])) if place else len(raw.rstrip())
        start = block.start + min(at, max(0, len(raw) - 1))
        words = _PLACE.sub("", message).strip().rstrip(":")
        kind = "duplicate-key" if "overwrite" in message or "twice" in message else "syntax"
        problem = Problem(
            Span(start, min(start + 1, max(block.end, start))),
            f"{words[:1].lower()}{words[1:]}"[:100],
            "quote texts, and write `key = value`",
            kind,
        )
        return (problem,)
    return ()


def _offset(raw: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        found = raw.find("\n", at)
        if found < 0:
            break
        at = found + 1
    return at + column - 1


class _Table:
    """A table under construction: entries in order, some of them tables themselves."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.items: list[tuple[str, Span, Node | _Table | list[_Table]]] = []

    def find(self, key: str) -> Node | _Table | list[_Table] | None:
        return next((value for name, _, value in reversed(self.items) if name == key), None)

    def freeze(self) -> Mapping:
        entries = []
        for key, span, value in self.items:
            node: Node
            if isinstance(value, _Table):
                node = value.freeze()
            elif isinstance(value, list):
                maps = tuple(item.freeze() for item in value)
                node = Sequence(Span(maps[0].span.start, maps[-1].span.end), maps)
            else:
                node = value
            entries.append(Entry(key, span, node, Span(span.start, max(span.end, node.span.end))))
        end = max((entry.span.end for entry in entries), default=self.start)
        return Mapping(Span(self.start, end), tuple(entries))


class _Scanner:
    def __init__(self, raw: str, offset: int) -> None:
        self.raw, self.offset = raw, offset
        self.duplicates: list[Entry] = []
        self._root = _Table(offset)

    def run(self) -> Mapping:
        """Return the root table; lines that make no sense are left out."""
        at, current, size = 0, self._root, len(self.raw)
        while at < size:
            end = self.raw.find("\n", at)
            end = size if end < 0 else end
            line = self.raw[at:end].lstrip()
            try:
                if line.startswith("["):
                    current = self._header(at)
                elif line and not line.startswith("#"):
                    end = self._pair(at, current)
            except _Broken:
                pass
            following = self.raw.find("\n", end)
            at = size if following < 0 else following + 1
        return self._root.freeze()

    def _keys(self, at: int) -> tuple[list[tuple[str, Span]], int]:
        keys = []
        while True:
            match = _PART.match(self.raw, at)
            if not match:
                raise _Broken(at)
            written = match[1]
            name = _string(written) if written[0] in "\"'" else written
            keys.append((name, Span(self.offset + match.start(1), self.offset + match.end(1))))
            at = match.end()
            if self.raw[at : at + 1] != ".":
                return keys, at
            at += 1

    def _header(self, at: int) -> _Table:
        match = _TABLE.match(self.raw, at)
        if not match:
            raise _Broken(at)
        keys, _ = self._keys(match.start(2))
        table = self._descend(self._root, keys[:-1])
        name, span = keys[-1]
        found = table.find(name)
        fresh = _Table(self.offset + match.end())
        if match[1] == "[[":
            if isinstance(found, list):
                found.append(fresh)
            else:
                table.items.append((name, span, [fresh]))
            return fresh
        if isinstance(found, _Table):
            return found
        table.items.append((name, span, fresh))
        return fresh

    def _descend(self, table: _Table, keys: list[tuple[str, Span]]) -> _Table:
        for name, span in keys:
            found = table.find(name)
            if isinstance(found, list):
                found = found[-1]
            if not isinstance(found, _Table):
                found = _Table(span.end)
                table.items.append((name, span, found))
            table = found
        return table

    def _pair(self, at: int, table: _Table) -> int:
        keys, at = self._keys(at)
        if self.raw[at : at + 1] != "=":
            raise _Broken(at)
        node, end = self._value(at + 1, 0)
        target = self._descend(table, keys[:-1])
        name, span = keys[-1]
        if target.find(name) is not None:
            self.duplicates.append(Entry(name, span, node, Span(span.start, node.span.end)))
        target.items.append((name, span, node))
        return end

    def _blank(self, at: int, *, lines: bool) -> int:
        while at < len(self.raw):
            char = self.raw[at]
            if char in " \t" or (lines and char == "\n"):
                at += 1
            elif lines and char == "#":
                end = self.raw.find("\n", at)
                at = len(self.raw) if end < 0 else end
            else:
                break
        return at

    def _value(self, at: int, depth: int) -> tuple[Node, int]:
        at = self._blank(at, lines=False)
        if depth > _MAX_DEPTH or at >= len(self.raw):
            raise _Broken(at)
        char = self.raw[at]
        if char in "\"'":
            return self._quoted(at)
        if char == "[":
            return self._array(at, depth)
        if char == "{":
            return self._inline(at, depth)
        match = _BARE.match(self.raw, at)
        written = (match.group() if match else "").rstrip()
        return self._scalar(at, written, "plain"), at + len(written)

    def _scalar(self, at: int, written: str, style: str) -> Scalar:
        span = Span(self.offset + at, self.offset + at + len(written))
        return Scalar(span, written, _decode(written), style)

    def _quoted(self, at: int) -> tuple[Node, int]:
        quote = self.raw[at]
        if self.raw.startswith(quote * 3, at):
            close = _closing(self.raw, quote * 3, at + 3)
            while self.raw.startswith(quote, close + 3):
                close += 1
            end = close + 3
            style = quote * 3
        else:
            close = _closing(self.raw, quote, at + 1)
            end, style = close + 1, quote
        return self._scalar(at, self.raw[at:end], style), end

    def _array(self, at: int, depth: int) -> tuple[Node, int]:
        begin, items = at, []
        at = self._blank(at + 1, lines=True)
        while self.raw[at : at + 1] != "]":
            node, at = self._value(at, depth + 1)
            items.append(node)
            at = self._blank(at, lines=True)
            if self.raw[at : at + 1] == ",":
                at = self._blank(at + 1, lines=True)
            elif self.raw[at : at + 1] != "]":
                raise _Broken(at)
        span = Span(self.offset + begin, self.offset + at + 1)
        return Sequence(span, tuple(items), "flow"), at + 1

    def _inline(self, at: int, depth: int) -> tuple[Node, int]:
        begin, table = at, _Table(self.offset + at)
        at = self._blank(at + 1, lines=True)
        while self.raw[at : at + 1] != "}":
            keys, at = self._keys(at)
            if self.raw[at : at + 1] != "=":
                raise _Broken(at)
            node, at = self._value(at + 1, depth + 1)
            self._descend(table, keys[:-1]).items.append((*keys[-1], node))
            at = self._blank(at, lines=True)
            if self.raw[at : at + 1] == ",":
                at = self._blank(at + 1, lines=True)
            elif self.raw[at : at + 1] != "}":
                raise _Broken(at)
        span = Span(self.offset + begin, self.offset + at + 1)
        return Mapping(span, table.freeze().entries, "flow"), at + 1


def _closing(raw: str, quote: str, at: int) -> int:
    """Return the offset of the closing quote. Raises _Broken."""
    while True:
        found = raw.find(quote, at)
        newline = raw.find("\n", at)
        if found < 0 or (len(quote) == 1 and 0 <= newline < found):
            raise _Broken(at)
        back = 0
        while quote[0] == '"' and found - back - 1 >= 0 and raw[found - back - 1] == "\\":
            back += 1
        if back % 2 == 0:
            return found
        at = found + 1


def _string(written: str) -> str:
    value = _decode(written)
    return value if isinstance(value, str) else written


def _decode(written: str) -> Any:
    """Return the value of one TOML value; its own text where it is not valid."""
    try:
        value = tomllib.loads(f"x = {written}")["x"]
    except (tomllib.TOMLDecodeError, ValueError):
        return written
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        offset = value.utcoffset()
        seconds = None if offset is None else int(offset.total_seconds())
        clock = (value.hour, value.minute, value.second, value.microsecond * 1000)
        return Civil(value.year, value.month, value.day, *clock, seconds)
    if isinstance(value, date):
        return Civil(value.year, value.month, value.day, date_only=True)
    return value.isoformat() if isinstance(value, time) else value
