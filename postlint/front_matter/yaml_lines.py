"""Ordinary YAML blocks, read line by line: `key: value`, lists, comments.

Nearly every post has nothing else, and this takes a fraction of the time of a parser. What it does not know for
sure makes it give up; then the parse events decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Node, Scalar, Sequence, new_entry, new_list, new_scalar, new_tuple
from postlint.front_matter.yaml_scalars import SCHEMAS, TYPED_STARTS, Schema
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# one line: a key with a plain value, a quoted one, a list of plain words or nothing; an item; words that go on with
# what is above; no content; anything else. A quoted value may go on in lines below that are indented. libyaml and npm's
# `yaml` look no further than 1024 signs for the colon.
_PLAIN = r"[^\s!\"#%&'*,:<>=?@\[\]`{|}~-][^\r\n]*|-[^\s-][^\r\n]*"
_QUOTED = r"\"[^\"\\\r\n]*\"|'[^'\r\n]*'"
_LONG_QUOTED = "|".join(
    rf"{quote}{rest}*(?:(?:\r?\n(?: {rest}*)?)*\r?\n {rest}*)?{quote}"
    for quote, rest in (("'", r"[^'\r\n]"), ('"', r"[^\"\\\r\n]"))
)
_WORD_LIST = r"\[[^\[\]{}\"'#&*!|>%@`?:\r\n]*\]"
_LINE = late_pattern(
    rf"([A-Za-z_][\w-]{{0,1023}}):(?: +(?:({_PLAIN})|({_LONG_QUOTED})|({_WORD_LIST})))? *(?:\r?\n|\Z)"
    rf"|( *)- +(?:({_PLAIN})|({_QUOTED})) *(?:\r?\n|\Z)"
    r"| +([^\s#][^\r\n]*)(?:\r?\n|\Z)"
    r"|( *#[^\r\n]*(?:\r?\n|\Z)| *\r?\n| +\Z)"
    r"|([^\n]+)",
    re.ASCII,
)
_KEY, _PLAIN_VALUE, _QUOTED_VALUE, _LIST_VALUE, _, _PLAIN_ITEM, _QUOTED_ITEM, _MORE, _NOTHING, _OTHER = range(1, 11)
_LINE_END = late_pattern(r"\r?\n")
# tabs, and what `yaml_prepare` has to look at
_GIVES_UP = late_pattern("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# in any case, as one look-up a key has it
_TYPED_KEYS = frozenset(
    "".join(letters)
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
    for letters in product(*zip(word, word.upper(), strict=True))
)
_Lines = Iterator[re.Match[str]]


class _GiveUpError(Exception):
    """A parser has to look."""


def read_lines(text: str, block: Span, flavour: Yaml) -> tuple[Entry, ...] | None:
    """Return the entries of an ordinary block, None if a parser has to look; keys may repeat."""
    at, end = block
    if _GIVES_UP.search(text, at, end):
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
    lines = _LINE.finditer(text, at, end)
    line = next(lines, None)
    while line is not None:
        kind = line.lastindex
        if kind != _PLAIN_VALUE:
            line = _add_other(line, lines, schema, entries)
            continue
        key, raw = line.group(1, 2)
        at, start = line.start(), line.start(2)
        if raw[-1] == " ":
            raw = raw.rstrip(" ")
        if key in _TYPED_KEYS or ((":" in raw or "#" in raw) and _is_more(raw)):
            raise _GiveUpError
        value = schema.read(raw) if raw[0] in TYPED_STARTS else raw
        end = start + len(raw)
        node = new_tuple(Scalar, (start, end, raw, value, "plain"))
        line = next(lines, None)
        if line is not None and (line.lastindex or 0) > _LIST_VALUE and text[line.start()] == " ":
            node, line = _continued(text, node, line, lines, schema)
            end = node[1]
        entries.append(new_tuple(Entry, (key, node, at, at + len(key), at, end)))
    return entries


def _add_other(line: re.Match[str], lines: _Lines, schema: Schema, entries: list[Entry]) -> re.Match[str] | None:
    """Add the entry that starts on a line, if one does, and return the line behind it."""
    kind = line.lastindex
    if kind == _NOTHING:
        return next(lines, None)
    key, start = line[1], line.start()
    if key is None or key in _TYPED_KEYS:
        raise _GiveUpError
    if kind == _KEY:
        node, after = _items(line, lines, schema)
    else:
        node = _quoted(line[3], line.start(3)) if kind == _QUOTED_VALUE else _list(line, schema)
        after = next(lines, None)
    entries.append(new_entry(key, start, start + len(key), node))
    return after


def _continued(
    text: str, first: Scalar, line: re.Match[str] | None, lines: _Lines, schema: Schema
) -> tuple[Scalar, re.Match[str] | None]:
    """Return a plain value that goes on in the indented lines from `line` on, and the line behind them."""
    start, last = first[:2]
    words = [first.raw]
    while line is not None and text[line.start()] == " ":
        more = line[0].strip(" \r\n")
        if line[_NOTHING] or line[_OTHER] or _is_more(more):
            raise _GiveUpError
        words.append(more)
        last = line.end()
        line = next(lines, None)
    last = start + len(text[start:last].rstrip(" \r\n"))
    value = " ".join(words)
    typed = schema.read(value) if value[0] in TYPED_STARTS else value
    return new_scalar(start, last, text[start:last], typed), line


def _items(line: re.Match[str], lines: _Lines, schema: Schema) -> tuple[Node, re.Match[str] | None]:
    """Return the list below a key, or an empty value where there is none, and the line behind it."""
    empty = line.end(1) + 1
    first: re.Match[str] | None = None
    items: list[Node] = []
    after = next(lines, None)
    while after is not None and (found := after.lastindex or _OTHER) > _LIST_VALUE:
        if found != _NOTHING:
            if found > _QUOTED_ITEM or (first is not None and first[5] != after[5]):
                raise _GiveUpError
            first = first or after
            raw, start = after[found], after.start(found)
            items.append(_plain(raw, start, schema) if found == _PLAIN_ITEM else _quoted(raw, start))
        after = next(lines, None)
    if first is None:
        return new_scalar(empty, empty, "", None, "empty"), after
    return new_list(first.end(5), items[-1].span.end, items), after


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
    raw = raw.rstrip(" ")
    if _is_more(raw):
        raise _GiveUpError
    value = schema.read(raw) if raw[0] in TYPED_STARTS else raw
    return new_scalar(start, start + len(raw), raw, value)


def _is_more(words: str) -> bool:
    """Tell whether plain words are a map, or a comment stands behind them."""
    return ": " in words or words[-1] == ":" or " #" in words


def _list(line: re.Match[str], schema: Schema) -> Sequence:
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
