"""All blocks of a body."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from postlint.body.block import Block
from postlint.body.block_builder import BlockBuilder
from postlint.body.html_blocks import HtmlFeeder
from postlint.body.markdown_blocks import MarkdownFeeder
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.body.body import Body


def build_blocks(body: Body) -> tuple[Block, ...]:
    """Return the blocks of a body in source order."""
    source = body.source.text
    builder = BlockBuilder(source, body.images, body.links, body.mdx is not None)
    html = body.html if body.dialect.is_html or "<" in body.masked else ""
    feeder = HtmlFeeder(builder, body.tokens, html, body.start, {tag.span.start: tag for tag in body.tags})
    if body.dialect.is_html:
        feeder.feed(body.start, len(source))
    else:
        MarkdownFeeder(builder, feeder, body.masked, body.reading, body.tags).feed()
    builder.close(-1)
    feeder.finish(len(source))
    blocks = builder.blocks()
    if "]:" in body.source.clean and not body.dialect.is_html:
        found = _definitions(body, blocks)
        if found:
            blocks = sorted([*blocks, *found], key=lambda block: block.span)
    return tuple(blocks)


def _definitions(body: Body, blocks: list[Block]) -> list[Block]:
    spans = list(body.definitions.spans)
    starts = [span.start for span in spans]
    block_starts = [block.span.start for block in blocks]
    for line in body.definitions.lines(body.source.clean):
        number = bisect_right(starts, line.start) - 1
        if number >= 0 and line.start < spans[number].end:
            continue
        number = bisect_right(block_starts, line.start) - 1
        if number >= 0 and line.start < blocks[number].span.end:
            continue
        spans.append(line)
    source = body.source.text
    result = []
    for start, end in spans:
        while end > start and source[end - 1] in "\r\n \t":
            end -= 1
        result.append(Block("definition", Span(start, end), source[start:end]))
    return result
