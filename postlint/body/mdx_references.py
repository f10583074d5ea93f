"""Pictures that MDX names: imports, and components that show one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.body.elements import Attribute, Element
from postlint.body.html_references import css_urls, image_references
from postlint.body.mdx import Mdx
from postlint.body.picture_attributes import names_a_picture
from postlint.body.references import ImageRef
from postlint.body.tags import TemplateTag
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_IMPORT = late_pattern(r"""\bimport\s+(?:([A-Za-z_$][\w$]*)\s+from\s+)?(["'])([^"'\n]*)\2""")
_REQUIRE = late_pattern(r"""\b(require|useBaseUrl|import)\(\s*(["'])([^"'\n]*)\2\s*\)""")
_SHOWS_A_PICTURE = late_pattern(r"img|image|picture|figure|photo|avatar|thumb|cover|banner", re.I)
_COMPONENT_ATTRIBUTES = frozenset({"src", "image", "img", "cover", "poster", "thumbnail", "banner", "avatar"})


def mdx_images(mdx: Mdx, text: str) -> list[ImageRef]:
    """Return the pictures of an MDX body. An imported one is listed where it is imported."""
    found: list[ImageRef] = []
    imported: set[str] = set()
    for tag in mdx.tags:
        if tag.kind == "import":
            found += _imports(tag, imported)
        else:
            found += _in_expression(tag)
    for element in (*mdx.elements, *mdx.inner_elements):
        found += _of_element(element, text, imported)
    return found


def _imports(tag: TemplateTag, imported: set[str]) -> Iterator[ImageRef]:
    for match in _IMPORT.finditer(tag.inner):
        if names_a_picture(match[3]):
            name = match[1] or ""
            imported.add(name)
            start = tag.span.start
            span = Span(start + match.start(3), start + match.end(3))
            whole = Span(start + match.start(), start + match.end())
            yield ImageRef("mdx", Url(match[3], span), whole, name="import")


def _in_expression(tag: TemplateTag) -> Iterator[ImageRef]:
    yield from _required(tag.inner, tag.inner_span.start, tag.span)


def _required(code: str, start: int, whole: Span) -> Iterator[ImageRef]:
    """Yield the pictures that `require()` and `useBaseUrl()` get in code that begins at `start`."""
    for match in _REQUIRE.finditer(code):
        if names_a_picture(match[3]):
            span = Span(start + match.start(3), start + match.end(3))
            yield ImageRef("mdx", Url(match[3], span), whole, name=match[1])


def _of_element(element: Element, text: str, imported: set[str]) -> Iterator[ImageRef]:
    expressions = {
        attribute.name: attribute
        for attribute in element.attributes
        if len(attribute.value_span) and _is_expression(attribute, text)
    }
    if element.name.islower():
        yield from _as_html(element, text, expressions)
    yield from _within_expressions(element, expressions)
    alt = element.attribute("alt")
    for attribute in element.attributes:
        is_expression = attribute.name in expressions
        if attribute.name not in _COMPONENT_ATTRIBUTES or (element.name.islower() and not is_expression):
            continue
        if attribute.value.startswith("{"):
            if not (_SHOWS_A_PICTURE.search(element.name) and attribute.name == "src"):
                continue
            if attribute.value.strip("{} ").split(".")[0] in imported:
                continue
        elif not _SHOWS_A_PICTURE.search(element.name) and not names_a_picture(attribute.value):
            continue
        yield ImageRef(
            "mdx",
            Url(attribute.value, attribute.value_span, attribute.raw),
            element.span,
            alt.value if alt else None,
            alt.value_span if alt else None,
            _function(attribute, text) or attribute.name,
            {found.name: found.value for found in element.attributes},
            attribute.value.startswith("{"),
        )


def _as_html(element: Element, text: str, expressions: dict[str, Attribute]) -> Iterator[ImageRef]:
    for image in image_references(element, text):
        written = expressions.get(image.name)
        # a literal in braces is as good as one in quotes; that of `src` is met with elsewhere
        if written is None or (image.name.endswith("srcset") and not written.value.startswith("{")):
            yield image


def _within_expressions(element: Element, expressions: dict[str, Attribute]) -> Iterator[ImageRef]:
    if "style" in expressions:
        yield from _of_style(element, expressions["style"])
    for attribute in expressions.values():
        if attribute.value.startswith("{"):
            yield from _required(attribute.raw, attribute.value_span.start, element.span)


def _of_style(element: Element, style: Attribute) -> Iterator[ImageRef]:
    """Yield the pictures of `style={{ backgroundImage: "url(…)" }}`."""
    for url in css_urls(style.raw, style.value_span.start):
        if "${" not in url.raw:
            yield ImageRef("css-background", url, element.span, name="style")


def _function(attribute: Attribute, text: str) -> str:
    """Return the name of the function that the value is an argument of; empty if there is none."""
    written = text[attribute.span.start : attribute.value_span.start]
    return next((name for name in ("require", "useBaseUrl") if f"{name}(" in written), "")


def _is_expression(attribute: Attribute, text: str) -> bool:
    return "{" in text[attribute.span.start : attribute.value_span.start + 1]
