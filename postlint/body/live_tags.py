"""Find the tags that a generator would run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from postlint.body.attribute_lists import find_attribute_lists
from postlint.body.dialect import Dialect
from postlint.body.hugo_tags import find_hugo
from postlint.body.tag_scan import Ends, make_tag, with_content
from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_TAG_ENDS = {"{%": "%}", "{{": "}}", "{#": "#}"}
# one pass in place of four
_ANY = late_pattern(r"\{[%{#:]")
_OPENERS = late_pattern(r"\{[%{#]")
_RAW = frozenset({"raw", "verbatim"})
# each begins with a plain character: such a pattern is five times as fast
_HEXO_TOKENS = late_pattern(r"`|~~~|<!--|\{[%{#]")
_FENCE_LEAD = late_pattern(r"(?:(?:[ \t]*>){0,3}|[-*+]|[0-9]+\.)[ \t]*")
_HEXO_FENCE_END = r"(?m)^(?:[ \t]*>){0,3}[ \t]*%s[ \t]?$"


def find_tags(text: str, start: int, dialect: Dialect) -> tuple[TemplateTag, ...]:
    """Return the live tags of `text` from `start` on, in order and disjoint. Linear time."""
    languages = dialect.templates
    if "hugo" in languages:
        return find_hugo(text, start) if "{{" in text else ()
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


def _end_tag(name: str) -> str:
    return r"\{%[-~]?\s*end" + name + r"\s*[-~]?%\}"


def _find_plain(text: str, start: int, language: str) -> tuple[TemplateTag, ...]:
    tags: list[TemplateTag] = []
    ends = Ends(text)
    at = start
    while match := _OPENERS.search(text, at):
        opener = match[0]
        at = match.end()
        if language == "liquid" and opener == "{#":
            continue
        end = ends.find(_TAG_ENDS[opener], at)
        if end < 0:
            continue
        tag, at = with_content(text, make_tag(text, language, opener, match.start(), end + 2), ends, _end_tag)
        tags.append(tag)
        if tag.name in _RAW and not tag.closing:
            # nothing is live up to the end tag, but Markdown reads it
            closing = ends.search("/" + tag.name, _end_tag(tag.name), at)
            at = closing.start() if closing else at
    return tuple(tags)


def _find_hexo(text: str, start: int) -> tuple[TemplateTag, ...]:
    """As Hexo 8 `lib/hexo/post.ts`: nothing runs in fences, code spans and comments."""
    tags: list[TemplateTag] = []
    ends = Ends(text)
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
            tag, at = with_content(text, make_tag(text, "hexo", mark, begin, end), ends, _end_tag)
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


def _end_of_hexo_tag(ends: Ends, text: str, opener: str, at: int) -> int:
    end = ends.find(_TAG_ENDS[opener], at)
    if end < 0:
        return -1
    if opener == "{{" and "}" in text[at:end]:
        # `{{ a } b }}` is text
        return -1
    return end + 2


_BLANK_LINE = late_pattern(r"\n[ \t]*\n")


def _after_code_span(ends: Ends, ticks: str, at: int, text: str) -> int:
    found = ends.search(ticks, r"(?<!`)" + ticks + r"(?!`)", at)
    if found is None:
        return at
    blank = _BLANK_LINE.search(text, at, found.start())
    return at if blank else found.end()
