"""Reader-visible text, mapped back to the source."""

from __future__ import annotations

from bisect import bisect_right

from postlint.body.references import ImageRef, LinkRef
from postlint.values.dataclass import dataclass
from postlint.values.span import Span

# The kinds of blocks whose text is the post's own words
PROSE_KINDS = frozenset({"paragraph", "heading", "list-item", "table-cell", "caption", "html"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a post as a reader sees it.

    `kind` is `paragraph`, `heading`, `list-item`, `table-cell`, `caption`, `code`, `image`, `rule`,
    `comment` (an HTML comment), `definition` (a link definition) or `html`. `text` is what is visible:
    markup, tags and images gone, entities and escapes undone, link texts kept, a line break as `\\n`. For
    `code`, `comment` and `definition` it is the source text. `containers` names what encloses the block
    from outside in (`quote`, `list`, `table`, `details`, `figure`, …). `level` is that of a heading.
    `links` pairs each link with its half-open range in `text`; `images` are those inside the block.
    `pieces` maps `text` to the source: pairs (offset in `text`, offset in the source), ascending, each
    good up to the next one. `entities` pairs the last index of what an entity or a `<br>` stands for with
    the source offset where that ends. `code` lists the half-open ranges of `text` that are code spans.
    """

    kind: str
    span: Span
    text: str
    containers: tuple[str, ...] = ()
    level: int = 0
    links: tuple[tuple[int, int, LinkRef], ...] = ()
    images: tuple[ImageRef, ...] = ()
    pieces: tuple[tuple[int, int], ...] = ()
    entities: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()

    def source_offset(self, index: int) -> int:
        """Return the source offset of an index into `text`."""
        if not self.pieces:
            return self.span.start + index
        at = max(0, bisect_right(self.pieces, (index, 1 << 62)) - 1)
        start, source = self.pieces[at]
        return source + index - start

    def source_span(self, start: int, end: int) -> Span:
        """Return the span in the source of a half-open range of `text`."""
        if end <= start:
            offset = self.source_offset(start)
            return Span(offset, offset)
        for index, source in self.entities:
            if index == end - 1:
                return Span(self.source_offset(start), source)
        return Span(self.source_offset(start), self.source_offset(end - 1) + 1)
