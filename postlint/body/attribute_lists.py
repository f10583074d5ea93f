"""kramdown's own marks: attribute lists (`{: .wide data-echo="a.png"}`), comments, Markdown within HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.body.mask import FILLER
from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_LIST = late_pattern(r"""\{:(?!:nomarkdown\}|/(?:nomarkdown)?\})(?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*\}""")

_COMMENT = late_pattern(r"\{::comment[^{}\n]*\}")
_COMMENT_END = late_pattern(r"\{:/(?:comment)?\}")
_WITH_MARKDOWN = late_pattern(
    r"""^ {0,3}<[A-Za-z][\w-]*[^<>\n]*\smarkdown(?:=["']?(?:1|block|span)["']?)?(?=[\s>])[^<>\n]*>""", re.MULTILINE
)


def markdown_elements(body: str) -> Iterator[tuple[Span, str]]:
    """Yield the start tags with `markdown="1"`, after which Markdown goes on, and what stands in their place."""
    for match in _WITH_MARKDOWN.finditer(body):
        # blanks before text would make it code
        is_alone = body[match.end() : match.end() + 1] in ("", "\n")
        yield Span(*match.span()), (" " if is_alone else FILLER) * len(match[0])


def _find_comment_end(text: str, at: int) -> tuple[int, int] | None:
    match = _COMMENT_END.search(text, at)
    return match.span() if match else None


def find_attribute_lists(text: str, start: int) -> list[TemplateTag]:
    """Return the attribute lists: those right after something, and those at the start of a line."""
    found: list[TemplateTag] = []
    at = text.find("{:", start)
    while at >= 0:
        comment = _COMMENT.match(text, at)
        if comment is not None:
            end = _find_comment_end(text, comment.end())
            if end is not None:
                whole, inner = Span(at, end[1]), Span(at + 1, comment.end() - 1)
                content = Span(comment.end(), end[0])
                found.append(TemplateTag("liquid", "comment", "comment", whole, inner.of(text), inner, False, content))
                at = text.find("{:", end[1])
                continue
        match = _LIST.match(text, at)
        if match is None or (at > start and text[at - 1] not in ")]>}*_`\n \t"):
            at = text.find("{:", at + 2)
            continue
        span = Span(*match.span())
        inner = Span(span.start + 2, span.end - 1)
        found.append(TemplateTag("liquid", "attributes", "", span, inner.of(text), inner))
        at = text.find("{:", span.end)
    return found
