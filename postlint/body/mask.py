"""The text as parsers get it: template tags give way to fillers of the same length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postlint.body.tags import TemplateTag
from postlint.values.span import Span

# A noncharacter: no letter, blank or punctuation to Markdown, and in no real text
FILLER = "\ufdd0"

# Tags that print nothing of their own
_SILENT = frozenset(
    {"if", "unless", "else", "elsif", "elif", "elseif", "case", "when", "for", "assign", "set", "capture",
     "raw", "verbatim", "break", "continue", "macro", "block", "import", "from", "extends", "comment", "#"}
)  # fmt: skip
_COMMENT_WIDTH = len("<!---->")
# How far a tag may be from the ends of its line to count as alone on it: keeps long lines linear
_MARGIN = 200


def fillers(text: str, tags: Iterable[TemplateTag]) -> Iterator[tuple[Span, str]]:
    """Yield what stands in for each tag.

    A tag that Markdown gets to see as an HTML comment (Hexo) or as a block of HTML (highlighted code)
    becomes a comment; one that prints nothing and stands alone on its line becomes blanks.
    """
    for tag in tags:
        width = len(tag.span)
        if (tag.language == "hexo" or tag.content is not None) and width >= _COMMENT_WIDTH:
            yield tag.span, f"<!--{FILLER * (width - _COMMENT_WIDTH)}-->"
        else:
            yield tag.span, filler(text, tag.span, is_silent(tag))


def is_silent(tag: TemplateTag) -> bool:
    """Tell whether a tag prints nothing of its own."""
    return tag.closing or tag.name in _SILENT or tag.kind in ("comment", "attributes", "import", "export")


def filler(text: str, span: Span, silent: bool) -> str:
    """Return blanks for what is silent and alone on its lines, else something that is no blank."""
    if silent and is_alone(text, span):
        return "".join(["\n" if char == "\n" else " " for char in span.of(text)])
    return FILLER * len(span)


def fill(text: str, start: int, stretches: Iterable[tuple[Span, str]]) -> str:
    """Return `text` from `start` on with ascending, disjoint stretches replaced."""
    parts: list[str] = []
    done = start
    for span, filling in stretches:
        parts.append(text[done : span.start])
        parts.append(filling)
        done = span.end
    parts.append(text[done:])
    return "".join(parts)


def mask_tags(text: str, start: int, tags: Sequence[TemplateTag]) -> str:
    """Return `text` from `start` on with all tags filled."""
    return fill(text, start, fillers(text, tags)) if tags else text[start:]


def mask_notes(body: str) -> str:
    """Return a body of Markdown without the notes of translators' tools."""
    return fill(body, 0, definition_lines(body, 0)) if "[#]:" in body else body


def is_alone(text: str, span: Span) -> bool:
    """Tell whether nothing else stands on the lines of a stretch."""
    start, end = span
    window = max(0, start - _MARGIN)
    before = text.rfind("\n", window, start) + 1
    after = text.find("\n", end, end + _MARGIN)
    if (before == 0 and window > 0) or (after < 0 and len(text) > end + _MARGIN):
        return False
    after = len(text) if after < 0 else after
    return not text[before:start].strip() and not text[end:after].strip()


def definition_lines(text: str, start: int) -> Iterator[tuple[Span, str]]:
    """Yield the lines that begin with `[#]:`: notes of translators' tools, whatever stands in them."""
    at = text.find("[#]:", start)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if at == start or text[at - 1] == "\n":
            yield Span(at, end), " " * (end - at)
        at = text.find("[#]:", end)
