"""The pictures and links of a body, from all the ways in which it names any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from postlint.body.bare_urls import bare_links
from postlint.body.entities import unescape
from postlint.body.gates import picture_places
from postlint.body.live_tags import outside
from postlint.body.references import ImageRef, LinkRef
from postlint.body.tags import TemplateTag
from postlint.body.url import Url
from postlint.values.dataclass import replace
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

if TYPE_CHECKING:
    from postlint.body.body import Body

RefT = TypeVar("RefT", ImageRef, LinkRef)
# as the text of a link or picture in marked, 4 to 15
_SHALLOW = late_pattern(r"(?:\[(?:\\.|[^\[\]\\])*+\]|\\.|`[^`]*+`|[^\[\]\\`])*+", re.DOTALL)
_place = attrgetter("span", "url.span")


def find_images(body: Body) -> tuple[ImageRef, ...]:
    """Return the pictures that the body names, in source order."""
    found: list[ImageRef] = []
    masked = body.masked
    has_elements = False
    if body.mdx is None and "<" in masked:
        has_elements = body.outline.is_live(picture_places(body.source.folded, body.start))
    # a single character is found ten times as fast
    if "!" in masked and "![" in masked and not body.dialect.is_html:
        if "![[" in masked:
            from postlint.body.wikilinks import wiki_images

            found += wiki_images(masked, body.start, body.reading.taken)
        found += _as_generator(body, body.around("![", with_html=has_elements).images)
    if body.mdx is not None:
        from postlint.body.mdx_references import mdx_images

        found += mdx_images(body.mdx, body.source.clean)
    elif has_elements:
        from postlint.body.html_references import image_references, style_references

        for element in body.elements:
            if element.attributes:
                found += image_references(element, body.markup)
            if element.name == "style":
                found += style_references(element, body.source.text, body.markup)
    if body.tags and body.mdx is None:
        from postlint.body.template_references import template_images

        found += _printing(body, template_images)
    if body.tags and len(found) > 1:
        from postlint.body.template_references import merged

        found = merged(found)
    found.sort(key=_place)
    return tuple(found)


def find_links(body: Body) -> tuple[LinkRef, ...]:
    """Return the links of the body, in source order."""
    found: list[LinkRef] = []
    masked = body.masked
    if not body.dialect.is_html:
        if "[" in masked or "<" in masked or "://" in masked:
            links = body.reading.links
            found += _as_kramdown(links) if body.dialect.is_kramdown and "\\" in masked else links
        if "://" in masked or "www." in masked:
            taken = sorted([*body.reading.taken, *body.definitions.spans])
            found += bare_links(body.source.text, masked, body.start, taken)
    if "<a" in masked or "<A" in masked or body.mdx is not None:
        from postlint.body.html_references import html_links, outside_anchors

        found = outside_anchors(found, body.tokens)
        found += html_links(body.elements, body.tokens, body.markup)
    if body.tags and body.mdx is None:
        from postlint.body.template_references import template_links

        found += _printing(body, template_links)
    found.sort(key=_place)
    return tuple(found)


def _printing(body: Body, read: Callable[[TemplateTag], Iterator[RefT]]) -> Iterator[RefT]:
    """Yield what `read` finds in the tags whose output readers see.

    Not those in comments, and none of Hexo's in code, where their placeholders are printed.
    """
    found = [(tag, refs) for tag in body.tags if (refs := list(read(tag)))]
    if found:
        printing = {tag.span for tag in outside([tag for tag, _ in found], _unseen(body))}
        for tag, refs in found:
            if tag.span in printing:
                yield from refs


def _as_generator(body: Body, images: list[ImageRef]) -> Iterable[ImageRef]:
    """Return the pictures of CommonMark as the generator's own parser has them."""
    if body.dialect.is_kramdown and "\\" in body.masked:
        return _as_kramdown(images)
    if "hexo" in body.dialect.templates:
        return [image for image in images if _is_shallow(image, body.masked)]
    return images


def _is_shallow(image: ImageRef, masked: str) -> bool:
    """Tell whether no brackets in a picture's text hold others, and all backticks pair: else it is none to Hexo."""
    text = image.alt_span.of(masked) if image.alt_span else ""
    return ("[" not in text and "`" not in text) or _SHALLOW.fullmatch(text) is not None


def _as_kramdown(refs: Iterable[RefT]) -> Iterator[RefT]:
    """Yield pictures or links with the backslashes of their addresses, which kramdown leaves there."""
    for ref in refs:
        raw = ref.url.raw
        is_escaped = "\\" in raw and not ref.is_dynamic and ref.kind.startswith("markdown")
        yield replace(ref, url=Url(unescape(raw), ref.url.span, raw)) if is_escaped else ref


def _unseen(body: Body) -> list[Span]:
    unseen = [comment.span for comment in body.comments]
    if "hexo" in body.dialect.templates and not body.dialect.is_html:
        unseen = sorted([*unseen, *body.reading.code])
    return unseen
