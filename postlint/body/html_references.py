"""Pictures and links that HTML elements name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.elements import Attribute, Element, HtmlToken
from postlint.body.entities import unescape
from postlint.body.mask import FILLER
from postlint.body.references import ImageRef, LinkRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# Attributes from which scripts load the picture when the reader scrolls to it
LAZY = (
    "data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-echo", "data-original-src",
    "data-url", "data-lazy", "data-default-watermark-src", "data-canonical-src", "_src", "real_src",
    "original", "loading-src", "zoomfile", "file",
)  # fmt: skip
# of elements of SVG, the last as JSX has it
_LINKS = ("href", "xlink:href", "xlinkhref")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_LAZY_BACKGROUNDS = ("data-bg", "data-background-image", "data-background")
_BACKGROUND_ELEMENTS = frozenset({"table", "td", "th", "tr", "tbody", "thead", "tfoot", "body"})
_IMAGE_NAMES = frozenset({"img", "image", "amp-img"})
_IMAGE_SUFFIX = late_pattern(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico|tiff?|apng)(?:[?#]|$)", re.I)
_CSS_URL = late_pattern(
    r"(?<![\w-])url\(\s*+(?:\"([^\"]*)\"|'([^']*)'|&(?:quot|\#34);((?:[^&]|&(?!(?:quot|\#34);))*)&(?:quot|\#34);"
    r"|((?:[^\s()\"'\\]|\\.)*))\s*+\)",
    re.I,
)
_NO_PICTURES = late_pattern(r"/\*.*?(?:\*/|\Z)|@font-face\s*\{[^{}]*\}", re.I | re.S)
_MARKUP = late_pattern(r"<[^<>]*>|!?\[|\]\([^()\s]*\)|[*`]")
_CANDIDATE = late_pattern(r"[\s,]*([^\s,]\S*)")


def names_a_picture(url: str) -> bool:
    """Tell whether the path of a URL ends as a picture's does."""
    return _IMAGE_SUFFIX.search(url) is not None


def image_references(element: Element, masked: str) -> Iterator[ImageRef]:
    """Yield the pictures that a start tag names, in the order of its attributes."""
    name = element.name.rpartition(":")[2]
    attributes = {attribute.name: attribute for attribute in reversed(element.attributes)}
    kinds = dict(_kinds(name, attributes))
    values = {key: attribute.value for key, attribute in attributes.items()}
    alternatives = _alternatives(kinds)
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


def _kinds(name: str, attributes: dict[str, Attribute]) -> Iterator[tuple[str, str]]:
    if "style" in attributes and "url(" in attributes["style"].value.lower():
        yield "style", "css-background"
    if name in _IMAGE_NAMES:
        yield from _kinds_of_image(name, attributes)
    elif name == "source":
        yield "srcset", "html-source"
        yield from ((key, "html-source") for key in _LAZY_SETS)
        if _is_picture_source(attributes):
            yield "src", "html-source"
    elif name == "video":
        yield "poster", "html-poster"
    elif name == "input" and attributes.get("type") and attributes["type"].value.lower() == "image":
        yield "src", "html-img"
    elif name in ("object", "embed"):
        key = "data" if name == "object" else "src"
        kind = attributes.get("type")
        if key in attributes and (
            names_a_picture(attributes[key].value) or (kind and kind.value.lower().startswith("image/"))
        ):
            yield key, "html-img"
    elif name == "link" and _links_a_picture(attributes):
        yield "href", "html-source"
        yield "imagesrcset", "html-source"
    elif name == "use" and any(key in attributes and names_a_picture(attributes[key].value) for key in _LINKS):
        # a sprite in a file of its own; `#icon` alone is one of the page
        yield from ((key, "svg-image") for key in _LINKS if key in attributes)
    elif name in _BACKGROUND_ELEMENTS:
        yield "background", "css-background"
    yield from ((key, "html-lazy") for key in _LAZY_BACKGROUNDS)


def _kinds_of_image(name: str, attributes: dict[str, Attribute]) -> Iterator[tuple[str, str]]:
    if name == "image" and "src" not in attributes:
        yield from ((key, "svg-image") for key in _LINKS)
        return
    yield "src", "html-img"
    yield "srcset", "html-srcset"
    yield "lowsrc", "html-img"
    for key in (*LAZY, *_LAZY_SETS):
        if key in attributes and attributes[key].value.strip():
            yield key, "html-lazy"


def _links_a_picture(attributes: dict[str, Attribute]) -> bool:
    """Tell whether a `link` loads a picture: an icon, or one that is needed soon."""
    rel = attributes["rel"].value.lower().split() if "rel" in attributes else []
    use = attributes["as"].value.lower() if "as" in attributes else ""
    return "icon" in rel or "apple-touch-icon" in rel or ("preload" in rel and use == "image")


def _is_picture_source(attributes: dict[str, Attribute]) -> bool:
    kind = attributes.get("type")
    if kind is not None:
        return kind.value.lower().startswith("image/")
    return "src" in attributes and names_a_picture(attributes["src"].value)


def _alternatives(kinds: dict[str, str]) -> set[str]:
    """Name the attributes that hold another size, or the placeholder, of a picture that is listed too."""
    extra = {key for key, kind in kinds.items() if key.endswith("srcset") and kind != "html-source"}
    if any(kind == "html-lazy" and key not in _LAZY_BACKGROUNDS for key, kind in kinds.items()):
        extra.add("src")
    return extra | {"lowsrc"}


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
