"""Blocks of a Markdown body, from the events of pyromark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from postlint.body.block_builder import BlockBuilder
from postlint.body.html_blocks import HtmlFeeder
from postlint.body.markdown import Reading, code_text
from postlint.body.mask import FILLER
from postlint.body.tags import TemplateTag
from postlint.values.span import Span

_SIMPLE = {"Paragraph": "paragraph", "TableCell": "table-cell"}
_CONTAINERS = {"BlockQuote": "quote", "List": "list", "Table": "table", "FootnoteDefinition": "footnote"}
_PARAGRAPH_END = {"End": "Paragraph"}
_CLOSING = frozenset({"Paragraph", "Heading", "TableCell", "Item", "HtmlBlock"})


class MarkdownFeeder:
    """Feeds the events of a body to a builder."""

    def __init__(
        self,
        builder: BlockBuilder,
        html: HtmlFeeder,
        masked: str,
        reading: Reading,
        tags: Sequence[TemplateTag],
    ) -> None:
        self._builder, self._html, self._masked, self._reading = builder, html, masked, reading
        # how many containers were open when each of Markdown's own began
        self._depths: list[int] = []
        self._in_image = 0
        self._in_code = False
        self._has_tags = bool(tags) or FILLER in masked
        self._tag_spans = [tag.span for tag in tags if tag.language == "hexo"]

    def feed(self) -> None:
        """Take all events. One loop: this is the hot path."""
        masked, html = self._masked, self._html
        # a placeholder of Hexo's may end up as text, where it is no comment
        builder = self._builder
        add_text = self._around_tags if self._tag_spans else builder.text
        base = self._reading.base
        events = self._reading.events
        plain_until = 0
        for number, (event, bounds) in enumerate(events):
            if number < plain_until:
                continue
            start, end = bounds["start"] + base, bounds["end"] + base
            if event.__class__ is str:
                if not self._in_image:
                    self._break(event, start, end)
                continue
            text = event.get("Text")
            if text is not None:
                if not (self._in_image or self._in_code or html.is_hidden):
                    if len(text) == end - start:
                        # else an entity, which is longer than what it stands for
                        text = masked[start:end]
                    if builder.block is None or self._has_tags:
                        add_text(text, start, end)
                    else:
                        builder.block.add(text, start, end)
                continue
            tag = event.get("Start")
            if tag is not None:
                if tag.__class__ is str:
                    if tag == "Paragraph" and not (self._has_tags or html.is_hidden):
                        plain_until = self._plain_paragraph(number, start, end)
                        if plain_until:
                            continue
                    self._start_simple(tag, start)
                else:
                    self._start(tag, start)
                continue
            tag = event.get("End")
            if tag is not None:
                self._end(tag if tag.__class__ is str else next(iter(tag)), start, end)
            elif not self._in_image:
                self._inline(event, start, end)

    def _plain_paragraph(self, number: int, start: int, end: int) -> int:
        """Add the paragraph that begins with an event, if it is text alone; return the event after it, else 0.

        Most paragraphs are; nothing is opened or closed for them.
        """
        builder = self._builder
        event, bounds = self._reading.events[number + 1]
        if event.__class__ is str or "Text" not in event or self._reading.events[number + 2][0] != _PARAGRAPH_END:
            return 0
        first, last = bounds["start"] + self._reading.base, bounds["end"] + self._reading.base
        if len(event["Text"]) != last - first or not builder.plain(start, end, first, self._masked[first:last]):
            return 0
        return number + 3

    def _around_tags(self, text: str, start: int, end: int) -> None:
        """Add the text outside the tags."""
        number = max(0, bisect_right(self._tag_spans, (start, 1 << 62)) - 1)
        at = start
        for span in self._tag_spans[number : number + 1 + (end - start)]:
            if span.start >= end:
                break
            if span.end <= at:
                continue
            if span.start > at:
                self._builder.text(text[at - start : span.start - start], at, span.start)
            if span.start >= at:
                self._builder.image(span.start)
            at = min(end, span.end)
        if at < end:
            self._builder.text(text[at - start :], at, end)

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self._builder.close(start)
            self._builder.add("rule", Span(start, end))
        elif not self._html.is_hidden:
            at = end - 1 if self._masked[end - 1] == "\n" else start
            self._builder.line_break(at, at + 1)

    def _start(self, tag: dict[str, Any], start: int) -> None:
        builder = self._builder
        name = next(iter(tag))
        if name == "Link":
            if not self._in_image:
                builder.link_start(start)
        elif name == "Image":
            if not self._in_image:
                builder.image(start)
            self._in_image += 1
        elif name == "Heading":
            builder.open("heading", start, int(tag[name]["level"][1]))
        elif name == "CodeBlock":
            builder.close(start)
            self._in_code = True
        elif name in _CONTAINERS:
            builder.close(start)
            self._depths.append(len(builder.containers))
            builder.containers.append(_CONTAINERS[name])

    def _start_simple(self, tag: str, start: int) -> None:
        builder = self._builder
        if tag in _SIMPLE:
            # the first paragraph of a list item is the item
            if tag != "Paragraph" or not builder.is_waiting("list-item"):
                builder.open(_SIMPLE[tag], start)
        elif tag == "Item":
            builder.open("list-item", start)
        elif tag == "HtmlBlock":
            builder.close(start)

    def _end(self, name: str, start: int, end: int) -> None:
        builder = self._builder
        if name == "Image":
            self._in_image -= 1
        elif self._in_image:
            return
        elif name == "Link":
            builder.link_end()
        elif name in _CLOSING:
            builder.close(end if name != "Item" else -1)
        elif name == "CodeBlock":
            self._in_code = False
            builder.add("code", Span(start, end))
        elif name in _CONTAINERS and self._depths:
            builder.close(-1)
            del builder.containers[self._depths.pop() :]

    def _inline(self, event: dict[str, Any], start: int, end: int) -> None:
        if "Code" in event:
            if not self._html.is_hidden:
                text, first = code_text(self._masked, start, end)
                self._builder.code_span(text, first, first + len(text))
        elif "InlineHtml" in event or "Html" in event:
            self._html.feed(start, end)
