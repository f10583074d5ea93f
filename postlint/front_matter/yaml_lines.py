"""Ordinary YAML blocks, read line by line: `key: value`, lists, comments.

Nearly every post has nothing else, and this takes half the time of a parser. What it does not know for
sure makes it give up; then the parse events decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Node, Scalar, Sequence, new_entry, new_plain_entry, new_scalar
from postlint.front_matter.yaml_scalars import SCHEMAS, TYPED_STARTS, Schema
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span, new_span

# one line: a key with a plain value, a quoted one, a list of plain words or nothing; an item; no content
_PLAIN = r"[^\s!\"#%&'*,:<>=?@\[\]`{|}~-][^\r\n]*|-[^\s-][^\r\n]*"
_QUOTED = r"\"[^\"\\\r\n]*\"|'[^'\r\n]*'"
_WORD_LIST = r"\[[^\[\]{}\"'#&*!|>%@`?:\r\n]*\]"
_LINE = late_pattern(
    rf"([A-Za-z_][\w-]*):(?: +(?:({_PLAIN})|({_QUOTED})|({_WORD_LIST})))? *(?:\r?\n|\Z)"
    rf"|( *)- +(?:({_PLAIN})|({_QUOTED})) *(?:\r?\n|\Z)"
    r"|(?: *#[^\r\n]*| *)(?:\r?\n|\Z)",
    re.ASCII,
)
_CONTINUATION = late_pattern(r" +([^\s!\"#%&'*,:<>=?@\[\]`{|}~](?:[^\r\n]*[^ \r\n])?) *(?:\r?\n|\Z)")
# a quoted value that goes on in the lines below, which are indented
_LONG_QUOTED = late_pattern(
    r"([A-Za-z_][\w-]*): +(?:('[^'\r\n]*(?:\r?\n(?: [^'\r\n]*)?)*\r?\n [^'\r\n]*')"
    r"|(\"[^\"\\\r\n]*(?:\r?\n(?: [^\"\\\r\n]*)?)*\r?\n [^\"\\\r\n]*\")) *(?:\r?\n|\Z)",
    re.ASCII,
)
_LINE_END = late_pattern(r"\r?\n")
# tabs, and what `yaml_prepare` has to look at
_GIVES_UP = late_pattern("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# libyaml and npm's `yaml` do not look further for the colon
_LONGEST_KEY = 1024
_TYPED_KEYS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_KEY = late_pattern(r"[A-Za-z_][\w-]*", re.ASCII)
# what the lines of a list begin with, and those between them
_ITEM_STARTS = frozenset("- #\r\n")
_NO_PLAIN_STARTS = frozenset(" !\"#%&'*,:<>=?@[]`{|}~-")


def read_lines(text: str, block: Span, flavour: Yaml) -> tuple[Entry, ...] | None:
    """Return the entries of an ordinary block, None if a parser has to look; keys may repeat."""
    at, end = block
    if _GIVES_UP.search(text, at, end):
        return None
    entries: list[Entry] = []
    schema = SCHEMAS[flavour]
    match_line = _LINE.match
    is_quick = text.find("\r", at, end) < 0
    while at < end:
        if is_quick:
            at = _add_plain_lines(text, at, end, schema, entries)
            if at >= end:
                break
        match = match_line(text, at, end)
        if match is None:
            entry, at = _long_quoted(text, at, end)
            if entry is None:
                return None
            entries.append(entry)
            continue
        found = match.lastindex
        if found is None:
            at = match.end()
            continue
        key = match[1]
        if found > 4 or (len(key) <= 5 and key.lower() in _TYPED_KEYS) or len(key) > _LONGEST_KEY:
            return None
        start = at
        node, at = _value(text, match, end, schema)
        if node is None:
            return None
        entries.append(new_entry(key, start, start + len(key), node))
    return tuple(entries)


@lru_cache(maxsize=4096)
def _is_text_key(key: str) -> bool:
    """Tell whether a key is a word that is text to every library."""
    return len(key) <= _LONGEST_KEY and key.lower() not in _TYPED_KEYS and _KEY.fullmatch(key) is not None


def _add_plain_lines(text: str, at: int, end: int, schema: Schema, entries: list[Entry]) -> int:
    """Add the entries of lines that are a key and a plain value, and return where another line starts.

    Most lines are, and without a pattern they take half the time.
    """
    find, typed_starts = text.find, TYPED_STARTS
    while at < end:
        line_end = find("\n", at, end)
        if line_end < 0:
            line_end = end
        colon = find(":", at, line_end)
        start = colon + 2
        if colon < 0 or start >= line_end or text[colon + 1] != " ":
            break
        value = raw = text[start:line_end]
        first = raw[0]
        if first in _NO_PLAIN_STARTS or "#" in raw or raw[-1] in " :" or (":" in raw and ": " in raw):
            break
        key = text[at:colon]
        if not _is_text_key(key) or text.startswith(" ", line_end + 1, end):
            # the value goes on, or patterns have to look at the key
            break
        if first in typed_starts:
            value = schema.read(raw)
            if value.__class__ is Civil and schema.flavour is Yaml.PYYAML:
                break
        entries.append(new_plain_entry(key, at, start, raw, value))
        at = line_end + 1
    return at


def _value(text: str, match: re.Match[str], end: int, schema: Schema) -> tuple[Node | None, int]:
    """Return the value of a key, and where it ends; no value to give up."""
    found, at = match.lastindex, match.end()
    if found == 2:
        scalar = _plain(match[2], match.start(2), schema)
        if scalar is not None and at < end and text[at] == " ":
            return _continued(text, scalar, at, end, schema)
        return scalar, at
    if found == 3:
        return _quoted(match[3], match.start(3)), at
    if found == 4:
        return _list(text, match, schema), at
    node, at = _read_items(text, at, end, schema)
    if node is None and at >= 0:
        empty = match.end(1) + 1
        node = new_scalar(empty, empty, "", None, "empty")
    return node, at


def _continued(text: str, first: Node, at: int, end: int, schema: Schema) -> tuple[Scalar | None, int]:
    """Read the indented lines on which a plain value goes on, and say where they end; None to give up."""
    start = first.span.start
    lines = [text[start : first.span.end]]
    last = at
    while at < end and text[at] == " ":
        match = _CONTINUATION.match(text, at, end)
        if match is None:
            return None, at
        line = match[1]
        if ": " in line or line[-1] == ":" or " #" in line:
            return None, at
        lines.append(line)
        last, at = match.end(1), match.end()
    value = " ".join(lines)
    return new_scalar(start, last, text[start:last], schema.read(value) if value[0] in TYPED_STARTS else value), at


def _long_quoted(text: str, at: int, end: int) -> tuple[Entry | None, int]:
    """Return a key with a quoted text of several lines, and where it ends.

    A line end is a blank, blank lines are line ends.
    """
    match = _LONG_QUOTED.match(text, at, end)
    if match is None or match[1].lower() in _TYPED_KEYS:
        return None, at
    single = match[2] is not None
    start, end = match.span(2 if single else 3)
    first, *lines = _LINE_END.split(text[start + 1 : end - 1])
    parts, blank = [first.rstrip(" ")], 0
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        words = line.lstrip(" ") if is_last else line.strip(" ")
        if words or is_last:
            parts += ("\n" * blank or " ", words)
            blank = 0
        else:
            blank += 1
    node = new_scalar(start, end, text[start:end], "".join(parts), "single" if single else "double")
    return new_entry(match[1], *match.span(1), node), match.end()


def _read_items(text: str, at: int, end: int, schema: Schema) -> tuple[Node | None, int]:
    """Read the list below a key; return None where there is none, and a negative offset to give up."""
    items: list[Node] = []
    first_dash = indent = 0
    while at < end and text[at] in _ITEM_STARTS:
        match = _LINE.match(text, at, end)
        found = match.lastindex if match is not None else 0
        if match is None or found == 0:
            return None, -1
        if found is not None:
            if found <= 4:
                break
            if not items:
                first_dash, indent = match.end(5), len(match[5])
            raw, start = match[found], match.start(found)
            node = _plain(raw, start, schema) if found == 6 else _quoted(raw, start)
            if node is None or len(match[5]) != indent:
                return None, -1
            items.append(node)
        at = match.end()
    if not items:
        return None, at
    return Sequence(new_span(first_dash, items[-1].span.end), tuple(items)), at


def _quoted(raw: str, start: int) -> Scalar:
    return new_scalar(start, start + len(raw), raw, raw[1:-1], "double" if raw[0] == '"' else "single")


def _plain(raw: str, start: int, schema: Schema) -> Scalar | None:
    """Return a plain value with the blanks behind it taken off; None to give up."""
    raw = raw.rstrip(" ")
    if ":" in raw and (": " in raw or raw[-1] == ":"):
        return None
    if "#" in raw and " #" in raw:
        return None
    if raw[0] not in TYPED_STARTS:
        return new_scalar(start, start + len(raw), raw, raw)
    value = schema.read(raw)
    if raw[0] == "=" or (value.__class__ is Civil and schema.flavour is Yaml.PYYAML):
        # PyYAML may refuse it
        return None
    return new_scalar(start, start + len(raw), raw, value)


def _list(text: str, match: re.Match[str], schema: Schema) -> Sequence | None:
    raw = match[4]
    start = match.start(4)
    span = Span(start, start + len(raw))
    inner = raw[1:-1]
    if not inner.strip(" "):
        return Sequence(span, (), "flow")
    items = []
    at = start + 1
    for part in inner.split(","):
        word = part.strip(" ")
        if not word or word[0] in "-<=~":
            return None
        head = at + len(part) - len(part.lstrip(" "))
        value = schema.read(word) if word[0] in TYPED_STARTS else word
        items.append(new_scalar(head, head + len(word), word, value))
        at += len(part) + 1
    return Sequence(span, tuple(items), "flow")
