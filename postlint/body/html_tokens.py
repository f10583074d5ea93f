"""HTML to pieces of markup; only posts that hold some import the parser."""

from __future__ import annotations

from collections.abc import Iterator

from turbohtml import TokenType, tokenize

from postlint.body.elements import HtmlToken
from postlint.values.span import Span

_KINDS = {TokenType.START_TAG: "start", TokenType.END_TAG: "end", TokenType.COMMENT: "comment"}


def scan_html(text: str, base: int) -> Iterator[HtmlToken]:
    """Yield the markup of `text` in order, as browsers split it; offsets get `base` added.

    A tag that is still open at the end is no markup.
    """
    at = 0
    for token in tokenize(text, capture_source=True):
        if token.type == TokenType.TEXT:
            continue
        source = token.source
        if not source:
            continue
        at = text.find(source, at)
        if at < 0:
            return
        span = Span(base + at, base + at + len(source))
        at += len(source)
        yield HtmlToken(
            _KINDS.get(token.type, "other"),
            span,
            token.tag or "",
            tuple(token.attrs or ()),
            token.self_closing,
        )
