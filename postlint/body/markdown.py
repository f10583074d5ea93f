"""What pyromark reads in a body: one pass over its events for images, links, HTML and code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pyromark import Markdown, Options

from postlint.body.definitions import Definitions
from postlint.body.destinations import inline_destination
from postlint.body.mask import FILLER
from postlint.body.offsets import code_point_offsets
from postlint.body.references import ImageRef, LinkRef
from postlint.body.url import Url
from postlint.values.span import Span

MARKDOWN = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)


@dataclass(slots=True)
class Reading:
    """The events of a body and what the first pass found; spans are of the source.

    `html` lists the stretches that are HTML, `code` code spans and blocks, `taken` everything in which a
    bare URL is no link of its own (code, links, pictures); all in source order.
    """

    events: list[Any]
    images: list[ImageRef] = field(default_factory=list)
    links: list[LinkRef] = field(default_factory=list)
    html: list[Span] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    data: dict[str, Any]
    is_image: bool
    start: int
    content_end: int
    text: list[str] = field(default_factory=list)


def read_markdown(source: str, masked: str, start: int, definitions: Definitions) -> Reading:
    """Read the body that begins at `start`; `source` is the text before masking."""
    body = masked[start:]
    reading = Reading(list(MARKDOWN.events_with_range(body)))
    offset = code_point_offsets(body, start)
    stack: list[_Open] = []
    for event, bounds in reading.events:
        if event.__class__ is str:
            if stack:
                stack[-1].text.append("\n" if event != "Rule" else "")
                stack[-1].content_end = bounds["end"]
            continue
        tag = event.get("Start")
        if tag is None:
            if "Text" in event:
                if stack:
                    stack[-1].text.append(event["Text"])
                    stack[-1].content_end = bounds["end"]
            else:
                _other(event, bounds, reading, stack, offset, source, masked, definitions)
        elif tag.__class__ is dict:
            if "Link" in tag:
                stack.append(_Open(tag["Link"], False, offset(bounds["start"]), bounds["start"] + 1))
            elif "Image" in tag:
                stack.append(_Open(tag["Image"], True, offset(bounds["start"]), bounds["start"] + 2))
            elif "CodeBlock" in tag:
                span = Span(offset(bounds["start"]), offset(bounds["end"]))
                reading.code.append(span)
                reading.taken.append(span)
    return reading


def _other(
    event: dict[str, Any],
    bounds: dict[str, int],
    reading: Reading,
    stack: list[_Open],
    offset: Callable[[int], int],
    source: str,
    masked: str,
    definitions: Definitions,
) -> None:
    if "End" in event:
        if not stack:
            return
        if event["End"] in ("Link", "Image"):
            _close(stack, bounds["end"], offset, reading, source, masked, definitions)
        else:
            stack[-1].content_end = bounds["end"]
    elif "Code" in event:
        span = Span(offset(bounds["start"]), offset(bounds["end"]))
        reading.code.append(span)
        if stack:
            stack[-1].text.append(event["Code"])
            stack[-1].content_end = bounds["end"]
        else:
            reading.taken.append(span)
    elif "InlineHtml" in event or "Html" in event:
        span = Span(offset(bounds["start"]), offset(bounds["end"]))
        reading.html.append(span)
        if stack:
            stack[-1].content_end = bounds["end"]
        else:
            reading.taken.append(span)


def _close(
    stack: list[_Open],
    end_byte: int,
    offset: Callable[[int], int],
    reading: Reading,
    source: str,
    masked: str,
    definitions: Definitions,
) -> None:
    opened = stack.pop()
    content_end = offset(opened.content_end)
    span = Span(opened.start, offset(end_byte))
    text = "".join(opened.text)
    if stack:
        stack[-1].text.append(text)
        stack[-1].content_end = end_byte
    else:
        reading.taken.append(span)
    kind, url = _target(opened, span, content_end, source, masked, definitions)
    first = span.start + (2 if opened.is_image else 1)
    inner = Span(first, max(first, masked.find("]", content_end, span.end)))
    if kind == "autolink":
        inner = url.span
    dynamic = FILLER in opened.data["dest_url"]
    visible = inner.of(source) if FILLER in text else text
    if opened.is_image:
        reading.images.append(ImageRef(kind, url, span, visible, inner, is_dynamic=dynamic))
    else:
        reading.links.append(LinkRef(kind, url, span, inner, visible, dynamic))


def _target(
    opened: _Open, span: Span, content_end: int, source: str, masked: str, definitions: Definitions
) -> tuple[str, Url]:
    link_type, target = opened.data["link_type"], opened.data["dest_url"]
    if link_type == "Inline":
        kind, where = "markdown", inline_destination(masked, content_end, span.end)
    elif link_type in ("Autolink", "Email"):
        kind, where = "autolink", Span(span.start + 1, span.end - 1)
    else:
        kind, where = "markdown-reference", definitions.destination(opened.data["id"])
    raw = where.of(source)
    return kind, Url(raw if FILLER in target else target, where, raw)
