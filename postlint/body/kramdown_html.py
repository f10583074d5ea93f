"""kramdown as a reader of CommonMark must get it: HTML, fences and URLs end elsewhere (2.4, `parser/kramdown`).

An element that begins a line is raw up to its own end tag, over blank lines as well, and Markdown goes on right
after that. Every edit keeps the length of the text, so that offsets stay those of the source.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from postlint.body.attribute_lists import markdown_elements
from postlint.body.kramdown_spans import MARKS, as_spans, unmarked
from postlint.body.mask import FILLER, fill
from postlint.body.spaced_urls import join_urls
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

SPANS = frozenset(
    {"a", "abbr", "acronym", "b", "bdo", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img",
     "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "samp",
     "select", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var"}
)  # fmt: skip
_VOID = frozenset(
    {"area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen", "link", "meta", "param",
     "source", "track", "wbr"}
)  # fmt: skip
_OPAQUE = frozenset({"script", "style"})
# whose end tag ends them to CommonMark as well
_CLOSED_ALIKE = frozenset({"script", "style", "pre", "textarea"})
_ATTRIBUTES = rf"(?:\s+[\w:@.{FILLER}-]+(?:\s*=\s*(?:[\w{FILLER}]+|\"[^\"]*\"|'[^']*'))?)*+"
_TAG = late_pattern(rf"<(?P<name>[A-Za-z][\w:-]*)(?P<attributes>{_ATTRIBUTES})\s*(?P<closed>/)?>")
_START = late_pattern(
    r"^(?P<indent> {0,3})(?:(?P<fence>`{3,}|~{3,})|(?P<raw>\{::nomarkdown\})|(?P<math>\$\$)"
    r"|(?=<[A-Za-z/!])(?P<tag><)(?P<end>/)?)",
    re.MULTILINE,
)
_LOOKS_LIKE_TAG = late_pattern(r"<[A-Za-z][^<>\n]*>")
_END_TAG = late_pattern(r"</(?P<name>[A-Za-z][\w:-]*)\s*>")
_MARKUP = late_pattern(r"<(?=[A-Za-z/!?])")
_WITH_MARKDOWN = late_pattern(r"\smarkdown(?:=[\"']?(?:1|block|span)[\"']?)?(?=\s|$)")
_BLANK_LINE = late_pattern(r"\n(?=[ \t]*\n)")
# how many indented elements without an end are searched for in a body
MOST_FAILURES = 16
# what goes on in the paragraph that a line with a single tag begins
_GOES_ON = late_pattern(r"[ \t]*\n {0,3}[^\s#>`~*+|{:0-9-]")

# a "title" with quotes in it ends where the parentheses do
_TITLE = late_pattern(r"""(?<=\]\()[^\s()<>]+[ \t]+(?P<quote>["'])(?P<title>[^\n]{1,300}?)(?P=quote)(?=[ \t]*\))""")
_MATH = late_pattern(r"\$\$[^$`\n]+\$\$")
# edits, and where to go on
Edits = Generator[tuple[Span, str], None, int]


def as_commonmark(body: str) -> str:
    """Return a body of kramdown with edits that let CommonMark find what kramdown finds."""
    has_markdown = " markdown" in body
    has_math = "$$" in body and "](" in body
    if has_math or "<" in body or "```" in body or "~~~" in body or "{::nomarkdown" in body:
        body = fill(body, 0, _edits(body))
    if has_math:
        body = _MATH.sub(lambda match: MARKS.sub(unmarked, match[0]), body)
    if has_markdown:
        body = fill(body, 0, markdown_elements(body))
    body = fill(body, 0, _plain_titles(body))
    return join_urls(as_spans(body))


def _plain_titles(body: str) -> Iterator[tuple[Span, str]]:
    for match in _TITLE.finditer(body):
        if match["quote"] in match["title"]:
            yield Span(*match.span("title")), match["title"].replace(match["quote"], "-")


def _edits(body: str) -> Iterator[tuple[Span, str]]:
    at = failures = 0
    end_of_raw = end_of_math = len(body)
    # fences that nothing closes from some place on, so nowhere after it
    unclosed: set[str] = set()
    while match := _START.search(body, at):
        first, at = match.start() + len(match["indent"]), match.end()
        if match["fence"]:
            fence = match["fence"]
            end = -1 if fence in unclosed else end_of_fence(body, at, fence)
            if end < 0:
                unclosed.add(fence)
            if end < 0 and "`" not in body[at : body.find("\n", at)]:
                yield Span(first, at), FILLER * (at - first)
            at = max(at, end)
        elif match["raw"]:
            end = end_of_raw = body.find("{:/", at) if end_of_raw >= 0 else -1
            if end >= 0:
                yield from _raw(body, at, end)
                at = end
        elif match["math"]:
            end = end_of_math = body.find("$$", at) if end_of_math >= 0 else -1
            # only a block of its own may hold blank lines
            if end >= 0 and (_is_after_blank(body, match.start()) or not _BLANK_LINE.search(body, at, end)):
                yield from _without_marks(body, at, end)
                at = end + 2
        elif match["end"]:
            at = yield from _after(body, _end_of(_END_TAG, body, first, at))
        elif body.startswith("<!--", first):
            end = body.find("-->", at)
            at = end + 3 if end >= 0 else len(body)
        else:
            is_indented = bool(match["indent"])
            if is_indented and failures > MOST_FAILURES:
                continue
            after = yield from edit_element(body, first, at, is_indented=is_indented)
            failures += after < 0
            at = abs(after)


def edit_element(body: str, first: int, at: int, *, is_indented: bool) -> Edits:
    """Edit the element that begins a line, and return where to go on; negative if it was searched for in vain."""
    tag = _TAG.match(body, first)
    if tag is None:
        # text to kramdown
        looks_like = _LOOKS_LIKE_TAG.match(body, first)
        return (yield from _joined(body, looks_like.end())) if looks_like else at
    if _WITH_MARKDOWN.search(tag["attributes"]):
        return tag.end()
    if tag["name"].lower() in SPANS:
        return (yield from _joined(body, tag.end()))
    end, is_over = _end_of_element(body, tag)
    if end == len(body) and not is_over and is_indented:
        # in a list, whose end is not known here
        return -tag.end()
    yield from _raw(body, tag.end(), end - 1)
    if not is_over and body[end - 2 : end] == ">\n":
        # Markdown begins on the next line: the block ends before it
        yield Span(end - 2, end - 1), "\n"
    if not is_over or tag["name"].lower() in _CLOSED_ALIKE:
        return end
    return (yield from _after(body, end))


def _joined(body: str, end: int) -> Edits:
    """Let a paragraph that begins with a tag go on behind it, and return where to go on."""
    if not _GOES_ON.match(body, end):
        return end
    line_end = body.index("\n", end)
    yield Span(line_end, line_end + 1), " "
    return line_end + 1


def _end_of_element(body: str, tag: re.Match[str]) -> tuple[int, bool]:
    """Return where the raw part of an element ends; False if Markdown or the body ends it."""
    opened: list[str] = []
    found: re.Match[str] | None = tag
    at = tag.start()
    while True:
        if found is not None:
            name, at = found["name"].lower(), found.end()
            if "markdown" in found["attributes"] and _WITH_MARKDOWN.search(found["attributes"]):
                return found.start(), False
            if name in _OPAQUE and not found["closed"]:
                end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(body, at)
                at = end.end() if end else len(body)
            elif name not in _VOID and not found["closed"]:
                opened.append(name)
        elif body.startswith("<!--", at):
            end_of_comment = body.find("-->", at)
            at = end_of_comment + 3 if end_of_comment >= 0 else at + 4
        elif closing := _END_TAG.match(body, at):
            at = closing.end()
            if opened and opened[-1] == closing["name"].lower():
                opened.pop()
        else:
            at += 1
        if not opened:
            return at, True
        following = _MARKUP.search(body, at)
        if following is None:
            return len(body), False
        at = following.start()
        found = _TAG.match(body, at)


def _raw(body: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Edit what is raw: nothing is Markdown, and blank lines end nothing."""
    blanks = [(Span(*match.span()), " ") for match in _BLANK_LINE.finditer(body, start, end)]
    yield from sorted([*blanks, *_without_marks(body, start, end)])


def _without_marks(body: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Edit what holds no picture and no link."""
    return ((Span(*match.span()), unmarked(match)) for match in MARKS.finditer(body, start, end))


def _is_after_blank(body: str, at: int) -> bool:
    """Tell whether the line that begins at a place follows a blank one, or none."""
    before = body[max(0, at - 200) : at]
    return not before or (before.endswith("\n") and not before[:-1].rpartition("\n")[2].strip())


def _after(body: str, end: int) -> Edits:
    """Let a paragraph begin behind an element that ends at `end`, and return where to go on."""
    line_end = body.find("\n", end)
    rest = body[end : line_end if line_end >= 0 else len(body)]
    if rest.strip():
        if rest[0] in " \t":
            yield Span(end - 1, end + 1), "\n\n"
        return end + 1
    if line_end >= 0 and body[line_end + 1 : line_end + 200].partition("\n")[0].strip():
        # a blank or else the `>` gives way
        at = end if rest else end - 1
        yield Span(at, at + 1), "\n"
    return end


def _end_of(pattern: re.Pattern[str], body: str, first: int, default: int) -> int:
    match = pattern.match(body, first)
    return match.end() if match else default


def end_of_fence(body: str, at: int, fence: str) -> int:
    """Return where the block of code ends that a fence before `at` begins; -1 if nothing closes it."""
    closing = re.compile(rf"^ {{0,3}}{re.escape(fence)}{fence[0]}*[ \t]*$", re.MULTILINE).search(body, at)
    return closing.end() if closing else -1
