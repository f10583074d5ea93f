"""HTML to pieces of markup; only posts that hold some import the parser."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

from postlint.body.elements import HtmlToken
from postlint.values.span import Span

_PARSER = "turbohtml"


def _load_parser() -> Any:
    """Return what has turbohtml's tokenizer: its compiled module alone, where that can be had.

    The package around it has much else, and takes a seventh of a run over one post to load. Who imports it later gets
    the same module.
    """
    name = f"{_PARSER}._html"
    if _PARSER not in sys.modules:
        with suppress(Exception):
            package = PathFinder.find_spec(_PARSER)
            found = PathFinder.find_spec(name, package.submodule_search_locations if package else None)
            if found is not None and found.loader is not None:
                module = module_from_spec(found)
                found.loader.exec_module(module)
                if hasattr(module, "tokenize") and hasattr(module, "TokenType"):
                    sys.modules[name] = module
                    return module
    import turbohtml

    return turbohtml


_html = _load_parser()
_TEXT = _html.TokenType.TEXT
_KINDS = {
    _html.TokenType.START_TAG: "start",
    _html.TokenType.END_TAG: "end",
    _html.TokenType.COMMENT: "comment",
}


def scan_html(text: str, base: int) -> Iterator[HtmlToken]:
    """Yield the markup of `text` in order, as browsers split it; offsets get `base` added.

    A tag that is still open at the end is no markup.
    """
    at = 0
    for token in _html.tokenize(text, capture_source=True):
        if token.type == _TEXT:
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
