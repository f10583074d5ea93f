"""What the scanners of all template languages share: closing delimiters, names, blocks handed on untouched."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

NAME = late_pattern(r"[-~+]?\s*(/?)\s*([^\s%}>/]*)")
# a shortcode of Zola
_CALL = late_pattern(r"\s*(\w+)\s*\(")
_KINDS = {"{%": "tag", "{{": "output", "{#": "comment"}
# Blocks whose content the template engine hands on untouched or as code
_VERBATIM = {
    "hexo": frozenset({"raw", "codeblock", "code"}),
    "liquid": frozenset({"highlight", "comment"}),
    "nunjucks": frozenset({"highlight"}),
    "jinja": frozenset(),
    "hugo": frozenset({"highlight", "comment"}),
}

# a condition that never holds: what stands in it is printed nowhere
_NEVER = late_pattern(r"[-~]?\s*(?:if\s+(?:false|nil)|unless\s+true)\s*[-~]?")
_BRANCH = late_pattern(r"\{%[-~]?\s*(?:if|unless|else|elsif)\b")


class Ends:
    """Finds closing delimiters; asked with rising offsets, it searches each stretch once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, int] = {}
        self._matches: dict[str, re.Match[str] | None] = {}

    def find(self, needle: str, at: int) -> int:
        """Return the offset of `needle` from `at` on, or -1."""
        known = self._found.get(needle)
        if known is not None and (known >= at or known < 0):
            return known
        found = self._found[needle] = self._text.find(needle, at)
        return found

    def search(self, key: str, pattern: str, at: int) -> re.Match[str] | None:
        """Return the first match of a pattern from `at` on, or None."""
        if key in self._matches:
            known = self._matches[key]
            if known is None or known.start() >= at:
                return known
        found = self._matches[key] = re.compile(pattern).search(self._text, at)
        return found


def make_tag(text: str, language: str, opener: str, start: int, end: int, width: int = 2) -> TemplateTag:
    inner = Span(start + width, end - width)
    kind, name, closing = _KINDS[opener], "", False
    if kind == "tag":
        match = NAME.match(text, inner.start, inner.end)
        if match:
            name, closing = match[2], bool(match[1])
        if name.startswith("end") and len(name) > 3:
            name, closing = name[3:], True
    if language == "jinja" and kind != "comment" and (call := _CALL.match(text, inner.start, inner.end)):
        name, closing = call[1], False
    return TemplateTag(language, kind, name, Span(start, end), text[inner.start : inner.end], inner, closing)


def with_content(text: str, tag: TemplateTag, ends: Ends, closer: Callable[[str], str]) -> tuple[TemplateTag, int]:
    """Extend the opening tag of a block that is verbatim, or never printed, over its content and closing tag."""
    is_never = tag.language == "liquid" and _NEVER.fullmatch(tag.inner) is not None
    if tag.closing or not (is_never or tag.name in _VERBATIM[tag.language]):
        return tag, tag.span.end
    found = ends.search("/" + tag.name, closer(re.escape(tag.name)), tag.span.end)
    if found is None or (is_never and _BRANCH.search(text, tag.span.end, found.start())):
        return tag, tag.span.end
    content = Span(tag.span.end, found.start())
    whole = Span(tag.span.start, found.end())
    return TemplateTag(tag.language, tag.kind, tag.name, whole, tag.inner, tag.inner_span, False, content), whole.end
