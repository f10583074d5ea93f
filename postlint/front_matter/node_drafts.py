"""Nodes made fast, for parsers.

A frozen dataclass takes 0.8 µs to fill, because it goes through `object.__setattr__` field by field. A draft
with the same slots takes 0.2 µs and then becomes the real class; it is never seen before that.
"""

from __future__ import annotations

from typing import Any, cast

from postlint.front_matter.nodes import Entry, Node, Scalar
from postlint.values.instant import Civil
from postlint.values.span import Span

_new_tuple = tuple.__new__


class _ScalarDraft:
    __slots__ = ("span", "raw", "value", "style")  # noqa: RUF023  # the order of the real class

    def __init__(self, span: Span, raw: str, value: Any, style: str) -> None:
        self.span, self.raw, self.value, self.style = span, raw, value, style


class _EntryDraft:
    __slots__ = ("key", "key_span", "node", "span")

    def __init__(self, key: str, key_span: Span, node: Node, span: Span) -> None:
        self.key, self.key_span, self.node, self.span = key, key_span, node, span


class _CivilDraft:
    __slots__ = (  # noqa: RUF023  # the order of the real class
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "nanosecond",
        "offset",
        "date_only",
    )

    def __init__(self, day: tuple[int, int, int], clock: tuple[int, int, int, int], offset: int | None) -> None:
        self.year, self.month, self.day = day
        self.hour, self.minute, self.second, self.nanosecond = clock
        self.offset, self.date_only = offset, False


def new_scalar(start: int, end: int, raw: str, value: Any, style: str = "plain") -> Scalar:
    """Return `Scalar(Span(start, end), raw, value, style)`."""
    draft: Any = _ScalarDraft(_new_tuple(Span, (start, end)), raw, value, style)
    draft.__class__ = Scalar
    return cast("Scalar", draft)


def new_entry(key: str, key_span: Span, node: Node) -> Entry:
    """Return the entry of a key and the node after it."""
    end = node.span[1]
    # an anchor without a key may leave the key behind its value
    span = _new_tuple(Span, (key_span[0], end if end > key_span[1] else key_span[1]))
    draft: Any = _EntryDraft(key, key_span, node, span)
    draft.__class__ = Entry
    return cast("Entry", draft)


def new_datetime(day: tuple[int, int, int], clock: tuple[int, int, int, int], offset: int | None) -> Civil:
    """Return the Civil of a day, and hour, minute, second and nanosecond."""
    draft: Any = _CivilDraft(day, clock, offset)
    draft.__class__ = Civil
    return cast("Civil", draft)
