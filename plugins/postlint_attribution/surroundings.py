"""Where in a post a block stands, and what is around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from postlint import Block, Passage

HEAD = 5
TAIL = 8
_LABEL = 16
_UNSEEN = frozenset({"comment", "definition"})


class Surroundings:
    """One block among the blocks of its post.

    Positions count the blocks that readers see: comments and link definitions have the place of the block
    that follows. `header` is how many blocks before it at the start of the post hold statements: a long header
    leaves as much of the post's start behind it as a short one.
    """

    def __init__(self, blocks: Sequence[Block], at: int, seen: int, total: int) -> None:
        self._blocks, self._at = blocks, at
        self.block = blocks[at]
        self.index, self.count = seen, total
        self.names_source = False
        self.header = 0

    @property
    def is_head(self) -> bool:
        """Tell whether the block is one of the first five that are no header."""
        return self.index - self.header < HEAD

    @property
    def is_tail(self) -> bool:
        """Tell whether the block is one of the last eight."""
        return self.index >= self.count - TAIL

    @property
    def is_edge(self) -> bool:
        """Tell whether the block is near the start or the end of the post, or else is known to name a source."""
        return self.is_head or self.is_tail or self.names_source

    @cached_property
    def previous(self) -> Block | None:
        """Return the visible block before, or None."""
        return self._neighbour(-1)

    @cached_property
    def next(self) -> Block | None:
        """Return the visible block after, or None."""
        return self._neighbour(1)

    @cached_property
    def is_beside_image(self) -> bool:
        """Tell whether the block is a caption, holds a picture or directly follows one."""
        block, before = self.block, self._neighbour(-1, over_rules=False)
        if block.kind == "caption" or "figure" in block.containers or block.images:
            return True
        if before is None or len(before.text) > 60:
            return False
        return bool(before.images) or before.text.startswith("![")

    @cached_property
    def is_before_image(self) -> bool:
        """Tell whether a picture directly follows the block."""
        return self.next is not None and bool(self.next.images) and not self.next.text

    @cached_property
    def is_after_quotation(self) -> bool:
        """Tell whether the block belongs to a quotation, a listing or a table that stands before it."""
        before = self.previous
        if before is None:
            return False
        if "quote" in self.block.containers:
            return "quote" in before.containers or not self.is_edge
        return "quote" in before.containers or before.kind in ("code", "table-cell")

    @cached_property
    def following_link(self) -> int | None:
        """Return how many visible blocks on the next block is a bare link; None if it is not one."""
        after = self.next
        if after is None or not after.links:
            return None
        start, end, _ = after.links[0]
        return 1 if start <= 2 and len(after.text) - end <= 3 else None

    @cached_property
    def following_address(self) -> bool:
        """Tell whether the next block is a bare link or an address written out."""
        after = self.next
        if after is None:
            return False
        text = after.text.strip(" `<>")
        return self.following_link is not None or (text.startswith(("http://", "https://")) and " " not in text)

    @cached_property
    def following_named_link(self) -> bool:
        """Tell whether the next block is a link behind a short label: "晨光博客：https://…"."""
        after = self.next
        if after is None or not after.links:
            return False
        start, end, _ = after.links[0]
        return start <= _LABEL and after.text[:start].rstrip(" <").endswith(("：", ":")) and len(after.text) - end <= 3

    def _neighbour(self, step: int, *, over_rules: bool = True) -> Block | None:
        at = self._at + step
        while 0 <= at < len(self._blocks):
            kind = self._blocks[at].kind
            if kind == "rule" and not over_rules:
                return None
            if kind not in _UNSEEN and kind != "rule":
                return self._blocks[at]
            at += step
        return None


def survey(passage: Passage, hits: Sequence[int]) -> Iterator[tuple[int, Surroundings, int, int]]:
    """Yield the blocks in which offsets of the source lie: number, surroundings, and which offsets those are.

    `hits` ascend; the last two values are a half-open range of them.
    """
    blocks = passage.blocks
    total = passage.before + sum(block.kind not in _UNSEEN for block in blocks) + passage.after
    seen, first = passage.before, 0
    for at, block in enumerate(blocks):
        first = bisect_left(hits, block.span.start, first)
        if first == len(hits):
            return
        last = bisect_left(hits, block.span.end, first)
        if first < last:
            yield at, Surroundings(blocks, at, min(seen, max(0, total - 1)), total), first, last
        seen += block.kind not in _UNSEEN
