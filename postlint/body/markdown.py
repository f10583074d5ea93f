"""What pyromark reads in a body: one pass over its events for images, links, HTML and code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pyromark import Markdown, Options

from postlint.body.definitions import Definitions, fold
from postlint.body.destinations import inline_destination
from postlint.body.escapes import unescape_markdown
from postlint.body.mask import FILLER
from postlint.body.references import ImageRef, LinkRef
from postlint.body.shape import shape
from postlint.body.url import Url
from postlint.values.dataclass import dataclass, field
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

OPTIONS = Options.ENABLE_TABLES | Options.ENABLE_STRIKETHROUGH
MARKDOWN = Markdown(options=OPTIONS)
# where `[^1]` leads to a note; elsewhere it is a link like any other
MARKDOWN_WITH_FOOTNOTES = Markdown(options=OPTIONS | Options.ENABLE_FOOTNOTES)


def markdown_parser(has_footnotes: bool) -> Markdown:
    """Return the parser of all bodies with, or all without, footnotes."""
    return MARKDOWN_WITH_FOOTNOTES if has_footnotes else MARKDOWN


_LAST_LABEL = late_pattern(r"(?<!\\)(?:\\\\)*\[((?:[^\[\]\\]|\\.)*)\]$", re.S)
_FENCE_WITH_TAB = late_pattern(r"(?m)^[ >]*(?:`{3,}|~{3,})[ \t]+$")
_CHUNK = 50_000


@dataclass(slots=True)
class Reading:
    """The events of a body and what the first pass found.

    The bounds of events, plus `base`, are offsets into the source. `html` lists the stretches of the
    source that are HTML, `code` code blocks and spans, `taken` all that holds no bare URL: code, links,
    pictures, tags. They ascend and do not overlap.
    """

    events: list[Any]
    base: int
    images: list[ImageRef] = field(default_factory=list)
    links: list[LinkRef] = field(default_factory=list)
    html: list[Span] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A link or picture whose end was not seen yet; `content_end` is where its content ends so far."""

    link_type: Any
    is_image: bool
    start: int
    content_end: int
    text: list[str] = field(default_factory=list)


class MarkdownReader:
    """Reads the body that begins at `start`; `source` is the text before masking."""

    def __init__(self, source: str, masked: str, start: int, definitions: Definitions, has_footnotes: bool) -> None:
        self._source, self._masked, self._definitions = source, masked, definitions
        events = _events(masked, start, definitions, has_footnotes)
        self._base = start
        self._reading = Reading(events, start)
        self._stack: list[_Open] = []

    def read(self) -> Reading:
        """Return what one pass over the events finds. One loop: this is the hot path."""
        stack, base = self._stack, self._base
        taken, code = self._reading.taken, self._reading.code
        for event, bounds in self._reading.events:
            if event.__class__ is str:
                if stack:
                    self._content("\n", bounds["end"] + base)
                continue
            if "Text" in event:
                if stack:
                    self._text(event["Text"], bounds["start"] + base, bounds["end"] + base)
                continue
            tag = event.get("Start")
            if tag is None:
                if stack:
                    self._inside(event, bounds["start"] + base, bounds["end"] + base)
                elif "End" not in event:
                    span = Span(bounds["start"] + base, bounds["end"] + base)
                    taken.append(span)
                    if "Code" in event:
                        code.append(span)
                    elif "Html" in event or "InlineHtml" in event:
                        self._reading.html.append(span)
            elif tag.__class__ is dict:
                self._start(tag, bounds["start"] + base, bounds["end"] + base)
        return self._reading

    def _start(self, tag: dict[str, Any], start: int, end: int) -> None:
        if "Link" in tag:
            self._stack.append(_Open(tag["Link"]["link_type"], False, start, start + 1))
        elif "Image" in tag:
            self._stack.append(_Open(tag["Image"]["link_type"], True, start, start + 2))
        elif "CodeBlock" in tag:
            self._reading.taken.append(Span(start, end))
            self._reading.code.append(Span(start, end))

    def _content(self, text: str, end: int) -> None:
        opened = self._stack[-1]
        opened.text.append(text)
        opened.content_end = end

    def _text(self, text: str, start: int, end: int) -> None:
        # an entity is shorter than what it stands for, or longer
        self._content(self._masked[start:end] if len(text) == end - start else text, end)

    def _inside(self, event: dict[str, Any], start: int, end: int) -> None:
        """Take an event within a link or picture."""
        tag = event.get("End")
        if tag is None:
            code = event.get("Code")
            self._content("" if code is None else code_text(self._masked, start, end)[0], end)
            if "Html" in event or "InlineHtml" in event:
                self._reading.html.append(Span(start, end))
        elif tag == "Link" or tag == "Image":
            self._close(end)
        else:
            self._stack[-1].content_end = end

    def _close(self, end: int) -> None:
        opened = self._stack.pop()
        text = "".join(opened.text)
        if opened.link_type in ("Collapsed", "CollapsedUnknown") and self._masked.startswith("[]", end):
            # pyromark's range ends before the empty label
            end += 2
        span = Span(opened.start, end)
        if self._stack:
            self._content(text, end)
        else:
            self._reading.taken.append(span)
        first = opened.start + (2 if opened.is_image else 1)
        inner = Span(first, max(first, self._masked.find("]", opened.content_end, end)))
        kind, where = self._target(opened, span, inner)
        if self._masked.startswith("!--" + FILLER, where.start):
            # a Hexo tag: its placeholder is a comment, which reads as a URL in angle brackets
            where = Span(where.start - 1, where.end + 1)
        if kind == "autolink":
            inner = where
        raw = self._source[where.start : where.end]
        dynamic = FILLER in self._masked[where.start : where.end]
        if kind == "autolink":
            text_of_url = "mailto:" + raw if opened.link_type == "Email" else raw
        else:
            text_of_url = raw if dynamic else unescape_markdown(raw)
        url = Url(text_of_url, where, raw)
        if FILLER in text:
            text = inner.of(self._source)
        if any(outer.is_image for outer in self._stack):
            # of what stands in an alternative text, only the text is shown
            return
        if opened.is_image:
            self._reading.images.append(ImageRef(kind, url, span, text, inner, is_dynamic=dynamic))
        else:
            self._reading.links.append(LinkRef(kind, url, span, inner, text, dynamic))

    def _target(self, opened: _Open, span: Span, inner: Span) -> tuple[str, Span]:
        link_type = opened.link_type
        if link_type == "Inline":
            return "markdown", inline_destination(self._masked, inner.end, span.end)
        if link_type in ("Autolink", "Email"):
            return "autolink", Span(span.start + 1, span.end - 1)
        label = inner
        if link_type.startswith("Reference"):
            label = Span(self._masked.find("[", inner.end, span.end) + 1, span.end - 1)
        return "markdown-reference", self._definitions.destination(label.of(self._masked))


