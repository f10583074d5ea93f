"""Find the shortcodes that Hugo would run."""

from __future__ import annotations

from postlint.body.tag_scan import NAME, Ends, with_content
from postlint.body.tags import TemplateTag
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_OPENERS = late_pattern(r"\{\{([<%])")
_TOKEN = late_pattern(r""""(?:[^"\\\n]|\\.)*"|`[^`]*`|([%>]\}\})|(\{\{[<%])""")


def find_hugo(text: str, start: int) -> tuple[TemplateTag, ...]:
    """As Hugo's shortcode lexer: live in code too; only `{{</* */>}}` is an escape."""
    tags: list[TemplateTag] = []
    ends = Ends(text)
    at = start
    while match := _OPENERS.search(text, at):
        opener, begin = match[1], match.start()
        at = match.end()
        if text.startswith("/*", at):
            close = ends.find("*/" + (">" if opener == "<" else "%") + "}}", at)
            at = close + 5 if close >= 0 else at
            continue
        end = _end_of_shortcode(text, at, ends)
        if end < 0:
            continue
        name = NAME.match(text, at, end)
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
        tag, at = with_content(text, tag, ends, _end_tag)
        tags.append(tag)
    return tuple(tags)


def _end_of_shortcode(text: str, at: int, ends: Ends) -> int:
    """Return where `>}}` or `%}}` stands that closes the shortcode at `at`, strings skipped; or -1."""
    if ends.find(">}}", at) < 0 and ends.find("%}}", at) < 0:
        return -1
    while match := _TOKEN.search(text, at):
        if match[1]:
            return match.start()
        if match[2]:
            # another shortcode begins: this one was never closed
            return -1
        at = match.end()
    return -1


def _end_tag(name: str) -> str:
    return r"\{\{[<%]\s*/\s*" + name + r"\s*[>%]\}\}"
