"""Python-Markdown as a reader of CommonMark must get it (3.x, `htmlparser.py`): HTML ends elsewhere.

A block element that begins a line is raw up to its own end tag, over blank lines as well. Every edit keeps the
length of the text, so that offsets stay those of the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from postlint.body.attribute_lists import markdown_elements
from postlint.body.kramdown_html import MOST_FAILURES, SPANS, edit_element, end_of_fence
from postlint.body.mask import fill
from postlint.body.spaced_urls import join_urls
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# `markdown.core.block_level_elements`
_BLOCKS = (
    "address|article|aside|blockquote|body|canvas|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|group|h[1-6]|header|hgroup|html|iframe|legend|li|main|map|math|menu|nav|noscript|object|ol|output|p|picture|pre"
    "|progress|script|search|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_NAMES = "|".join((_BLOCKS, *sorted(SPANS)))
_START = late_pattern(rf"(?im)^(?P<indent> {{0,3}})(?:(?P<fence>`{{3,}}|~{{3,}})|<(?=(?:{_NAMES})[\s/>]))")


def as_commonmark(body: str) -> str:
    """Return a body of Python-Markdown with edits that let CommonMark find what Python-Markdown finds."""
    if "<" in body and "](" in body:
        has_markdown = " markdown" in body
        body = fill(body, 0, _edits(body))
        if has_markdown:
            body = fill(body, 0, markdown_elements(body))
    return join_urls(body)


def _edits(body: str) -> Iterator[tuple[Span, str]]:
    at = failures = 0
    unclosed: set[str] = set()
    while match := _START.search(body, at):
        first, at = match.start() + len(match["indent"]), match.end()
        if fence := match["fence"]:
            end = -1 if fence in unclosed else end_of_fence(body, at, fence)
            if end < 0:
                unclosed.add(fence)
            at = max(at, end)
            continue
        is_indented = bool(match["indent"])
        if is_indented and failures > MOST_FAILURES:
            continue
        after = yield from edit_element(body, first, at, is_indented=is_indented)
        failures += after < 0
        at = abs(after)