def _events(masked: str, start: int, definitions: Definitions, has_footnotes: bool) -> list[Any]:
    """Return the events of the body's shape; labels beyond ASCII are looked up in the real text."""
    body = masked[start:]
    shaped = shape(body)
    if "`\t" in shaped or "~\t" in shaped:
        # a closing fence may have tabs after it, but not to pyromark
        shaped = _FENCE_WITH_TAB.sub(lambda match: match[0].replace("\t", " "), shaped)
    if "]\\[" in shaped:
        # pyromark overlooks the backslash, and takes the bracket for that of a label
        shaped = shaped.replace("]\\[", "]\\,")
    foreign = definitions.beyond_ascii
    if not foreign:
        return _taken(markdown_parser(has_footnotes).events_with_range(shaped))
    for first, last in foreign.values():
        blank = "".join("\n" if char == "\n" else " " for char in shaped[first - start : last - start])
        shaped = shaped[: first - start] + blank + shaped[last - start :]

    def look_up(link: Any) -> tuple[str, str] | None:
        written = body[link["span"]["start"] : link["span"]["end"]].removesuffix("[]")
        label = _LAST_LABEL.search(written)
        return ("x", "") if label and fold(label[1]) in foreign else None

    options = OPTIONS | Options.ENABLE_FOOTNOTES if has_footnotes else OPTIONS
    return _taken(Markdown(options=options, broken_link_callback=look_up).events_with_range(shaped))


def _taken(events: Iterable[Any]) -> list[Any]:
    """Return a list of events; between chunks of it, a limit on memory can be noticed."""
    rest = iter(events)
    found = list(islice(rest, _CHUNK))
    size = len(found)
    while size == _CHUNK:
        more = list(islice(rest, _CHUNK))
        size = len(more)
        found += more
    return found


def code_text(masked: str, start: int, end: int) -> tuple[str, int]:
    """Return the text of a code span and where it begins; line ends count as blanks."""
    ticks = start
    while ticks < end and masked[ticks] == "`":
        ticks += 1
    width = ticks - start
    first, last = ticks, end - width
    if last - first > 2 and masked[first] in " \n" and masked[last - 1] in " \n" and masked[first:last].strip():
        first, last = first + 1, last - 1
    return masked[first:last].replace("\n", " "), first
