"""Bodies to test with."""

from __future__ import annotations

from postlint.body.block import Block
from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.source.source import Source


def body_of(text: str, *templates: str, html: bool = False, start: int = 0) -> Body:
    """Return the body of a text in a dialect."""
    return Body(Source.from_text(text), start, Dialect(frozenset(templates), html))


def pictures(body: Body) -> list[tuple[str, str]]:
    """Return kind and URL of each picture, and check that its span covers what is written."""
    for image in body.images:
        assert image.url.span.of(body.source.text) == image.url.raw
    return [(image.kind, image.url.text) for image in body.images]


def targets(body: Body) -> list[tuple[str, str]]:
    """Return kind and URL of each link, and check that its span covers what is written."""
    for link in body.links:
        assert link.url.span.of(body.source.text) == link.url.raw
    return [(link.kind, link.url.text) for link in body.links]


def texts(body: Body) -> list[tuple[str, str]]:
    """Return kind and text of each block."""
    return [(block.kind, block.text) for block in body.blocks]


def sources(body: Body) -> list[str]:
    """Return the source of each block."""
    return [block.span.of(body.source.text) for block in body.blocks]


def link_texts(block: Block) -> list[tuple[str, str]]:
    """Return text and URL of each link of a block."""
    return [(block.text[start:end], link.url.text) for start, end, link in block.links]
