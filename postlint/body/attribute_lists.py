"""kramdown's attribute lists: `{: .wide data-echo="a.png"}`."""

from __future__ import annotations

import re

from postlint.body.tags import TemplateTag
from postlint.values.span import Span

_LIST = re.compile(r"""\{:(?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*\}""")


def find_attribute_lists(text: str, start: int) -> list[TemplateTag]:
    """Return the attribute lists: those right after something, and those at the start of a line."""
    found: list[TemplateTag] = []
    at = text.find("{:", start)
    while at >= 0:
        match = _LIST.match(text, at)
        if match is None or (at > start and text[at - 1] not in ")]>}*_`\n \t"):
            at = text.find("{:", at + 2)
            continue
        span = Span(*match.span())
        inner = Span(span.start + 2, span.end - 1)
        found.append(TemplateTag("liquid", "attributes", "", span, inner.of(text), inner))
        at = text.find("{:", span.end)
    return found
