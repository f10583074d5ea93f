"""Where in a post a block stands, and what is around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from postlint import Block, Passage, late_pattern, lazy
from postlint_attribution.listed import is_field, is_of_book

HEAD = 5
TAIL = 8
_LABEL = 16
_NEAR = 3
_ANNOUNCES = late_pattern(
    r"(?:例如|比如|譬如|举例|舉例|示例|例えば|たとえば|예를 들어|예시|"
    r"\b(?:for\s+example|for\s+instance|e\.g\.|examples?|such\s+as(?:\s+this)?|like\s+this))\s*[：:,，]\s*$",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"comment", "definition"})
_FIRST = 2
_OPENING = 3
_QUESTIONS = (
    "is_first", "is_opening", "is_head", "is_tail", "is_edge", "previous", "next", "is_beside_image", "is_before_image",
    "is_after_quotation", "following_link", "following_address", "following_named_link",
    "is_example", "is_among_fields", "is_of_book",
)  # fmt: skip


class Surroundings:
    """One block among the blocks of its post.

    Positions count the blocks that readers see: comments and link definitions have the place of the block
    that follows. `header` is how many blocks before it at the start of the post hold statements: a long header
    leaves as much of the post's start behind it as a short one. `names_source` tells that the block says where the
    post is from. Both are set before anything is asked: answers are kept.
    """

    def __init__(self, blocks: Sequence[Block], at: int, seen: int, total: int) -> None:
        self._blocks, self._at, self._seen, self._total = blocks, at, seen, total
        self.block = blocks[at]
        self.names_source = False
        self.header = 0

    def naming_source(self) -> Surroundings:
        """Return the same surroundings of a block that is known to name a source."""
        around = Surroundings(self._blocks, self._at, self._seen, self._total)
        around.names_source, around.header = True, self.header
        return around

    @property
    def answers(self) -> dict[str, object]:
        """Return all that was asked of it so far, by name."""
        kept = self.__dict__
        return {name: kept[name] for name in _QUESTIONS if name in kept}

    @lazy
    def is_first(self) -> bool:
        """Tell whether the block is one of the first two."""
        return self._seen < _FIRST

    @lazy
    def is_opening(self) -> bool:
        """Tell whether the block is one of the first three that are no header."""
        return self._seen - self.header < _OPENING

    @lazy
    def is_head(self) -> bool:
        """Tell whether the block is one of the first five that are no header."""
        return self._seen - self.header < HEAD

    @lazy
    def is_tail(self) -> bool:
        """Tell whether the block is one of the last eight."""
        return self._seen >= self._total - TAIL

    @lazy
    def is_edge(self) -> bool:
        """Tell whether the block is near the start or the end of the post, or else is known to name a source."""
        return self.names_source or self._seen - self.header < HEAD or self._seen >= self._total - TAIL

    @lazy
    def previous(self) -> Block | None:
        """Return the visible block before, or None."""
        return self._before

    @lazy
    def next(self) -> Block | None:
        """Return the visible block after, or None."""
        return self._after

    @lazy
    def _before(self) -> Block | None:
        return self._neighbour(-1)

    @lazy
    def _after(self) -> Block | None:
        return self._neighbour(1)

    @lazy
    def is_beside_image(self) -> bool:
        """Tell whether the block is a caption, holds a picture or directly follows one."""
        block, before = self.block, self._neighbour(-1, over_rules=False)
        if block.kind == "caption" or "figure" in block.containers or block.images:
            return True
        if before is None or len(before.text) > 60:
            return False
        return bool(before.images) or before.text.startswith("![")

    @lazy
    def is_before_image(self) -> bool:
        """Tell whether a picture directly follows the block."""
        return self._after is not None and bool(self._after.images) and not self._after.text

    @lazy
    def is_after_quotation(self) -> bool:
        """Tell whether the block belongs to a quotation, a listing or a table that stands before it."""
        before = self._before
        if before is None:
            return False
        if "quote" in self.block.containers:
            return "quote" in before.containers or not self.is_edge
        return "quote" in before.containers or before.kind in ("code", "table-cell")

    @lazy
    def following_link(self) -> int | None:
        """Return how many visible blocks on the next block is a bare link; None if it is not one."""
        return self._following_link()

    def _following_link(self) -> int | None:
        after = self._after
        if after is None or not after.links:
            return None
        start, end, _ = after.links[0]
        return 1 if start <= 2 and len(after.text) - end <= 3 else None

    @lazy
    def following_address(self) -> bool:
        """Tell whether the next block is a bare link or an address written out."""
        after = self._after
        if after is None:
            return False
        text = after.text.strip(" `<>")
        return self._following_link() is not None or (text.startswith(("http://", "https://")) and " " not in text)

    @lazy
    def following_named_link(self) -> bool:
        """Tell whether the next block is a link behind a short label: "晨光博客：https://…"."""
        after = self._after
        if after is None or not after.links:
            return False
        start, end, _ = after.links[0]
        return start <= _LABEL and after.text[:start].rstrip(" <").endswith(("：", ":")) and len(after.text) - end <= 3

    @lazy
    def is_among_fields(self) -> bool:
        """Tell whether items of the list near the block describe a form's fields."""
        return any(map(is_field, self._siblings))

    @lazy
    def is_of_book(self) -> bool:
        """Tell whether items of the list near the block say what is known of a book."""
        return any(map(is_of_book, self._siblings))

    @lazy
    def _siblings(self) -> list[str]:
        """Return the texts of the list items before and behind the block, the nearest few of each."""
        found = []
        for step in (-1, 1):
            at = self._at + step
            while abs(at - self._at) <= _NEAR and 0 <= at < len(self._blocks):
                if self._blocks[at].kind != "list-item":
                    break
                found.append(self._blocks[at].text)
                at += step
        return found

    @lazy
    def is_example(self) -> bool:
        """Tell whether the block before announces an example: "For example:"."""
        before = self._before
        return before is not None and _ANNOUNCES.search(before.text) is not None

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
