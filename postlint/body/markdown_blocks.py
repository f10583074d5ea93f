"""Blocks of a Markdown body, from the events of pyromark."""

from __future__ import annotations

from typing import Any

from postlint.body.block_builder import BlockBuilder
from postlint.body.html_blocks import HtmlFeeder
from postlint.body.offsets import Offsets
from postlint.values.span import Span

_SIMPLE = {"Paragraph": "paragraph", "TableCell": "table-cell"}
_CONTAINERS = {"BlockQuote": "quote", "List": "list", "Table": "table", "FootnoteDefinition": "footnote"}


class MarkdownFeeder:
    """Feeds the events of a body to a builder."""

    def __init__(
        self, builder: BlockBuilder, html: HtmlFeeder, masked: str, offsets: Offsets
    ) -> None:
        self._builder, self._html, self._masked = builder, html, masked
        self._offset = offsets.at
        # how many containers were open when each of Markdown's own began
        self._depths: list[int] = []
        self._in_image = 0
        self._in_code = False

    def feed(self, events: list[Any]) -> None:
        """Take all events. One loop: this is the hot path."""
        builder, offset = self._builder, self._offset
        text = builder.text
        html = self._html
        for event, bounds in events:
            if event.__class__ is str:
                if not self._in_image:
                    self._break(event, bounds)
                continue
            shown = event.get("Text")
            if shown is not None:
                if not self._in_image and not self._in_code and not html.is_hidden:
                    text(shown, offset(bounds["start"]), offset(bounds["end"]))
                continue
            tag = event.get("Start")
            if tag is not None:
                self._start(tag, offset(bounds["start"]))
                continue
            tag = event.get("End")
            if tag is not None:
                self._end(tag, bounds)
            elif not self._in_image:
                self._inline(event, bounds)

    def _break(self, event: str, bounds: dict[str, int]) -> None:
        start, end = self._offset(bounds["start"]), self._offset(bounds["end"])
        if event == "Rule":
            self._builder.close(start)
            while end > start and self._masked[end - 1] in " \n":
                end -= 1
            self._builder.add("rule", Span(start, end))
        elif not self._html.is_hidden:
            at = end - 1 if self._masked[end - 1] == "\n" else start
            self._builder.line_break(at, at + 1)

    def _start(self, tag: Any, start: int) -> None:
        if tag.__class__ is str:
            self._start_simple(tag, start)
            return
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

    def _end(self, tag: Any, bounds: dict[str, int]) -> None:
        builder = self._builder
        name = tag if tag.__class__ is str else next(iter(tag))
        if name == "Image":
            self._in_image -= 1
        elif self._in_image:
            return
        elif name == "Link":
            builder.link_end()
        elif name in ("Paragraph", "Heading", "TableCell", "Item", "HtmlBlock"):
            builder.close(self._offset(bounds["end"]) if name != "Item" else -1)
        elif name == "CodeBlock":
            self._in_code = False
            start, end = self._offset(bounds["start"]), self._offset(bounds["end"])
            while end > start and self._masked[end - 1] in " \n":
                end -= 1
            builder.add("code", Span(start, end))
        elif name in _CONTAINERS and self._depths:
            builder.close(-1)
            del builder.containers[self._depths.pop() :]

    def _inline(self, event: dict[str, Any], bounds: dict[str, int]) -> None:
        start, end = self._offset(bounds["start"]), self._offset(bounds["end"])
        if "Code" in event:
            if not self._html.is_hidden:
                code = event["Code"]
                self._builder.code_span(code, max(start, self._masked.find(code, start, end)), end)
        elif "InlineHtml" in event or "Html" in event:
            self._html.feed(start, end)
