"""Puts blocks together out of text, links, pictures and breaks, in source order."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from html import unescape

from postlint.body.block import Block
from postlint.body.mask import FILLER
from postlint.body.references import ImageRef, LinkRef
from postlint.values.span import Span

_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_FILLED = re.compile(f"{FILLER}+")


class BlockBuilder:
    """Collects the blocks of one body; what it is fed must come in source order."""

    def __init__(
        self, source: str, images: Iterable[ImageRef], links: Iterable[LinkRef], has_jsx: bool = False
    ) -> None:
        self._source = source
        self._images: dict[int, list[ImageRef]] = {}
        for image in images:
            self._images.setdefault(image.span.start, []).append(image)
        self._links: dict[int, LinkRef] = {}
        self._bare: list[LinkRef] = []
        for link in links:
            if link.kind == "bare" or (has_jsx and link.kind == "html"):
                self._bare.append(link)
            else:
                self._links[link.span.start] = link
        self._next_bare = 0
        self._marks: list[int] | None = None
        self._attached: set[int] = set()
        self._bare_starts = [link.text_span.start for link in self._bare]
        self.containers: list[str] = []
        self._done: list[Block] = []
        self._pending = ""
        self._is_open = False
        self._reset()

    def _reset(self) -> None:
        self._is_open = False
        self._kind, self._level = "paragraph", 0
        self._start = self._end = -1
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, int]] = []
        self._entities: list[tuple[int, int]] = []
        self._code: list[tuple[int, int]] = []
        self._found: list[tuple[int, int, LinkRef]] = []
        self._shown: list[ImageRef] = []
        self._anchors: list[tuple[int, LinkRef | None]] = []

    @property
    def has_content(self) -> bool:
        """Tell whether the block that is open holds anything yet."""
        return self._length > 0 or bool(self._shown)

    def is_waiting(self, kind: str) -> bool:
        """Tell whether a block of that kind is open and empty."""
        return self._is_open and self._kind == kind and not self.has_content

    def expect(self, kind: str) -> None:
        """Let the next paragraph be of another kind; empty for none."""
        self._pending = kind

    def open(self, kind: str, start: int, level: int = 0) -> None:
        """Begin a block; one that is open is closed."""
        self.close(start)
        if self._pending and kind == "paragraph":
            kind, level = self._pending_kind()
        self._is_open, self._kind, self._level, self._start = True, kind, level, start

    def _pending_kind(self) -> tuple[str, int]:
        kind, self._pending = self._pending, ""
        return ("heading", int(kind[1:])) if kind[0] == "h" and kind[1:].isdigit() else (kind, 0)

    def _touch(self, start: int, end: int) -> None:
        if not self._is_open:
            self.open("paragraph", start)
        if self._start < 0:
            self._start = start
        self._end = end

    def text(self, text: str, start: int, end: int) -> None:
        """Add visible text that stands at `start`; its width differs from the source's for entities."""
        if FILLER in text:
            self._filled(text, start, self.text)
            return
        if not self._is_open or self._start < 0:
            self._touch(start, end)
        self._end = end
        length = self._length
        pieces = self._pieces
        if not pieces or pieces[-1][1] + length - pieces[-1][0] != start or self._after_entity():
            pieces.append((length, start))
        self._parts.append(text)
        self._length = length + len(text)
        if end - start != len(text):
            self._entities.append((self._length - 1, end))

    def _after_entity(self) -> bool:
        return bool(self._entities) and self._entities[-1][0] == self._length - 1

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
        if not self.has_content and not text.strip():
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
        if self._is_open and self.has_content:
            self.text("\n", start, end)

    def code_span(self, text: str, start: int, end: int) -> None:
        """Add the text of a code span; `start` is where its text stands."""
        first = self._length
        self.text(text, start, end)
        self._code.append((first, self._length))

    def link_start(self, start: int) -> None:
        """Begin the link whose construct stands at `start`."""
        self._anchors.append((self._length if self._is_open else 0, self._links.get(start)))

    def link_end(self) -> None:
        """End the link begun last."""
        if self._anchors:
            first, link = self._anchors.pop()
            if link is not None and self._is_open:
                self._found.append((first, self._length, link))

    def image(self, start: int, end: int = -1) -> None:
        """Add the pictures of the construct at `start`, and the link of a template tag there."""
        images = self._images.get(start)
        if images:
            self._touch(start, max(end, images[0].span.end))
            self._shown += images
            self._attached.add(start)
        link = self._links.get(start)
        if link is not None and link.kind == "template":
            self._touch(start, max(end, link.span.end))
            self._found.append((self._length, self._length, link))

    def close(self, end: int) -> None:
        """Close the block that is open, if any; it is kept if it shows anything."""
        if not self._is_open:
            return
        for first, link in self._anchors:
            if link is not None and self._length > first:
                self._found.append((first, self._length, link))
        if self._length or self._shown:
            self._done.append(self._finished(end))
        # text of a link that a block ends in goes on in the next block
        kept = [(0, link) for _, link in self._anchors]
        self._reset()
        self._anchors = kept

    def _finished(self, end: int) -> Block:
        text = "".join(self._parts)
        stripped = text.strip()
        lead = len(text) - len(text.lstrip()) if len(stripped) < len(text) else 0
        span = self._trimmed(self._start, max(self._end, end))
        pieces, kind, length = self._pieces, self._kind, len(stripped)
        if lead:
            pieces = _shifted(pieces, lead)
        if self._shown and not stripped:
            kind = "image"
        return Block(
            kind,
            span,
            stripped,
            tuple(self.containers),
            self._level,
            self._links_within(lead, length),
            tuple(self._shown),
            tuple(pieces),
            tuple([(index - lead, at) for index, at in self._entities if index >= lead]),
            tuple([(_within(a - lead, length), _within(b - lead, length)) for a, b in self._code]),
        )

    def _trimmed(self, start: int, end: int) -> Span:
        source = self._source
        while end > start and source[end - 1] in "\r\n \t":
            end -= 1
        return Span(start, end)

    def _links_within(self, lead: int, length: int) -> tuple[tuple[int, int, LinkRef], ...]:
        links = self._found
        bare = self._bare_starts
        if bare and self._next_bare < len(bare) and bare[self._next_bare] < self._end:
            links = links + self._bare_links()
        if not links:
            return ()
        shifted = [(_within(first - lead, length), _within(last - lead, length), link) for first, last, link in links]
        shifted.sort(key=_place)
        return tuple(shifted)

    def _bare_links(self) -> list[tuple[int, int, LinkRef]]:
        found: list[tuple[int, int, LinkRef]] = []
        if not self._pieces:
            return found
        sources = [source for _, source in self._pieces]
        while self._next_bare < len(self._bare) and self._bare_starts[self._next_bare] < self._end:
            link = self._bare[self._next_bare]
            first, last = self._index(link.text_span.start, sources), self._index(link.text_span.end, sources)
            if first < last and link.text_span.start >= sources[0]:
                found.append((first, last, link))
            self._next_bare += 1
        return found

    def _index(self, offset: int, sources: list[int]) -> int:
        """Return the index into the text of a source offset; that of the next text where none is."""
        number = bisect_right(sources, offset) - 1
        if number < 0:
            return 0
        index = self._pieces[number][0] + offset - sources[number]
        limit = self._pieces[number + 1][0] if number + 1 < len(self._pieces) else self._length
        return min(index, limit)

    def add(self, kind: str, span: Span) -> None:
        """Add a block whose text is its source; the block that is open stays so."""
        span = self._trimmed(*span)
        text = span.of(self._source) if kind != "rule" else ""
        self._done.append(Block(kind, span, text, tuple(self.containers)))

    def blocks(self) -> list[Block]:
        """Return what was collected, in source order; a picture in no block gets one of its own."""
        for start, images in self._images.items():
            if start not in self._attached:
                self._done.append(Block("image", images[0].span, "", images=tuple(images)))
        self._done.sort(key=lambda block: block.span)
        return self._done


def _shifted(pieces: list[tuple[int, int]], lead: int) -> list[tuple[int, int]]:
    """Return the pieces of a text whose first `lead` code points were cut off."""
    first = bisect_right(pieces, (lead, 1 << 62)) - 1
    index, source = pieces[first]
    return [(0, source + lead - index), *((index - lead, source) for index, source in pieces[first + 1 :])]


def _within(index: int, length: int) -> int:
    return max(0, min(index, length))


def _place(link: tuple[int, int, LinkRef]) -> tuple[int, int]:
    return link[0], link[1]
