"""All blocks of a body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from postlint.body.block import Block
from postlint.body.block_builder import BlockBuilder
from postlint.body.definitions import Definitions
from postlint.body.elements import HtmlToken
from postlint.body.html_blocks import HtmlFeeder
from postlint.body.markdown import Reading
from postlint.body.markdown_blocks import MarkdownFeeder
from postlint.body.references import ImageRef, LinkRef
from postlint.body.tags import TemplateTag
from postlint.values.span import Span


def build_blocks(
    source: str,
    masked: str,
    start: int,
    html: str,
    tokens: list[HtmlToken],
    tags: Iterable[TemplateTag],
    images: Iterable[ImageRef],
    links: Iterable[LinkRef],
    reading: Reading | None,
    definitions: Definitions | None,
) -> tuple[Block, ...]:
    """Return the blocks in source order; without `reading` the body is HTML throughout."""
    builder = BlockBuilder(source, images, links)
    feeder = HtmlFeeder(builder, tokens, html, start, {tag.span.start: tag for tag in tags})
    end = len(source)
    if reading is None:
        feeder.feed(start, end)
    else:
        MarkdownFeeder(builder, feeder, masked, reading).feed()
    builder.close(-1)
    feeder.finish(end)
    blocks = builder.blocks()
    if definitions is not None:
        found = _definitions(definitions, blocks, source)
        if found:
            blocks = sorted([*blocks, *found], key=lambda block: block.span)
    return tuple(blocks)


def _definitions(definitions: Definitions, blocks: list[Block], source: str) -> list[Block]:
    spans = list(definitions.spans)
    starts = [span.start for span in spans]
    block_starts = [block.span.start for block in blocks]
    for line in definitions.lines():
        number = bisect_right(starts, line.start) - 1
        if number >= 0 and line.start < spans[number].end:
            continue
        number = bisect_right(block_starts, line.start) - 1
        if number >= 0 and line.start < blocks[number].span.end:
            continue
        spans.append(line)
    result = []
    for start, end in spans:
        while end > start and source[end - 1] in "\r\n \t":
            end -= 1
        result.append(Block("definition", Span(start, end), source[start:end]))
    return result
