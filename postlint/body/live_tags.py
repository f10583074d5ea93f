"""Find the tags that a generator would run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from postlint.body.attribute_lists import find_attribute_lists
from postlint.body.dialect import Dialect
from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_NAME = late_pattern(r"[-~+]?\s*(/?)\s*([^\s%}>/]*)")
_TAG_ENDS = {"{%": "%}", "{{": "}}", "{#": "#}"}
_KINDS = {"{%": "tag", "{{": "output", "{#": "comment"}
# one pass in place of four
_ANY = late_pattern(r"\{[%{#:]")
_OPENERS = late_pattern(r"\{[%{#]")
_HUGO_OPENERS = late_pattern(r"\{\{([<%])")
_HUGO_TOKEN = late_pattern(r""""(?:[^"\\\n]|\\.)*"|`[^`]*`|([%>]\}\})|(\{\{[<%])""")
# Blocks whose content the template engine hands on untouched or as code
_VERBATIM = {
    "hexo": frozenset({"raw", "codeblock", "code"}),
    "liquid": frozenset({"highlight", "comment"}),
    "nunjucks": frozenset({"highlight"}),
    "jinja": frozenset(),
    "hugo": frozenset({"highlight", "comment"}),
}
_RAW = frozenset({"raw", "verbatim"})
# each begins with a plain character: such a pattern is five times as fast
_HEXO_TOKENS = late_pattern(r"`|~~~|<!--|\{[%{#]")
_FENCE_LEAD = late_pattern(r"(?:(?:[ \t]*>){0,3}|[-*+]|[0-9]+\.)[ \t]*")
_HEXO_FENCE_END = r"(?m)^(?:[ \t]*>){0,3}[ \t]*%s[ \t]?$"
_HEXO_CODE_ELEMENT = late_pattern(r"<code[^<>]*>")


def find_tags(text: str, start: int, dialect: Dialect) -> tuple[TemplateTag, ...]:
    """Return the live tags of `text` from `start` on, in order and disjoint. Linear time."""
    languages = dialect.templates
    if "hugo" in languages:
        return _find_hugo(text, start) if "{{" in text else ()
    if _ANY.search(text) is None:
        return ()
    if "{:" in text and "liquid" in languages:
        return _with_attribute_lists(text, start)
    if "{%" not in text and "{{" not in text and "{#" not in text:
        return ()
    if "hexo" in languages:
        return _find_hexo(text, start)
    for language in ("liquid", "nunjucks", "jinja"):
        if language in languages:
            return _find_plain(text, start, language)
    return ()


def outside(tags: Iterable[TemplateTag], stretches: Sequence[Span]) -> list[TemplateTag]:
    """Return the tags that begin in none of the ascending stretches."""
    starts = [span.start for span in stretches]
    kept = []
    for tag in tags:
        number = bisect_right(starts, tag.span.start) - 1
        if number < 0 or tag.span.start >= stretches[number].end:
            kept.append(tag)
    return kept


def _with_attribute_lists(text: str, start: int) -> tuple[TemplateTag, ...]:
    found = sorted([*_find_plain(text, start, "liquid"), *find_attribute_lists(text, start)], key=lambda tag: tag.span)
    disjoint: list[TemplateTag] = []
    for tag in found:
        if not disjoint or tag.span.start >= disjoint[-1].span.end:
            disjoint.append(tag)
    return tuple(disjoint)


class _Ends:
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


def _make(text: str, language: str, opener: str, start: int, end: int, width: int = 2) -> TemplateTag:
    inner = Span(start + width, end - width)
    kind, name, closing = _KINDS[opener], "", False
    if kind == "tag":
        match = _NAME.match(text, inner.start, inner.end)
        if match:
            name, closing = match[2], bool(match[1])
        if name.startswith("end") and len(name) > 3:
            name, closing = name[3:], True
    return TemplateTag(language, kind, name, Span(start, end), text[inner.start : inner.end], inner, closing)


def _with_content(text: str, tag: TemplateTag, ends: _Ends, closer: Callable[[str], str]) -> tuple[TemplateTag, int]:
    """Extend a verbatim block's opening tag over its content and closing tag, if there is one."""
    if tag.closing or tag.name not in _VERBATIM[tag.language]:
        return tag, tag.span.end
    found = ends.search("/" + tag.name, closer(re.escape(tag.name)), tag.span.end)
    if found is None:
        return tag, tag.span.end
    content = Span(tag.span.end, found.start())
    whole = Span(tag.span.start, found.end())
    return TemplateTag(tag.language, tag.kind, tag.name, whole, tag.inner, tag.inner_span, False, content), whole.end


def _end_tag(name: str) -> str:
    return r"\{%[-~]?\s*end" + name + r"\s*[-~]?%\}"


def _hugo_end_tag(name: str) -> str:
    return r"\{\{[<%]\s*/\s*" + name + r"\s*[>%]\}\}"


