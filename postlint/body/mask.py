"""The text as parsers get it: template tags give way to fillers of the same length."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.body.tags import TemplateTag

# A noncharacter: no letter, blank or punctuation to Markdown, and in no real text
FILLER = "\ufdd0"

# Tags that print nothing of their own
_SILENT = frozenset(
    {"if", "unless", "else", "elsif", "elif", "elseif", "case", "when", "for", "assign", "set", "capture",
     "raw", "verbatim", "break", "continue", "macro", "block", "import", "from", "extends", "comment", "#"}
)  # fmt: skip
_COMMENT_WIDTH = len("<!---->")


def mask(text: str, start: int, tags: Sequence[TemplateTag]) -> str:
    """Return `text` from `start` on with `tags` replaced, code point for code point.

    A tag that Markdown gets to see as an HTML comment (Hexo) or as a block of HTML (highlighted code)
    becomes a comment; one that prints nothing and stands alone on its line becomes blanks.
    """
    if not tags:
        return text[start:]
    parts: list[str] = []
    done = start
    for tag in tags:
        parts.append(text[done : tag.span.start])
        parts.append(_filler(text, tag))
        done = tag.span.end
    parts.append(text[done:])
    return "".join(parts)


def _filler(text: str, tag: TemplateTag) -> str:
    width = len(tag.span)
    if tag.content is not None and tag.language == "liquid" and tag.name == "raw":
        opening = tag.content.start - tag.span.start
        closing = tag.span.end - tag.content.end
        return FILLER * opening + tag.content.of(text) + FILLER * closing
    if (tag.language == "hexo" or tag.content is not None) and width >= _COMMENT_WIDTH:
        return f"<!--{FILLER * (width - _COMMENT_WIDTH)}-->"
    if (tag.kind == "comment" or tag.closing or tag.name in _SILENT) and _is_alone(text, tag):
        return "".join("\n" if char == "\n" else " " for char in tag.span.of(text))
    return FILLER * width


# How far a tag may be from the ends of its line to count as alone on it: keeps long lines linear
_MARGIN = 200


def _is_alone(text: str, tag: TemplateTag) -> bool:
    start, end = tag.span
    window = max(0, start - _MARGIN)
    before = text.rfind("\n", window, start) + 1
    after = text.find("\n", end, end + _MARGIN)
    if (before == 0 and window > 0) or (after < 0 and len(text) > end + _MARGIN):
        return False
    after = len(text) if after < 0 else after
    return not text[before:start].strip() and not text[end:after].strip()
