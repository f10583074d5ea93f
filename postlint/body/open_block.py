"""A block while it is put together."""

from __future__ import annotations

from bisect import bisect_right

from postlint.body.block import Block
from postlint.body.references import ImageRef, LinkRef
from postlint.values.span import Span, new_span


class OpenBlock:
    """The text of a block so far, and where each stretch of it stands in the source."""

    __slots__ = ("_expected", "code", "end", "entities", "images", "kind", "length", "level", "links", "parts",
                 "pieces", "start")  # fmt: skip

    def __init__(self, kind: str, level: int, start: int) -> None:
        self.kind, self.level = kind, level
        self.start = self.end = start
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[tuple[int, int]] = []
        self.entities: list[tuple[int, int]] = []
        self.code: list[tuple[int, int]] = []
        self.links: list[tuple[int, int, LinkRef]] = []
        self.images: list[ImageRef] = []
        # where the source goes on, if the text does so without a gap
        self._expected = -1

    @property
    def has_content(self) -> bool:
        """Tell whether it shows anything yet."""
        return self.length > 0 or bool(self.images)

    def add(self, text: str, start: int, end: int) -> None:
        """Add text that stands from `start` to `end`; of an entity, text and source differ in width."""
        if start != self._expected:
            self.pieces.append((self.length, start))
        self.parts.append(text)
        self.length += len(text)
        self.end = end
        if end - start == len(text):
            self._expected = end
        else:
            self._expected = -1
            self.entities.append((self.length - 1, end))

    def finished(self, source: str, end: int, containers: tuple[str, ...], bare: list[LinkRef]) -> Block:
        """Return the block without blanks around its text; `bare` are the bare URLs that may stand in it."""
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        stripped = text.strip()
        length = len(stripped)
        pieces, links, lead = self.pieces, self.links, 0
        if bare and pieces:
            links = links + self._bare_links(bare)
        if length < len(text):
            lead = len(text) - len(text.lstrip())
            if lead:
                pieces = _shifted(pieces, lead)
        span = trimmed(source, self.start, end if end > self.end else self.end)
        kind = "image" if self.images and not stripped else self.kind
        if not (links or self.images or self.entities or self.code):
            # most blocks: spares half of the time
            return Block(kind, span, stripped, containers, self.level, (), (), tuple(pieces))
        return Block(
            kind,
            span,
            stripped,
            containers,
            self.level,
            _links_within(links, lead, length),
            tuple(self.images),
            tuple(pieces),
            tuple([(index - lead, at) for index, at in self.entities if lead <= index < lead + length]),
            tuple([(_within(a - lead, length), _within(b - lead, length)) for a, b in self.code]),
        )

    def _bare_links(self, links: list[LinkRef]) -> list[tuple[int, int, LinkRef]]:
        sources = [source for _, source in self.pieces]
        found = []
        for link in links:
            start, end = link.text_span
            first, last = self._index(start, sources), self._index(end, sources)
            if first < last and start >= sources[0]:
                found.append((first, last, link))
        return found

    def _index(self, offset: int, sources: list[int]) -> int:
        """Return the index into the text of a source offset; that of the next text where none is."""
        number = bisect_right(sources, offset) - 1
        if number < 0:
            return 0
        index = self.pieces[number][0] + offset - sources[number]
        limit = self.pieces[number + 1][0] if number + 1 < len(self.pieces) else self.length
        return min(index, limit)


def trimmed(source: str, start: int, end: int) -> Span:
    """Return the span without blanks and line ends at its end."""
    while end > start and source[end - 1] in "\r\n \t":
        end -= 1
    return new_span(start, end)


def _links_within(
    links: list[tuple[int, int, LinkRef]], lead: int, length: int
) -> tuple[tuple[int, int, LinkRef], ...]:
    found = [(_within(first - lead, length), _within(last - lead, length), link) for first, last, link in links]
    if len(found) > 1:
        found.sort(key=_place)
    return tuple(found)


def _shifted(pieces: list[tuple[int, int]], lead: int) -> list[tuple[int, int]]:
    """Return the pieces of a text whose first `lead` code points were cut off."""
    if not pieces:
        return pieces
    first = bisect_right(pieces, (lead, 1 << 62)) - 1
    index, source = pieces[first]
    return [(0, source + lead - index), *((index - lead, source) for index, source in pieces[first + 1 :])]


def _within(index: int, length: int) -> int:
    return max(0, min(index, length))


def _place(link: tuple[int, int, LinkRef]) -> tuple[int, int]:
    return link[0], link[1]
