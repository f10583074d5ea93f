"""The blocks of a body around some marks, read without the rest."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from postlint.body.definitions import Definitions
from postlint.body.markdown import MarkdownReader, markdown_parser
from postlint.body.plain_pictures import PlainPictures
from postlint.body.references import ImageRef
from postlint.body.stretches import find_stretches
from postlint.body.url import Url
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.body.body import Body

# ends whatever list stands before, so that blanks at the start of the next piece keep their meaning
_BETWEEN = "\n\n.\n\n"


class Around(NamedTuple):
    """The pictures of the blocks that were asked for, in no order, and all HTML, if that was."""

    images: list[ImageRef]
    html: list[Span]


class Excerpt:
    """Pieces of a body in one text, and what they hold with offsets into the whole.

    `stretches` are those of `find_stretches`, `start` is that of the body.
    """

    def __init__(
        self,
        source: str,
        masked: str,
        start: int,
        stretches: Sequence[Span],
        *,
        has_footnotes: bool,
        last_wins: bool = False,
    ) -> None:
        # the first line stands for the start of the body, where unknown definitions are
        self._starts, self._shifts, self._ends = [0], [start], [start + 1]
        parts, real_parts, length = ["\n"], ["\n"], 1
        for first, last in stretches:
            self._starts.append(length)
            self._shifts.append(first - length)
            self._ends.append(last)
            parts += (masked[first:last], _BETWEEN)
            real_parts += (source[first:last], _BETWEEN)
            length += last - first + len(_BETWEEN)
        text = "".join(parts)
        definitions = Definitions(text, 0, markdown_parser(has_footnotes), has_footnotes, last_wins=last_wins)
        # such definitions are blanked for the parser, which may join what stands around them
        self.is_exact = not definitions.beyond_ascii
        reading = MarkdownReader("".join(real_parts), text, 0, definitions, has_footnotes).read()
        self.images = [self._moved_image(image) for image in reading.images]
        self.html = [self._moved(span) for span in reading.html]

    def _moved(self, span: Span) -> Span:
        number = bisect_right(self._starts, span[0]) - 1
        shift, last = self._shifts[number], self._ends[number]
        # HTML in a list may go on into what stands between two pieces
        return Span(min(span[0] + shift, last), min(span[1] + shift, last))

    def _moved_image(self, image: ImageRef) -> ImageRef:
        url, alt_span = image.url, image.alt_span
        return ImageRef(
            image.kind,
            Url(url.text, self._moved(url.span), url.raw),
            self._moved(image.span),
            image.alt,
            self._moved(alt_span) if alt_span is not None else None,
            is_dynamic=image.is_dynamic,
        )


def read_around(body: Body, marks: Iterable[str], *, with_html: bool) -> Around | None:
    """Read the blocks of a body that hold a mark, and all HTML if that is asked for; None if that is not cheap."""
    masked, start = body.masked, body.start
    holes = body.outline.html_holes if with_html else body.outline.holes
    if holes is None:
        return None
    last_wins = body.dialect.is_kramdown
    plain = PlainPictures(body.source.text, masked, start, holes, last_wins=last_wins)
    images: list[ImageRef] = []
    others: list[Span] = []
    for block in find_stretches(masked, start, holes, marks, with_html=with_html):
        found = plain.read(block)
        if found is None:
            others.append(block)
        else:
            images += found
    if not others:
        return Around(images, [])
    # definitions tell a reference from text in brackets
    pieces = sorted({*others, *plain.definitions})
    text, has_footnotes = body.source.text, body.has_footnotes
    excerpt = Excerpt(text, masked, start, pieces, has_footnotes=has_footnotes, last_wins=last_wins)
    return Around(images + excerpt.images, excerpt.html) if excerpt.is_exact else None