def _find_plain(text: str, start: int, language: str) -> tuple[TemplateTag, ...]:
    tags: list[TemplateTag] = []
    ends = _Ends(text)
    at = start
    while match := _OPENERS.search(text, at):
        opener = match[0]
        at = match.end()
        if language == "liquid" and opener == "{#":
            continue
        end = ends.find(_TAG_ENDS[opener], at)
        if end < 0:
            continue
        tag, at = _with_content(text, _make(text, language, opener, match.start(), end + 2), ends, _end_tag)
        tags.append(tag)
        if tag.name in _RAW and not tag.closing:
            # nothing is live up to the end tag, but Markdown reads it
            closing = ends.search("/" + tag.name, _end_tag(tag.name), at)
            at = closing.start() if closing else at
    return tuple(tags)


def _find_hexo(text: str, start: int) -> tuple[TemplateTag, ...]:
    """As Hexo 8 `lib/hexo/post.ts`: nothing runs in fences, code spans and comments."""
    tags: list[TemplateTag] = []
    ends = _Ends(text)
    at = start
    while match := _HEXO_TOKENS.search(text, at):
        mark, begin = match[0], match.start()
        if mark[0] in "`~":
            run = _run(text, begin)
            if len(run) >= 3 and _starts_fence(text, begin, at):
                found = ends.search(run, _HEXO_FENCE_END % run, _line_end(text, begin))
                # an unclosed fence is code to Markdown, but not to Hexo, which goes on looking for tags
                at = found.end() if found else begin + len(run)
            else:
                at = begin + len(run)
                if mark == "`":
                    at = _after_code_span(ends, run, at, text)
        elif mark == "<!--":
            end = ends.find("-->", match.end())
            at = end + 3 if end >= 0 else len(text)
        else:
            at = match.end()
            end = _end_of_hexo_tag(ends, text, mark, at)
            if end < 0:
                continue
            tag, at = _with_content(text, _make(text, "hexo", mark, begin, end), ends, _end_tag)
            tags.append(tag)
    return tuple(tags)


def _run(text: str, at: int) -> str:
    """Return the marks of one kind that stand at a place."""
    end = at + 1
    while text.startswith(text[at], end):
        end += 1
    return text[at:end]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _starts_fence(text: str, at: int, done: int) -> bool:
    """Tell whether only marks of lists and quotations stand before a place on its line, and nothing read before."""
    line = text.rfind("\n", max(0, done - 1), at) + 1
    return (line > 0 or done == 0) and _FENCE_LEAD.fullmatch(text, line, at) is not None


def _end_of_hexo_tag(ends: _Ends, text: str, opener: str, at: int) -> int:
    end = ends.find(_TAG_ENDS[opener], at)
    if end < 0:
        return -1
    if opener == "{{" and "}" in text[at:end]:
        # `{{ a } b }}` is text
        return -1
    return end + 2


_BLANK_LINE = late_pattern(r"\n[ \t]*\n")


def _after_code_span(ends: _Ends, ticks: str, at: int, text: str) -> int:
    found = ends.search(ticks, r"(?<!`)" + ticks + r"(?!`)", at)
    if found is None:
        return at
    blank = _BLANK_LINE.search(text, at, found.start())
    return at if blank else found.end()


def _find_hugo(text: str, start: int) -> tuple[TemplateTag, ...]:
    """As Hugo's shortcode lexer: live in code too; only `{{</* */>}}` is an escape."""
    tags: list[TemplateTag] = []
    ends = _Ends(text)
    at = start
    while match := _HUGO_OPENERS.search(text, at):
        opener, begin = match[1], match.start()
        at = match.end()
        if text.startswith("/*", at):
            close = ends.find("*/" + (">" if opener == "<" else "%") + "}}", at)
            at = close + 5 if close >= 0 else at
            continue
        end = _end_of_shortcode(text, at, ends)
        if end < 0:
            continue
        name = _NAME.match(text, at, end)
        inner = Span(at, end)
        tag = TemplateTag(
            "hugo",
            "shortcode",
            name[2] if name else "",
            Span(begin, end + 3),
            text[at:end],
            inner,
            bool(name and name[1]),
        )
        tag, at = _with_content(text, tag, ends, _hugo_end_tag)
        tags.append(tag)
    return tuple(tags)


def _end_of_shortcode(text: str, at: int, ends: _Ends) -> int:
    """Return where `>}}` or `%}}` stands that closes the shortcode at `at`, strings skipped; or -1."""
    if ends.find(">}}", at) < 0 and ends.find("%}}", at) < 0:
        return -1
    while match := _HUGO_TOKEN.search(text, at):
        if match[1]:
            return match.start()
        if match[2]:
            # another shortcode begins: this one was never closed
            return -1
        at = match.end()
    return -1
