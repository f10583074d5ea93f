"""What pyromark reads in a body: one pass over its events for images, links, HTML and code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pyromark import Markdown, Options

from postlint.body.definitions import Definitions
from postlint.body.destinations import inline_destination
from postlint.body.mask import FILLER
from postlint.body.offsets import Offsets
from postlint.body.references import ImageRef, LinkRef
from postlint.body.url import Url
from postlint.values.span import Span

MARKDOWN = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH)


@dataclass(slots=True)
class Reading:
    """The events of a body and what the first pass found.

    `html` lists the stretches of the source that are HTML. `taken` lists, in bytes of the body, what
    holds no bare URL: code, links, pictures, tags. Both ascend and do not overlap.
    """

    events: list[Any]
    images: list[ImageRef] = field(default_factory=list)
    links: list[LinkRef] = field(default_factory=list)
    html: list[tuple[int, int]] = field(default_factory=list)
    taken: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A link or picture whose end was not seen yet; `start` and `content_end` are bytes of the body."""

    data: dict[str, Any]
    is_image: bool
    start: int
    content_end: int
    text: list[str] = field(default_factory=list)


class MarkdownReader:
    """Reads the body that begins at `start`; `source` is the text before masking."""

    def __init__(self, source: str, masked: str, start: int, definitions: Definitions) -> None:
        self._source, self._masked, self._definitions = source, masked, definitions
        body = masked[start:]
        self._reading = Reading(list(MARKDOWN.events_with_range(body)))
        self._offsets = Offsets(body, start)
        self._stack: list[_Open] = []

    def read(self) -> Reading:
        """Return what one pass over the events finds. One loop: this is the hot path."""
        stack = self._stack
        taken = self._reading.taken
        for event, bounds in self._reading.events:
            if event.__class__ is str:
                if stack:
                    self._content("\n", bounds["end"])
                continue
            if "Text" in event:
                if stack:
                    self._content(event["Text"], bounds["end"])
                continue
            tag = event.get("Start")
            if tag is None:
                if stack:
                    self._inside(event, bounds["start"], bounds["end"])
                elif "Code" in event:
                    taken.append((bounds["start"], bounds["end"]))
                elif "End" not in event:
                    taken.append((bounds["start"], bounds["end"]))
                    self._html(bounds["start"], bounds["end"])
            elif tag.__class__ is dict:
                if "Link" in tag:
                    start = bounds["start"]
                    stack.append(_Open(tag["Link"], False, start, start + 1))
                elif "Image" in tag:
                    start = bounds["start"]
                    stack.append(_Open(tag["Image"], True, start, start + 2))
                elif "CodeBlock" in tag:
                    taken.append((bounds["start"], bounds["end"]))
        return self._reading

    def _content(self, text: str, end: int) -> None:
        opened = self._stack[-1]
        opened.text.append(text)
        opened.content_end = end

    def _html(self, start: int, end: int) -> None:
        at = self._offsets.at
        self._reading.html.append((at(start), at(end)))

    def _inside(self, event: dict[str, Any], start: int, end: int) -> None:
        """Take an event within a link or picture."""
        tag = event.get("End")
        if tag is None:
            self._content(event.get("Code", ""), end)
            if "Code" not in event:
                self._html(start, end)
        elif tag == "Link" or tag == "Image":
            opened = self._stack.pop()
            text = "".join(opened.text)
            if self._stack:
                self._content(text, end)
            else:
                self._reading.taken.append((opened.start, end))
            at = self._offsets.at
            first, content_end = at(opened.start), at(opened.content_end)
            self._add(opened, Span(first, at(end)), content_end, text)
        else:
            self._stack[-1].content_end = end

    def _add(self, opened: _Open, span: Span, content_end: int, text: str) -> None:
        kind, url = self._target(opened, span, content_end)
        if kind == "autolink":
            inner = url.span
        else:
            first = span.start + (2 if opened.is_image else 1)
            inner = Span(first, max(first, self._masked.find("]", content_end, span.end)))
        dynamic = FILLER in opened.data["dest_url"]
        if FILLER in text:
            text = inner.of(self._source)
        if opened.is_image:
            self._reading.images.append(ImageRef(kind, url, span, text, inner, is_dynamic=dynamic))
        else:
            self._reading.links.append(LinkRef(kind, url, span, inner, text, dynamic))

    def _target(self, opened: _Open, span: Span, content_end: int) -> tuple[str, Url]:
        link_type, target = opened.data["link_type"], opened.data["dest_url"]
        if link_type == "Inline":
            kind, where = "markdown", inline_destination(self._masked, content_end, span.end)
        elif link_type in ("Autolink", "Email"):
            kind, where = "autolink", Span(span.start + 1, span.end - 1)
        else:
            kind, where = "markdown-reference", self._definitions.destination(opened.data["id"])
        raw = where.of(self._source)
        return kind, Url(raw if FILLER in target else target, where, raw)
