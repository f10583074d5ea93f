"""What a front matter block holds, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, Self

from postlint.values.instant import Civil
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

new_tuple = tuple.__new__
"""Makes an entry or a scalar without looking at its fields, for loops over every line of every post."""


class _ScalarFields(NamedTuple):
    start: int
    end: int
    raw: str
    value: Any
    style: str


class Scalar(_ScalarFields):
    """A single value.

    `value` is a str, int, float, bool, None or Civil as this flavour types it; `raw` is the text under
    `span`, quotes included; `style` is `plain`, `single`, `double`, `literal`, `folded`, `empty`, or the
    quoting of TOML (`'`, `"`, `'''`, `\"\"\"`). An empty value has an empty span.
    """

    __slots__ = ()

    def __new__(cls, span: Span, raw: str, value: Any, style: str = "plain") -> Self:
        """Make a scalar."""
        return new_tuple(cls, (*span, raw, value, style))

    @property
    def span(self) -> Span:
        """Return where it is written; made when it is asked for, since few are."""
        return new_tuple(Span, self[:2])

    @property
    def type(self) -> str:
        """Return `str`, `int`, `float`, `bool`, `null`, `date` or `datetime`."""
        kind = self.value.__class__
        if kind is Civil:
            return "date" if self.value.date_only else "datetime"
        return "null" if self.value is None else str(kind.__name__)


class Sequence(NamedTuple):
    """A list. `style` is `block` or `flow`."""

    span: Span
    items: tuple[Node, ...]
    style: str = "block"

    @property
    def type(self) -> str:
        """Return `list`."""
        return "list"

    @property
    def value(self) -> list[Any]:
        """Return the plain data."""
        return [item.value for item in self.items]


class _EntryFields(NamedTuple):
    key: str
    node: Node
    key_start: int
    key_end: int
    start: int
    end: int


class Entry(_EntryFields):
    """A key with its value. `span` runs from the key to the end of the value."""

    __slots__ = ()

    def __new__(cls, key: str, key_span: Span, node: Node, span: Span) -> Self:
        """Make an entry."""
        return new_tuple(cls, (key, node, *key_span, *span))

    @property
    def key_span(self) -> Span:
        """Return where the key is written; made when it is asked for, since few are."""
        return new_tuple(Span, self[2:4])

    @property
    def span(self) -> Span:
        """Return the stretch of key and value."""
        return new_tuple(Span, self[4:])

    @property
    def value(self) -> Any:
        """Return the plain data of the value."""
        return self.node.value

    @property
    def type(self) -> str:
        """Return the type name of the value."""
        return self.node.type


key_of = itemgetter(0)
"""Returns the key of an entry, for `map`, which is quicker than a loop."""


class Mapping(NamedTuple):
    """Keys and values in order of appearance, duplicates kept."""

    span: Span
    entries: tuple[Entry, ...]
    style: str = "block"

    @property
    def type(self) -> str:
        """Return `map`."""
        return "map"

    @property
    def value(self) -> dict[str, Any]:
        """Return the plain data; of equal keys the last one wins."""
        return {entry.key: entry.node.value for entry in self.entries}

    def find(self, *path: str) -> Entry | None:
        """Return the last entry under a path of keys, or None."""
        here: Node = self
        found: Entry | None = None
        for key in path:
            entries = here.entries if isinstance(here, Mapping) else ()
            found = next((entry for entry in reversed(entries) if entry.key == key), None)
            if found is None:
                return None
            here = found.node
        return found

    def walk(self) -> Iterator[tuple[tuple[str, ...], Scalar]]:
        """Yield every scalar below with its path of keys; items of lists have the path of the list."""
        for entry in self.entries:
            yield from _walk((entry.key,), entry.node)


Node = Scalar | Sequence | Mapping


def new_scalar(start: int, end: int, raw: str, value: Any, style: str = "plain") -> Scalar:
    """Return `Scalar(Span(start, end), raw, value, style)` in half the time, for loops over every post."""
    return new_tuple(Scalar, (start, end, raw, value, style))


def new_entry(key: str, start: int, key_end: int, node: Node) -> Entry:
    """Return the entry of a key between two offsets and the node after it."""
    end = node.span.end
    # an anchor without a key may leave the key behind its value
    return new_tuple(Entry, (key, node, start, key_end, start, end if end > key_end else key_end))


def new_list(start: int, end: int, items: Iterable[Node]) -> Sequence:
    """Return the block list of some items between two offsets."""
    return new_tuple(Sequence, (new_tuple(Span, (start, end)), tuple(items), "block"))


def _walk(path: tuple[str, ...], node: Node) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _walk(path, item)
    else:
        for entry in node.entries:
            yield from _walk((*path, entry.key), entry.node)


class Problem(NamedTuple):
    """Something that a parser refuses. `kind` is `syntax`, `duplicate-key`, `unclosed` or `limit`."""

    span: Span
    message: str
    hint: str | None = None
    kind: str = "syntax"


class Parsed(NamedTuple):
    """A parsed block.

    `root` is what could be read, also next to problems (as much as a person would read); it is None for
    an empty block and may be a Scalar or Sequence where the block is no mapping. `problems` holds what
    makes this flavour's parser fail; `duplicates` every entry that repeats a key of its mapping, whether
    or not the flavour minds.
    """

    root: Node | None
    problems: tuple[Problem, ...] = ()
    duplicates: tuple[Entry, ...] = ()
