"""Whether a fixed post differs from the one before exactly where its edits meant it to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from postlint.body.references import ImageRef, LinkRef
from postlint.front_matter.nodes import Entry, Mapping, Node, Scalar
from postlint.front_matter.nodes import Sequence as Items
from postlint.post.front_matter import FrontMatter
from postlint.post.post import Post
from postlint.values.edit import Edit
from postlint.values.span import Span

_Leaf = tuple[tuple[str, ...], str, str]


class Shift:
    """Where offsets of the old text stand in the new one, for disjoint edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = sorted(edits, key=lambda edit: edit.span)
        self._starts = [edit.span.start for edit in self._edits]
        self._ends = [edit.span.end for edit in self._edits]
        self._moved = [0]
        for edit in self._edits:
            self._moved.append(self._moved[-1] + len(edit.content) - len(edit.span))
        self.written = [
            Span(edit.span.start + moved, edit.span.start + moved + len(edit.content))
            for edit, moved in zip(self._edits, self._moved, strict=False)
        ]
        self._written_ends = [span.end for span in self.written]

    def offset(self, old: int) -> int:
        """Return the new offset of an old one that lies in no edit."""
        return old + self._moved[bisect_right(self._ends, old)]

    def touches_old(self, span: Span) -> bool:
        """Tell whether an edit shares or meets an offset of a span of the old text."""
        at = bisect_left(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] <= span.end

    def touches_new(self, span: Span) -> bool:
        """Tell whether what an edit wrote shares or meets an offset of a span of the new text."""
        at = bisect_left(self._written_ends, span.start)
        return at < len(self.written) and self.written[at].start <= span.end


def is_as_meant(before: Post, after: Post, edits: Sequence[Edit]) -> bool:
    """Tell whether front matter, body, pictures and links read as before but for what the edits touch."""
    shift = Shift(edits)
    old, new = before.front_matter, after.front_matter
    if old is not None and old.reading.is_swallowed:
        # prose that was taken for front matter may well cease to be it
        return True
    if old is None:
        if new is not None:
            return shift.touches_new(new.span)
    elif new is None or not _is_block_kept(old, new, shift):
        return False
    elif old.problems or not old.is_read or _meets_fence(old, shift):
        # what such a fix makes readable was not there before
        return True
    if after.body_start != shift.offset(before.body_start) and not _meets(before.body_start, shift):
        return False
    return _are_references_kept(before, after, shift)


def _meets(offset: int, shift: Shift) -> bool:
    return shift.touches_old(Span(offset, offset))


def _meets_fence(block: FrontMatter, shift: Shift) -> bool:
    fences = [span for span in (block.split.opening, block.split.closing) if len(span)]
    inner = [Span(span.start, span.start + 1) for span in fences]
    return any(shift.touches_old(span) for span in (*inner, Span(block.span.start, block.span.start)))


def _is_block_kept(old: FrontMatter, new: FrontMatter, shift: Shift) -> bool:
    """Tell whether the block is no worse, and every value that no edit touches is there as it was."""
    if (not old.problems and new.problems) or (old.is_read and not new.is_read):
        return False
    entries = old.entries
    if old.problems:
        # next to a mistake even a single value may have been read wrongly
        entries = tuple(entry for entry in entries if not shift.touches_old(entry.span))
    there = Counter(_leaves((), new.root.entries, new.text))
    kept = Counter(_leaves((), entries, old.text, shift.touches_old))
    if old.problems or not old.is_read:
        return kept <= there
    added = Counter(_leaves((), new.root.entries, new.text, shift.touches_new))
    return kept <= there and added <= Counter(_leaves((), old.entries, old.text))


def _never(span: Span) -> bool:
    return False


def _leaves(
    path: tuple[str, ...], entries: Sequence[Entry], text: str, is_touched: Callable[[Span], bool] = _never
) -> Iterator[_Leaf]:
    """Yield every single value with its keys, but for those that are touched, or whose key is."""
    for entry in entries:
        if not is_touched(entry.key_span):
            yield from _leaves_of((*path, entry.key), entry.node, entry.span, text, is_touched)


def _leaves_of(
    path: tuple[str, ...], node: Node, span: Span, text: str, is_touched: Callable[[Span], bool]
) -> Iterator[_Leaf]:
    if isinstance(node, Mapping) and node.entries:
        yield from _leaves(path, node.entries, text, is_touched)
    elif isinstance(node, Items) and node.items:
        for item in node.items:
            yield from _leaves_of(path, item, item.span, text, is_touched)
    elif not is_touched(span if len(node.span) else _with_rest_of_line(span, text)):
        yield path, node.type, repr(node.value) if isinstance(node, Scalar) else ""


def _with_rest_of_line(span: Span, text: str) -> Span:
    """Return the place of an empty value: it may be written anywhere behind its key or dash."""
    end = span.end
    while end < len(text) and text[end] not in "\r\n":
        end += 1
    return Span(span.start, end)


def _are_references_kept(before: Post, after: Post, shift: Shift) -> bool:
    old = {
        (ref.kind, ref.url.text, shift.offset(ref.span.start), shift.offset(ref.span.end))
        for ref in _references(before)
        if not shift.touches_old(ref.span) and not shift.touches_old(ref.url.span)
    }
    new = {
        (ref.kind, ref.url.text, ref.span.start, ref.span.end)
        for ref in _references(after)
        if not shift.touches_new(ref.span) and not shift.touches_new(ref.url.span)
    }
    return old == new


def _references(post: Post) -> Iterator[ImageRef | LinkRef]:
    yield from post.body.images
    yield from post.body.links
