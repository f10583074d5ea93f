"""TOML tables while they are read: headers and dotted keys may come back to them."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry, Mapping, Node, Sequence
from postlint.values.span import Span


class Table:
    """A table that is still growing. `start` is the offset of its header, or of its first key."""

    def __init__(self, start: int, *, is_defined: bool = False) -> None:
        self.start, self.is_defined = start, is_defined
        self.end = start
        self.members: list[tuple[str, Span, Node | Table | TableList]] = []
        self.index: dict[str, Node | Table | TableList] = {}

    def add(self, key: str, key_span: Span, content: Node | Table | TableList) -> bool:
        """Add a member; return False where the key is there already (it is added all the same)."""
        is_new = key not in self.index
        self.members.append((key, key_span, content))
        self.index[key] = content
        return is_new

    def freeze(self) -> Mapping:
        """Return the mapping of this table."""
        entries = tuple(_entry(*member) for member in self.members)
        end = max((entry.span.end for entry in entries), default=self.end)
        return Mapping(Span(self.start, max(end, self.end)), entries)


class TableList:
    """An array of tables that is still growing."""

    def __init__(self) -> None:
        self.tables: list[Table] = []

    def freeze(self) -> Sequence:
        """Return the sequence of its tables."""
        items = tuple(table.freeze() for table in self.tables)
        return Sequence(Span(items[0].span.start, items[-1].span.end), items)


def _entry(key: str, key_span: Span, content: Node | Table | TableList) -> Entry:
    node = content.freeze() if isinstance(content, (Table, TableList)) else content
    span = Span(min(key_span.start, node.span.start), max(node.span.end, key_span.end))
    return Entry(key, key_span, node, span)
