"""Markup of HTML, as it begins, breaks and ends blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from postlint.body.block_builder import BlockBuilder
from postlint.body.elements import HtmlToken
from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_CONTAINERS = {
    "blockquote": "quote", "ul": "list", "ol": "list", "dl": "list", "menu": "list", "table": "table",
    "details": "details", "figure": "figure", "aside": "aside",
}  # fmt: skip
_KINDS = {
    "li": "list-item", "dt": "list-item", "dd": "list-item", "td": "table-cell", "th": "table-cell",
    "figcaption": "caption", "caption": "caption",
    "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h5", "h6": "h6",
}  # fmt: skip
_BREAKING = frozenset(
    {"p", "div", "center", "section", "article", "header", "footer", "main", "nav", "address", "summary",
     "tr", "tbody", "thead", "tfoot", "form", "fieldset", "pre", "hr", "body", "html", "head", "video",
     "iframe", "picture-group", "hgroup", "search", "dialog", "legend", "option", "optgroup"}
    | set(_CONTAINERS) | set(_KINDS)
)  # fmt: skip
_HIDDEN = frozenset(
    {
        "script",
        "style",
        "template",
        "title",
        "textarea",
        "noframes",
        "iframe",
        "svg",
        "math",
        "select",
        "head",
    }
)
_MOST_CONTAINERS = 100
_OPENING = late_pattern(r"\s*</?([A-Za-z][\w-]*)")


class HtmlFeeder:
    """Feeds the markup of a body, and the text between it, to a builder."""

    def __init__(
        self,
        builder: BlockBuilder,
        tokens: list[HtmlToken],
        html: str,
        start: int,
        tags: dict[int, TemplateTag],
    ) -> None:
        self._builder, self._tokens, self._html, self._base = builder, tokens, html, start
        self._tags = tags
        self._next = 0
        self._consumed = start
        self._hidden = ""
        self._pre = -1

    @property
    def is_hidden(self) -> bool:
        """Tell whether text at this place is not prose: in a script, or in `pre`."""
        return bool(self._hidden) or self._pre >= 0

    def feed(self, start: int, end: int) -> None:
        """Take the HTML from `start` to `end`."""
        tokens, at = self._tokens, max(start, self._consumed)
        while self._next < len(tokens) and tokens[self._next].span.start < end:
            token = tokens[self._next]
            self._next += 1
            if token.span.end <= at:
                continue
            self._text(at, token.span.start)
            self._token(token)
            at = token.span.end
        self._text(at, end)
        self._consumed = max(at, end)

    def finish(self, end: int) -> None:
        """Take the end of the body."""
        if self._pre >= 0:
            self._builder.add("code", Span(self._pre, end))
            self._pre = -1

    def _text(self, start: int, end: int) -> None:
        if start < end and not self.is_hidden:
            self._builder.html_text(self._html[start - self._base : end - self._base], start, end)

    def _token(self, token: HtmlToken) -> None:
        if token.kind == "comment":
            self._comment(token)
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token)

    def _comment(self, token: HtmlToken) -> None:
        start = token.span.start
        tag = self._tags.get(start)
        if tag is None:
            if not self.is_hidden:
                self._builder.add("comment", token.span)
        elif tag.content is not None and tag.name != "raw":
            self._builder.close(start)
            self._builder.add("comment" if tag.name == "comment" else "code", tag.span)
        else:
            self._builder.image(start, token.span.end)

    def _start(self, token: HtmlToken) -> None:
        builder, name = self._builder, token.name
        start, end = token.span
        if name in _BREAKING:
            builder.close(start)
        builder.image(start, end)
        if self._hidden or self._pre >= 0:
            return
        if name == "br":
            builder.line_break(start, end)
        elif name == "a":
            builder.link_end()
            builder.link_start(start)
        elif name == "hr":
            builder.add("rule", token.span)
        elif name == "pre":
            self._pre = start
        elif name in _HIDDEN and not token.is_self_closing:
            self._hidden = name
        if name in _CONTAINERS and len(builder.containers) < _MOST_CONTAINERS:
            builder.containers.append(_CONTAINERS[name])
        elif name in _KINDS:
            builder.expect(_KINDS[name])

    def _end(self, token: HtmlToken) -> None:
        builder, name = self._builder, token.name
        if self._hidden:
            if name == self._hidden:
                self._hidden = ""
            return
        if name == "pre" and self._pre >= 0:
            builder.add("code", Span(self._pre, token.span.end))
            self._pre = -1
        if self._pre >= 0:
            return
        if name == "a":
            builder.link_end()
        if name in _BREAKING:
            builder.close(token.span.start)
        if name in _KINDS:
            builder.expect("")
        if name in _CONTAINERS:
            _pop(builder.containers, _CONTAINERS[name])


def in_block(span: Span, stretches: Sequence[Span], text: str) -> bool:
    """Tell whether a tag lies in HTML that begins a block, where CommonMark does not look at attributes."""
    number = bisect_right(stretches, (span.start, len(text))) - 1
    while number > 0 and stretches[number - 1].end == stretches[number].start:
        number -= 1
    opening = _OPENING.match(text, stretches[number].start) if number >= 0 else None
    return opening is not None and opening[1].lower() in _BREAKING


def _pop(containers: list[str], name: str) -> None:
    """Leave the innermost container of that name, and what was left open inside."""
    for number in range(len(containers) - 1, -1, -1):
        if containers[number] == name:
            del containers[number:]
            return
