"""Ordinary YAML blocks, read line by line: `key: value`, lists, comments.

Nearly every post has nothing else, and this takes a fraction of the time of a parser. What it does not know for
sure makes it give up; then the parse events decide.
"""

from __future__ import annotations

import re
from itertools import product

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Node, Scalar, Sequence, new_entry, new_list, new_scalar, new_tuple
from postlint.front_matter.yaml_scalars import SCHEMAS, TYPED_STARTS, Schema
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# a key with a plain value, a quoted one, a list of plain words or nothing; an item; a line without content; any other.
# A value may go on in lines below that are indented. libyaml and npm's `yaml` look no further than 1024 signs for the
# colon.
_PLAIN = r"[^\s!\"#%&'*,:<>=?@\[\]`{|}~-].*|-[^\s-].*"
_QUOTED = r"\"[^\"\\\r\n]*\"|'[^'\r\n]*'"
_LONG_PLAIN = rf"(?:{_PLAIN})(?:\n +[^\s#].*)*"
_LONG_QUOTED = "|".join(
    rf"{quote}{rest}*(?:(?:\r?\n(?: {rest}*)?)*\r?\n {rest}*)?{quote}"
    for quote, rest in (("'", r"[^'\r\n]"), ('"', r"[^\"\\\r\n]"))
)
_WORD_LIST = r"\[[^\[\]{}\"'#&*!|>%@`?:\r\n]*\]"
_LINE = late_pattern(
    rf"([A-Za-z_][A-Za-z0-9_-]{{0,1023}}):(?: +(?:({_LONG_PLAIN})|({_LONG_QUOTED})|({_WORD_LIST})))? *(?:\r?\n|\Z)"
    rf"|( *)- +(?:({_PLAIN})|({_QUOTED})) *(?:\r?\n|\Z)"
    r"|( *#.*(?:\n|\Z)| *\r?\n| +\Z)"
    r"|(.+)",
    re.ASCII,
)
_KEY, _PLAIN_VALUE, _QUOTED_VALUE, _LIST_VALUE, _, _PLAIN_ITEM, _QUOTED_ITEM, _NOTHING, _OTHER = range(1, 10)
_LINE_END = late_pattern(r"\r?\n")
# tabs, and what `yaml_prepare` has to look at
_GIVES_UP = late_pattern("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# the end of a line to YAML, but not to the pattern
_LONE_RETURN = late_pattern(r"\r(?!\n)")
# in any case, as one look-up a key has it
_TYPED_KEYS = frozenset(
    "".join(letters)
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
    for letters in product(*zip(word, word.upper(), strict=True))
)


class _GiveUpError(Exception):
    """A parser has to look."""


def read_lines(text: str, block: Span, flavour: Yaml) -> tuple[Entry, ...] | None:
    """Return the entries of an ordinary block, None if a parser has to look; keys may repeat."""
    at, end = block
    if _GIVES_UP.search(text, at, end) or (text.find("\r", at, end) >= 0 and _LONE_RETURN.search(text, at, end)):
        return None
    try:
        entries = _read(text, at, end, SCHEMAS[flavour])
    except _GiveUpError:
        return None
    # PyYAML may refuse a date
    return None if flavour is Yaml.PYYAML and any(map(_holds_date, entries)) else tuple(entries)


def _holds_date(entry: Entry) -> bool:
    node = entry.node
    values = node.value if isinstance(node, Sequence) else (node.value,)
    return any(value.__class__ is Civil for value in values)


def _read(text: str, at: int, end: int, schema: Schema) -> list[Entry]:
    """Return the entries. Written out for a key with a plain value, which most lines are."""
    entries: list[Entry] = []
    opened: _List | None = None
    for line in _LINE.finditer(text, at, end):
        kind = line.lastindex
        if kind == _PLAIN_VALUE:
            key, raw = line.group(1, 2)
            at, start = line.start(), line.start(2)
            if raw[-1] in " \r":
                raw = raw.rstrip(" \r")
            value = raw if "\n" not in raw else " ".join([words.strip(" ") for words in raw.splitlines()])
            if key in _TYPED_KEYS or ((":" in value or "#" in value) and _is_more(value)):
                raise _GiveUpError
            if raw[0] in TYPED_STARTS:
                value = schema.read(value)
            if opened is not None:
                entries.append(opened.entry())
                opened = None
            end = start + len(raw)
            node = new_tuple(Scalar, (start, end, raw, value, "plain"))
            entries.append(new_tuple(Entry, (key, node, at, at + len(key), at, end)))
        elif kind != _NOTHING:
            opened = _add_other(line, opened, schema, entries)
    if opened is not None:
        entries.append(opened.entry())
    return entries


def _add_other(line: re.Match[str], opened: _List | None, schema: Schema, entries: list[Entry]) -> _List | None:
    """Add an item to the list that is open, or begin another entry; return the list that is open then."""
    kind, key = line.lastindex, line[_KEY]
    if kind in (_PLAIN_ITEM, _QUOTED_ITEM) and opened is not None:
        opened.add(line)
        return opened
    if key is None or key in _TYPED_KEYS:
        raise _GiveUpError
    if opened is not None:
        entries.append(opened.entry())
    if kind == _KEY:
        return _List(line, schema)
    node: Node = (
        _quoted(line[_QUOTED_VALUE], line.start(_QUOTED_VALUE)) if kind == _QUOTED_VALUE else _words(line, schema)
    )
    entries.append(new_entry(key, *line.span(_KEY), node))
    return None


class _List:
    """A key and the items below it; without any, its value is empty."""

    __slots__ = ("_first", "_items", "_key", "_schema")

    def __init__(self, key: re.Match[str], schema: Schema) -> None:
        self._key, self._schema = key, schema
        self._first: re.Match[str] | None = None
        self._items: list[Scalar] = []

    def add(self, line: re.Match[str]) -> None:
        """Take an item, which is indented as the first one is."""
        if self._first is None:
            self._first = line
        elif self._first[5] != line[5]:
            raise _GiveUpError
        raw = line[_PLAIN_ITEM]
        if raw is not None:
            self._items.append(_plain(raw, line.start(_PLAIN_ITEM), self._schema))
        else:
            self._items.append(_quoted(line[_QUOTED_ITEM], line.start(_QUOTED_ITEM)))

    def entry(self) -> Entry:
        """Return the key with all of it."""
        start, stop = self._key.span(_KEY)
        if self._first is None:
            return new_entry(self._key[1], start, stop, new_scalar(stop + 1, stop + 1, "", None, "empty"))
        return new_entry(self._key[1], start, stop, new_list(self._first.end(5), self._items[-1].end, self._items))


def _quoted(raw: str, start: int) -> Scalar:
    value = raw[1:-1] if "\n" not in raw else _joined(raw[1:-1])
    return new_scalar(start, start + len(raw), raw, value, "double" if raw[0] == '"' else "single")


def _joined(text: str) -> str:
    """Return a quoted text of several lines as one: a line end is a blank, blank lines are line ends."""
    first, *lines, last = _LINE_END.split(text)
    parts, blank = [first.rstrip(" ")], 0
    for line in lines:
        words = line.strip(" ")
        if words:
            parts += ("\n" * blank or " ", words)
            blank = 0
        else:
            blank += 1
    return "".join((*parts, "\n" * blank or " ", last.lstrip(" ")))


def _plain(raw: str, start: int, schema: Schema) -> Scalar:
    """Return a plain value with the blanks behind it taken off."""
    raw = raw.rstrip(" \r")
    if _is_more(raw):
        raise _GiveUpError
    value = schema.read(raw) if raw[0] in TYPED_STARTS else raw
    return new_scalar(start, start + len(raw), raw, value)


def _is_more(words: str) -> bool:
    """Tell whether plain words are a map, or a comment stands behind them."""
    return ": " in words or words[-1] == ":" or " #" in words


def _words(line: re.Match[str], schema: Schema) -> Sequence:
    raw, start = line[4], line.start(4)
    span = Span(start, start + len(raw))
    inner = raw[1:-1]
    if not inner.strip(" "):
        return Sequence(span, (), "flow")
    items = []
    at = start + 1
    for part in inner.split(","):
        word = part.strip(" ")
        if not word or word[0] in "-<=~":
            raise _GiveUpError
        head = at + len(part) - len(part.lstrip(" "))
        value = schema.read(word) if word[0] in TYPED_STARTS else word
        items.append(new_scalar(head, head + len(word), word, value))
        at += len(part) + 1
    return Sequence(span, tuple(items), "flow")
