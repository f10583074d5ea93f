"""HTML in a body: start tags with exact spans, comments, text of scripts."""

from __future__ import annotations

from postlint.body.mask import FILLER
from postlint.values.dataclass import dataclass, field
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# As browsers split a start tag: a name, then perhaps `=` and a value in quotes or bare
_ATTRIBUTE = late_pattern(
    r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*)))?"""
)
_WORD = late_pattern(r"\w+")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: `name` in lower case, `value` with entities undone, `raw` as written under `value_span`.

    `value_span` is without quotes; empty, at the end of the name, if there is no value.
    """

    name: str
    value: str
    raw: str
    span: Span
    value_span: Span


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: `name` in lower case, the attributes as written (of equal names the first counts).

    `content` is what stands between a `script`, `style`, `textarea`, `title`, `xmp`, `iframe` or
    `noframes` and its end tag; None for all others.
    """

    name: str
    span: Span
    attributes: tuple[Attribute, ...] = ()
    content: Span | None = None
    is_closed: bool = field(default=False)

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute that counts, or None."""
        return next((attribute for attribute in self.attributes if attribute.name == name), None)

    def is_kramdown(self, text: str) -> bool:
        """Tell whether kramdown takes it for a tag: an unquoted value is one word (2.4, `HTML_TAG_RE`)."""
        return all(
            not attribute.raw or text[attribute.value_span.start - 1] in "\"'" or _WORD.fullmatch(attribute.raw)
            for attribute in self.attributes
        )

    def has_bare_path(self, text: str) -> bool:
        """Tell whether an unquoted value holds a slash."""
        return any(
            "/" in attribute.raw.rstrip("/") and text[attribute.value_span.start - 1] not in "\"'"
            for attribute in self.attributes
        )

    def value(self, name: str) -> str:
        """Return the value of an attribute; empty if there is none."""
        attribute = self.attribute(name)
        return attribute.value if attribute else ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: `span` whole, `inner` without its delimiters; `syntax` is `html` or `mdx`."""

    span: Span
    inner: Span
    text: str
    syntax: str = "html"


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A piece of markup: `kind` is `start`, `end`, `comment` or `other`; text is what lies between."""

    kind: str
    span: Span
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    is_self_closing: bool = False


_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noframes", "noembed"})


def read_elements(tokens: list[HtmlToken], source: str, masked: str) -> tuple[Element, ...]:
    """Return the start tags; `source` is the text before masking."""
    elements: list[Element] = []
    for number, token in enumerate(tokens):
        if token.kind != "start":
            continue
        content = None
        if token.name in _RAW_TEXT:
            following = tokens[number + 1] if number + 1 < len(tokens) else None
            content = Span(token.span.end, following.span.start if following else len(source))
        elements.append(
            Element(token.name, token.span, _attributes(token, source, masked), content, token.is_self_closing)
        )
    return tuple(elements)


def _attributes(token: HtmlToken, source: str, masked: str) -> tuple[Attribute, ...]:
    if not token.attributes:
        return ()
    decoded = dict(token.attributes)
    found: list[Attribute] = []
    seen: set[str] = set()
    at = token.span.start + 1 + len(token.name)
    end = token.span.end - 1
    while match := _ATTRIBUTE.match(masked, at, end):
        name = match["name"].lower()
        group = match.lastgroup
        value_span = Span(match.end(), match.end())
        if group and group != "name":
            value_span = Span(*match.span(group))
        raw = value_span.of(source)
        value = raw if name in seen else decoded.get(name, raw)
        if FILLER in value:
            value = raw
        seen.add(name)
        found.append(Attribute(name, value, raw, Span(match.start("name"), match.end()), value_span))
        at = match.end()
    return tuple(found)


def read_comments(tokens: list[HtmlToken], source: str, masked: str) -> tuple[Comment, ...]:
    """Return the HTML comments; those that stand in for a template tag are left out."""
    comments: list[Comment] = []
    for token in tokens:
        start, end = token.span
        if (
            token.kind != "comment"
            or not masked.startswith("<!--", start)
            or masked.startswith((FILLER, "-->"), start + 4)
        ):
            continue
        tail = 3 if masked.endswith("-->", start, end) else 0
        inner = Span(start + 4, max(start + 4, end - tail))
        comments.append(Comment(token.span, inner, inner.of(source)))
    return tuple(comments)
