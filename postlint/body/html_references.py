"""Pictures and links that HTML elements name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.elements import Attribute, Element, HtmlToken
from postlint.body.entities import unescape
from postlint.body.mask import FILLER
from postlint.body.picture_attributes import names_a_picture, other_sizes, picture_kinds
from postlint.body.references import ImageRef, LinkRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_CSS_URL = late_pattern(
    r"(?<![\w-])url\(\s*+(?:\"([^\"]*)\"|'([^']*)'|&(?:quot|\#34);((?:[^&]|&(?!(?:quot|\#34);))*)&(?:quot|\#34);"
    r"|((?:[^\s()\"'\\]|\\.)*))\s*+\)",
    re.I,
)
_NO_PICTURES = late_pattern(r"/\*.*?(?:\*/|\Z)|@font-face\s*\{[^{}]*\}", re.I | re.S)
_MARKUP = late_pattern(r"<[^<>]*>|!?\[|\]\([^()\s]*\)|[*`]")
_CANDIDATE = late_pattern(r"[\s,]*([^\s,]\S*)")


def image_references(element: Element, masked: str) -> Iterator[ImageRef]:
    """Yield the pictures that a start tag names, in the order of its attributes."""
    name = element.name.rpartition(":")[2]
    attributes = {attribute.name: attribute for attribute in reversed(element.attributes)}
    kinds = dict(picture_kinds(name, attributes))
    values = {key: attribute.value for key, attribute in attributes.items()}
    alternatives = other_sizes(kinds)
    for attribute in element.attributes:
        kind = kinds.get(attribute.name)
        if kind is None or attributes[attribute.name] is not attribute:
            continue
        alt = attributes.get("alt")
        for url in _urls(kind, attribute, masked):
            yield ImageRef(
                kind,
                url,
                element.span,
                alt.value if alt else None,
                alt.value_span if alt else None,
                attribute.name,
                values,
                FILLER in url.span.of(masked),
                attribute.name in alternatives,
            )


def _urls(kind: str, attribute: Attribute, masked: str) -> Iterator[Url]:
    is_style = kind == "css-background" and attribute.name == "style"
    if not is_style and not attribute.name.endswith("srcset"):
        yield trimmed(attribute.raw, attribute.value_span.start, attribute.value)
        return
    start = attribute.value_span.start
    split = css_urls if is_style else srcset_urls
    # template tags may hold blanks and brackets
    value = attribute.value_span.of(masked)
    for url in split(value if FILLER in value else attribute.raw, start):
        yield _written(url, attribute.raw, start)


def trimmed(raw: str, start: int, value: str) -> Url:
    """Return the URL of a whole value; blanks around it do not count."""
    lead = len(raw) - len(raw.lstrip())
    raw = raw.strip()
    return Url(value.strip(), Span(start + lead, start + lead + len(raw)), raw)


def css_urls(style: str, start: int) -> Iterator[Url]:
    """Yield the `url()` of a CSS text that begins at `start`."""
    for match in _CSS_URL.finditer(style):
        group = match.lastindex or 4
        raw, span = match[group], Span(start + match.start(group), start + match.end(group))
        if raw and not raw.startswith("&"):
            yield Url(unescape(raw), span, raw)
        elif raw:
            # `url(&quot;a.png&quot;)`: the quotes are written as entities
            inner = re.sub(r"^&(?:quot|#39|#34|apos);|&(?:quot|#39|#34|apos);$", "", raw)
            at = span.start + raw.find(inner)
            yield Url(unescape(inner), Span(at, at + len(inner)), inner)


def style_references(element: Element, source: str, masked: str) -> Iterator[ImageRef]:
    """Yield the pictures of a `style` element; fonts, comments and other sheets are none."""
    if element.content is None:
        return
    css = _NO_PICTURES.sub(lambda match: " " * len(match[0]), element.content.of(masked))
    for url in css_urls(css, element.content.start):
        is_dynamic = FILLER in url.raw
        if is_dynamic or names_a_picture(url.text):
            yield ImageRef("css-background", _written(url, source), element.span, name="style", is_dynamic=is_dynamic)


def _written(url: Url, source: str, start: int = 0) -> Url:
    """Return a URL found in masked text with the template tags that it holds; `source` begins at `start`."""
    raw = source[url.span.start - start : url.span.end - start]
    return url if raw == url.raw else Url(raw, url.span, raw)


def srcset_urls(value: str, start: int) -> Iterator[Url]:
    """Yield the URLs of a `srcset`, as browsers split it: a URL may hold commas, but not end in one."""
    at = 0
    while match := _CANDIDATE.match(value, at):
        raw = match[1].rstrip(",")
        first = start + match.start(1)
        yield Url(unescape(raw), Span(first, first + len(raw)), raw)
        at = match.end()
        if len(raw) == len(match[1]):
            # descriptors go on to the next comma outside parentheses
            comma = value.find(",", at)
            at = len(value) if comma < 0 else comma + 1


def html_links(elements: Sequence[Element], tokens: Sequence[HtmlToken], masked: str) -> Iterator[LinkRef]:
    """Yield the links of `a` and `area` elements."""
    ends = anchor_ends(tokens)
    for element in elements:
        if element.name not in ("a", "area"):
            continue
        href = element.attribute("href")
        if href is None:
            continue
        content = Span(element.span.end, ends.get(element.span.start, element.span.end))
        text = unescape(_MARKUP.sub("", content.of(masked))).replace(FILLER, "")
        url = trimmed(href.raw, href.value_span.start, href.value)
        yield LinkRef("html", url, element.span, content, text.strip(), FILLER in url.span.of(masked))


def outside_anchors(links: list[LinkRef], tokens: Sequence[HtmlToken]) -> list[LinkRef]:
    """Return the links without the bare URLs that are the text of an `a` element."""
    anchors = sorted(anchor_ends(tokens).items())
    if not anchors:
        return links
    starts = [start for start, _ in anchors]
    kept = []
    for link in links:
        number = bisect_right(starts, link.span.start) - 1
        if link.kind != "bare" or number < 0 or link.span.start >= anchors[number][1]:
            kept.append(link)
    return kept


def anchor_ends(tokens: Sequence[HtmlToken]) -> dict[int, int]:
    """Map the start of each `a` start tag to where its content ends: a second `a` closes the first."""
    ends: dict[int, int] = {}
    opened: int | None = None
    for token in tokens:
        if token.name != "a":
            continue
        if opened is not None:
            ends[opened] = token.span.start
        opened = token.span.start if token.kind == "start" else None
    return ends
