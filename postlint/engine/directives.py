"""Finds the suppressions in a post."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from postlint.front_matter.nodes import Entry, Mapping, Scalar, Sequence
from postlint.post.post import Post
from postlint.values.directive import Directive, Selector
from postlint.values.edit import Edit
from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

_GATE = "postlint"
# a reason may follow after `--`, so that people can say why
_COMMENT = late_pattern(
    r"\s*postlint-(disable-next-line|disable-line|disable-file|disable|enable)(?=[\s,]|$)([^\n]*?)(?:\s--\s*([^\n]*))?\s*"
)
_IN_FRONT_MATTER = late_pattern(
    r"#[ \t]*postlint-(disable-line|disable-next-line|disable-file)(?=[\s,]|$)"
    r"([^\n#]*?)(?:[ \t]--[ \t]*([^\n]*))?[ \t]*(?=\r?\n|\r|$)"
)
_WORD = late_pattern(r"[^\s,]+")
# nobody needs more of them; only texts made to be slow have them
_MOST = 1000
_MOST_SELECTORS = 100


class _Raw(NamedTuple):
    form: str
    span: Span
    selectors: tuple[Selector, ...]
    reason: str
    removal: tuple[Edit, ...]


def find_directives(post: Post) -> tuple[Directive, ...]:
    """Return the suppressions of a post in order, at most 1,000 with 100 codes each.

    A post without the word costs one `in` test.
    """
    if _GATE not in post.text:
        return ()
    raws = [*_in_front_matter(post), *_in_key(post), *_in_comments(post)]
    raws.sort(key=lambda raw: raw.span)
    del raws[_MOST:]
    enables = [raw for raw in raws if raw.form == "enable"]
    return tuple(_place(post, raw, enables) for raw in raws if raw.form != "enable")


def _in_comments(post: Post) -> Iterator[_Raw]:
    for comment in post.body.comments:
        match = _COMMENT.fullmatch(comment.inner.of(post.text))
        if match:
            words = _words(match.group(2), comment.inner.start + match.start(2))
            removal = Edit(_with_line(post.text, comment.span), "")
            yield _Raw(match.group(1), comment.span, words, match.group(3) or "", (removal,))


def _in_front_matter(post: Post) -> Iterator[_Raw]:
    front_matter = post.front_matter
    if front_matter is None or front_matter.format not in ("yaml", "toml", "hexo-old"):
        return
    block = front_matter.split.block
    values = [node.span for _, node in front_matter.root.walk()]
    for match in islice(_IN_FRONT_MATTER.finditer(post.text, block.start, block.end), _MOST):
        span = Span(*match.span())
        if any(value.start < span.start < value.end for value in values):
            continue
        words = _words(match.group(2), match.start(2))
        removal = Edit(_with_line(post.text, span, block), "")
        yield _Raw(match.group(1), span, words, match.group(3) or "", (removal,))


def _in_key(post: Post) -> Iterator[_Raw]:
    entry = post.front_matter.find("postlint") if post.front_matter else None
    if post.front_matter is None or entry is None or not isinstance(entry.node, Mapping):
        return
    disable = entry.node.find("disable")
    if disable is None:
        return
    selectors = tuple(_selectors_of(disable))
    reason = entry.node.find("reason")
    is_alone = {other.key for other in entry.node.entries} <= {"disable", "reason"}
    removal = tuple(post.front_matter.edit.remove(entry if is_alone else disable))
    yield _Raw("key", disable.span, selectors, str(reason.value) if reason else "", removal)


def _selectors_of(entry: Entry) -> Iterator[Selector]:
    items = entry.node.items if isinstance(entry.node, Sequence) else (entry.node,)
    for item in islice(items, _MOST_SELECTORS):
        if isinstance(item, Scalar) and isinstance(item.value, str):
            yield Selector("" if item.value.upper() == "ALL" else item.value, item.span)


def _words(text: str, offset: int) -> tuple[Selector, ...]:
    found = tuple(
        Selector(match.group(), Span(offset + match.start(), offset + match.end()))
        for match in islice(_WORD.finditer(text), _MOST_SELECTORS)
    )
    return found or (Selector("", Span(offset, offset)),)


def _with_line(text: str, span: Span, block: Span | None = None) -> Span:
    """Return the span of a comment, with its line where it stands alone on it.

    In front matter (`block`) the blanks before it go with it; those of the body may mean something.
    """
    start, end = span
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    is_alone = (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")
    if is_alone and (block is None or end < block.end):
        return Span(start, min(len(text), end + (2 if text.startswith("\r\n", end) else 1)))
    return Span(start, span.end) if block is not None else span


def _place(post: Post, raw: _Raw, enables: list[_Raw]) -> Directive:
    lines = post.source.lines
    size = len(post.text)
    # past the last offset, so that a finding at the very end is covered
    target = Span(0, size + 1)
    if raw.form == "disable-line":
        line = lines.line_span(lines.position(raw.span.start).line)
        target = Span(line.start, line.end + 1)
    elif raw.form == "disable-next-line":
        number = lines.position(raw.span.end).line + 1
        # formatters put a blank line behind a comment
        while number < len(lines) and not lines.line_span(number).of(post.text).strip():
            number += 1
        line = lines.line_span(number) if number <= len(lines) else Span(size, size)
        target = Span(line.start, line.end + 1)
    elif raw.form == "disable":
        target = Span(raw.span.end, _end_of_range(raw, enables, size))
    location, end = lines.position(raw.span.start), lines.position(raw.span.end)
    excerpt = lines.line_span(location.line).of(post.text)[:400]
    return Directive(raw.form, raw.span, target, raw.selectors, location, end, raw.removal, raw.reason, excerpt)


def _end_of_range(raw: _Raw, enables: list[_Raw], size: int) -> int:
    """Return where the matching `enable` stands: one without codes, or with all of this directive's codes."""
    wanted = {selector.text.upper() for selector in raw.selectors}
    for other in enables:
        if other.span.start >= raw.span.end:
            named = {selector.text.upper() for selector in other.selectors}
            if "" in named or wanted <= named:
                return other.span.start
    return size + 1
