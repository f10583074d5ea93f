"""Puts blocks together out of text, links, pictures and breaks, in source order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import attrgetter

from postlint.body.block import Block
from postlint.body.entities import unescape
from postlint.body.mask import FILLER
from postlint.body.open_block import OpenBlock, trimmed
from postlint.body.references import ImageRef, LinkRef
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_ENTITY = late_pattern(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_FILLED = late_pattern(f"{FILLER}+")


class BlockBuilder:
    """Collects the blocks of one body; what it is fed must come in source order.

    `block` is the one that is open, if any.
    """

    def __init__(
        self, source: str, images: Iterable[ImageRef], links: Iterable[LinkRef], has_jsx: bool = False
    ) -> None:
        self._source = source
        self._images: dict[int, list[ImageRef]] = {}
        for image in images:
            self._images.setdefault(image.span.start, []).append(image)
        self._links: dict[int, LinkRef] = {}
        # links that no markup announces: they are found by their place
        self._bare: list[LinkRef] = []
        for link in links:
            if link.kind == "bare" or (has_jsx and link.kind == "html"):
                self._bare.append(link)
            else:
                self._links[link.span.start] = link
        self._next_bare = 0
        self._marks: list[int] | None = None
        self._attached: set[int] = set()
        self.containers: list[str] = []
        self.block: OpenBlock | None = None
        self._anchors: list[tuple[int, LinkRef | None]] = []
        self._pending = ""
        self._done: list[Block] = []

    def is_waiting(self, kind: str) -> bool:
        """Tell whether a block of that kind is open and empty."""
        return self.block is not None and self.block.kind == kind and not self.block.has_content

    def expect(self, kind: str) -> None:
        """Let the next paragraph be of another kind; empty for none."""
        self._pending = kind

    def open(self, kind: str, start: int, level: int = 0) -> OpenBlock:
        """Begin a block; one that is open is closed."""
        if self.block is not None:
            self.close(start)
        if self._pending and kind == "paragraph":
            kind, self._pending = self._pending, ""
            if kind[1:].isdigit():
                kind, level = "heading", int(kind[1:])
        block = self.block = OpenBlock(kind, level, start)
        return block

    def plain(self, start: int, end: int, first: int, text: str) -> bool:
        """Add a paragraph that is one stretch of text, from `first` on. Tells whether it could be done so."""
        if self._pending or self._anchors or self.is_waiting("list-item"):
            return False
        bare = self._bare
        if self._next_bare < len(bare) and bare[self._next_bare].text_span.start < end:
            return False
        stripped = text.strip()
        if not stripped:
            return False
        if self.block is not None:
            self.close(start)
        if stripped != text:
            first += len(text) - len(text.lstrip())
        containers = tuple(self.containers) if self.containers else ()
        span = trimmed(self._source, start, end)
        self._done.append(Block("paragraph", span, stripped, containers, 0, (), (), ((0, first),)))
        return True

    def text(self, text: str, start: int, end: int) -> None:
        """Add visible text that stands at `start`; its width differs from the source's for entities."""
        if FILLER in text:
            self._filled(text, start, self.text)
        else:
            (self.block or self.open("paragraph", start)).add(text, start, end)

    def _filled(self, text: str, start: int, add: Callable[[str, int, int], None]) -> None:
        at = 0
        for match in _FILLED.finditer(text):
            if match.start() > at:
                add(text[at : match.start()], start + at, start + match.start())
            self._marked(start + match.start(), start + match.end())
            at = match.end()
        if at < len(text):
            add(text[at:], start + at, start + len(text))

    def _marked(self, start: int, end: int) -> None:
        """Take the tags that stand, side by side, from `start` to `end`."""
        if self._marks is None:
            templates = (place for place, link in self._links.items() if link.kind == "template")
            self._marks = sorted({*self._images, *templates})
        number = bisect_left(self._marks, start)
        while number < len(self._marks) and self._marks[number] < end:
            self.image(self._marks[number])
            number += 1

    def html_text(self, text: str, start: int, end: int) -> None:
        """Add text of HTML, entities undone; blanks alone begin no block."""
        if FILLER in text:
            self._filled(text, start, self.html_text)
            return
        if not text.strip() and (self.block is None or not self.block.has_content):
            return
        if "&" not in text:
            self.text(text, start, end)
            return
        at = 0
        for match in _ENTITY.finditer(text):
            decoded = unescape(match[0])
            if decoded == match[0]:
                continue
            if match.start() > at:
                self.text(text[at : match.start()], start + at, start + match.start())
            self.text(decoded, start + match.start(), start + match.end())
            at = match.end()
        if at < len(text):
            self.text(text[at:], start + at, end)

    def line_break(self, start: int, end: int) -> None:
        """Add a line break, if there is something to break."""
        if self.block is not None and self.block.has_content:
            self.block.add("\n", start, end)

    def code_span(self, text: str, start: int, end: int) -> None:
        """Add the text of a code span; `start` is where its text stands."""
        block = self.block or self.open("paragraph", start)
        first = block.length
        self.text(text, start, end)
        block.code.append((first, block.length))

    def link_start(self, start: int) -> None:
        """Begin the link whose construct stands at `start`."""
        self._anchors.append((self.block.length if self.block else 0, self._links.get(start)))

    def link_end(self) -> None:
        """End the link begun last."""
        if self._anchors:
            first, link = self._anchors.pop()
            if link is not None and self.block is not None:
                self.block.links.append((first, self.block.length, link))

    def image(self, start: int, end: int = -1) -> None:
        """Add the pictures of the construct at `start`, and the link of a template tag there."""
        images = self._images.get(start)
        if images:
            block = self.block or self.open("paragraph", start)
            block.end = max(end, images[0].span.end)
            block.images += images
            self._attached.add(start)
        link = self._links.get(start)
        if link is not None and link.kind == "template":
            block = self.block or self.open("paragraph", start)
            block.end = max(end, link.span.end)
            block.links.append((block.length, block.length, link))

    def close(self, end: int) -> None:
        """Close the block that is open, if any; it is kept if it shows anything."""
        block = self.block
        if block is None:
            return
        self.block = None
        if self._anchors:
            for first, link in self._anchors:
                if link is not None and block.length > first:
                    block.links.append((first, block.length, link))
            # text of a link that a block ends in goes on in the next block
            self._anchors = [(0, link) for _, link in self._anchors]
        if block.has_content:
            bare = self._bare_before(block.end) if self._next_bare < len(self._bare) else []
            containers = tuple(self.containers) if self.containers else ()
            self._done.append(block.finished(self._source, end, containers, bare))

    def _bare_before(self, end: int) -> list[LinkRef]:
        first = self._next_bare
        while self._next_bare < len(self._bare) and self._bare[self._next_bare].text_span.start < end:
            self._next_bare += 1
        return self._bare[first : self._next_bare]

    def add(self, kind: str, span: Span) -> None:
        """Add a block whose text is its source; the block that is open stays so."""
        span = trimmed(self._source, *span)
        text = span.of(self._source) if kind != "rule" else ""
        self._done.append(Block(kind, span, text, tuple(self.containers)))

    def blocks(self) -> list[Block]:
        """Return what was collected, in source order; a picture in no block gets one of its own."""
        for start, images in self._images.items():
            if start not in self._attached:
                self._done.append(Block("image", images[0].span, "", images=tuple(images)))
        self._done.sort(key=_place)
        return self._done


_place = attrgetter("span")
