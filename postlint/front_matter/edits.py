"""Edits of front matter, key by key; nothing else may write it."""

from __future__ import annotations

from typing import Any

from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.nodes import Entry, Mapping, Node, Sequence
from postlint.front_matter.split import Split
from postlint.front_matter.writers import JsonWriter, MetaWriter, TomlWriter, Writer, YamlWriter
from postlint.values.edit import Edit
from postlint.values.span import Span

Key = str | Entry


class FrontMatterEdit:
    """Makes edits that touch one key of a block and nothing else.

    A key is a top-level key, a dotted one (`cover.image`), or an Entry; of equal keys the last one counts.
    Values are str (quoted where the flavour needs it), bool, int, float, None, Civil, or a list of these;
    with `raw` a str is written as it is. Line ends are `\\n` (see Edit).
    """

    def __init__(self, text: str, split: Split, root: Mapping, flavour: Yaml | Toml) -> None:
        self._text, self._split, self._root = text, split, root
        self._is_flow = root.style == "flow" or split.format in ("json", "hexo-json")
        self._writer = _find_writer(text, split, root, flavour)

    def set(self, key: Key, value: Any, *, raw: bool = False) -> tuple[Edit, ...]:
        """Give a key another value; a key that is not there is added at the end."""
        entry = self._find(key)
        if entry is None or self._is_merged(entry):
            return self.insert(entry.key if entry is not None else str(key), value, raw=raw)
        content = str(value) if raw else self._writer_of(entry).value(value, entry.node)
        if not raw and isinstance(value, (list, tuple)) and value and self._is_dashed(entry.node):
            content = self._dashed(value, entry.node)
            return (Edit(entry.node.span, content),)
        span = self._value_span(entry)
        if self._text[span.start - 1 : span.start] in (":", "=") and (not len(span) or span != entry.node.span):
            content = f" {content}"
        return (Edit(span, content),)

    def remove(self, key: Key) -> tuple[Edit, ...]:
        """Delete a key with its value and the line end; comments on lines of their own stay."""
        entry = self._find(key)
        if entry is None or self._is_merged(entry):
            return ()
        siblings = self._siblings(entry)
        if self._is_flow or not self._starts_line(entry):
            return (Edit(_member_span(entry, siblings), ""),)
        start = self._line_start(entry.span.start)
        end = self._line_end(entry.span.end)
        if end < len(self._text):
            end = self._next_line(end)
        elif start > self._split.block.start:
            # the last line of the file: its line end is the one before
            start = self._before_line_end(start)
        return (Edit(Span(start, end), ""),)

    def rename(self, key: Key, new: str) -> tuple[Edit, ...]:
        """Give a key another name."""
        entry = self._find(key)
        if entry is None or self._is_merged(entry):
            return ()
        return (Edit(entry.key_span, self._writer.key(new)),)

    def insert(self, key: str, value: Any, after: Key | None = None, *, raw: bool = False) -> tuple[Edit, ...]:
        """Add a top-level key, after another one or at the end (in TOML: before the first table)."""
        content = str(value) if raw else self._writer.value(value)
        pair = f"{self._writer.key(key)}{self._writer.between}{content}".rstrip()
        before = self._find(after) if after is not None else None
        entries = self._lines()
        if before is None or before not in entries:
            before = entries[-1] if entries else None
        if self._is_flow:
            return (self._insert_member(pair, before),)
        if before is None:
            return (self._insert_first(pair),)
        at = self._line_end(before.span.end)
        indent = self._text[self._line_start(before.key_span.start) : before.key_span.start]
        lead = indent if not indent.strip() else ""
        return (Edit(Span(at, at), f"\n{lead}{self._mark()}{pair}"),)

    def _find(self, key: Key) -> Entry | None:
        if isinstance(key, Entry):
            return key
        return self._root.find(key) or self._root.find(*key.split("."))

    def _mark(self) -> str:
        return "#+" if self._split.format == "org" else ""

    def _lines(self) -> tuple[Entry, ...]:
        """Return the entries that a new one can follow: not those of TOML tables, nor merged ones."""
        entries = [entry for entry in self._root.entries if not self._is_merged(entry)]
        if self._split.format == "toml":
            tables = [at for entry in entries if (at := self._header(entry)) is not None]
            first = min(tables, default=self._split.block.end + 1)
            entries = [entry for entry in entries if entry.span.end <= first and self._header(entry) is None]
        return tuple(sorted(entries, key=lambda entry: entry.span.end))

    def _header(self, entry: Entry) -> int | None:
        """Return where the header of a TOML table stands; None if the entry is none."""
        start = entry.node.span.start
        is_block = isinstance(entry.node, (Mapping, Sequence)) and entry.node.style == "block"
        return start if is_block and self._text[start : start + 1] == "[" else None

    def _siblings(self, entry: Entry) -> tuple[Entry, ...]:
        parent = _find_parent(self._root, entry)
        return parent.entries if parent is not None else (entry,)

    def _writer_of(self, entry: Entry) -> Writer:
        """Return the writer of a value: within braces more has to be quoted."""
        parent = _find_parent(self._root, entry)
        in_flow = parent is not None and parent.style == "flow"
        return self._writer.in_flow() if in_flow and isinstance(self._writer, YamlWriter) else self._writer

    def _is_merged(self, entry: Entry) -> bool:
        return entry.key != "<<" and entry.key_span.of(self._text) == "<<"

    def _starts_line(self, entry: Entry) -> bool:
        lead = self._text[self._line_start(entry.span.start) : entry.span.start]
        return not lead.strip() or lead == self._mark()

    def _line_start(self, at: int) -> int:
        found = max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1
        return max(found, self._split.block.start) if at >= self._split.block.start else found

    def _line_end(self, at: int) -> int:
        """Return where the line of an offset ends, without its line end."""
        limit = max(self._split.block.end, at)
        while at < limit and self._text[at] not in "\r\n":
            at += 1
        return at

    def _next_line(self, at: int) -> int:
        return at + 2 if self._text.startswith("\r\n", at) else at + 1

    def _before_line_end(self, at: int) -> int:
        return at - 2 if self._text.startswith("\r\n", at - 2) else at - 1

    def _value_span(self, entry: Entry) -> Span:
        """Return what a new value replaces: a list or map below its key goes from the colon on."""
        node = entry.node
        if isinstance(node, (Sequence, Mapping)) and node.style == "block":
            between = self._text[entry.key_span.end : node.span.start]
            if "\n" in between or "\r" in between:
                colon = entry.key_span.end + between.index(":") + 1 if ":" in between else node.span.start
                return Span(colon, node.span.end)
        return node.span

    def _is_dashed(self, node: Node) -> bool:
        return isinstance(node, Sequence) and node.style == "block" and self._text[node.span.start] == "-"

    def _dashed(self, values: Any, node: Node) -> str:
        """Return a list with a dash a line, at the column where the old one stands."""
        start = node.span.start
        indent = self._text[self._line_start(start) : start]
        indent = indent if not indent.strip() else " " * len(indent)
        first = node.items[0] if isinstance(node, Sequence) and node.items else None
        return f"\n{indent}".join(f"- {self._writer.value(value, first)}" for value in values)

    def _insert_first(self, pair: str) -> Edit:
        """Add a key to a block that has none, below comments that may be there."""
        start, end = self._split.block
        pair = f"{self._mark()}{pair}"
        if self._split.format == "toml" and self._root.entries:
            return Edit(Span(start, start), f"{pair}\n")
        if self._text[start:end].strip():
            return Edit(Span(end, end), f"\n{pair}")
        has_line_end = self._text[end : end + 1] in ("\r", "\n") and end < len(self._text)
        return Edit(Span(start, start), pair if has_line_end else f"{pair}\n")

    def _insert_member(self, pair: str, before: Entry | None) -> Edit:
        root, entries = self._root, self._root.entries
        if before is None:
            has_braces = self._text[root.span.start : root.span.start + 1] == "{"
            at = root.span.start + 1 if has_braces else self._split.block.start
            ends_line = has_braces or self._text[at : at + 1] in ("\r", "\n")
            return Edit(Span(at, at), pair if ends_line else f"{pair}\n")
        place = entries.index(before)
        first = entries[0].key_span.start
        if len(entries) > 1:
            gap = self._text[entries[0].span.end : entries[1].key_span.start].partition(",")[2]
        elif self._text[root.span.start] == "{":
            gap = self._text[root.span.start + 1 : first] or " "
        else:
            gap = "\n"
        gap = gap.replace("\r\n", "\n").replace("\r", "\n")
        at = entries[place].span.end
        return Edit(Span(at, at), f",{gap if not gap.strip() else ' '}{pair}")


def _find_parent(root: Mapping, entry: Entry) -> Mapping | None:
    if entry in root.entries:
        return root
    for other in root.entries:
        if isinstance(other.node, Mapping) and other.node.span.holds(entry.span):
            return _find_parent(other.node, entry)
    return None


def _member_span(entry: Entry, siblings: tuple[Entry, ...]) -> Span:
    """Return a member of a flow map with one comma."""
    place = siblings.index(entry)
    if place + 1 < len(siblings):
        return Span(entry.key_span.start, siblings[place + 1].key_span.start)
    if place:
        return Span(siblings[place - 1].span.end, entry.span.end)
    return entry.span


def _find_writer(text: str, split: Split, root: Mapping, flavour: Yaml | Toml) -> Writer:
    if split.format == "toml":
        return TomlWriter()
    if split.format in ("json", "hexo-json"):
        return JsonWriter()
    if split.format in ("meta", "org"):
        return MetaWriter(root.entries[0].key_span.of(text) if root.entries else "")
    yaml = flavour if isinstance(flavour, Yaml) else Yaml.JS_YAML_4
    return YamlWriter(yaml, in_flow=root.style == "flow")
