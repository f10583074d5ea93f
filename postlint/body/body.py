"""The body of one post, read piece by piece and only when asked."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from postlint.body.bare_urls import bare_links
from postlint.body.block import Block
from postlint.body.definitions import Definitions
from postlint.body.dialect import Dialect
from postlint.body.live_tags import find_tags
from postlint.body.mask import mask
from postlint.body.references import ImageRef, LinkRef
from postlint.body.tags import TemplateTag
from postlint.source.source import Source

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from postlint.body.elements import Comment, Element, HtmlToken
    from postlint.body.markdown import Reading


class Body:
    """What stands in a source from `start` on, read as `dialect` says.

    Every attribute is worked out on first use and kept. All offsets are code points of `source.text`,
    which `source.clean` and `masked` share.
    """

    def __init__(self, source: Source, start: int, dialect: Dialect) -> None:
        self.source, self.start, self.dialect = source, start, dialect

    @cached_property
    def tags(self) -> tuple[TemplateTag, ...]:
        """Return the template tags that the generator would run, in source order."""
        return find_tags(self.source.clean, self.start, self.dialect) if self.dialect.templates else ()

    @cached_property
    def masked(self) -> str:
        """Return the clean text with the front matter blanked and template tags filled."""
        lead = " " * (self.start - 1) + "\n" if self.start else ""
        return lead + mask(self.source.clean, self.start, self.tags)

    @cached_property
    def _definitions(self) -> Definitions:
        from postlint.body.markdown import MARKDOWN, MARKDOWN_WITH_FOOTNOTES

        parser = MARKDOWN_WITH_FOOTNOTES if self._has_footnotes else MARKDOWN
        return Definitions(self.masked, self.start, parser)

    @property
    def _has_footnotes(self) -> bool:
        # hexo-renderer-marked and markdown-it know none
        return not self.dialect.templates & {"hexo", "nunjucks"}

    @cached_property
    def _reading(self) -> Reading:
        from postlint.body.markdown import MarkdownReader

        reader = MarkdownReader(self.source.text, self.masked, self.start, self._definitions, self._has_footnotes)
        return reader.read()

    @cached_property
    def _html(self) -> str:
        """Return the masked body with all that is not HTML blanked."""
        if self.dialect.is_html:
            return self.masked[self.start :]
        parts: list[str] = []
        done = self.start
        for start, end in self._reading.html:
            parts.append(" " * (start - done))
            parts.append(self.masked[start:end])
            done = end
        return "".join(parts)

    @cached_property
    def _tokens(self) -> list[HtmlToken]:
        if "<" not in self.masked:
            return []
        from postlint.body.elements import scan_html

        return list(scan_html(self._html, self.start))

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Return the start tags of live HTML, in source order."""
        if not self._tokens:
            return ()
        from postlint.body.elements import read_elements

        return read_elements(self._tokens, self.source.text, self.masked)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """Return the comments, in source order."""
        if "<!--" not in self.masked:
            return ()
        from postlint.body.elements import read_comments

        return read_comments(self._tokens, self.source.text, self.masked)

    @cached_property
    def images(self) -> tuple[ImageRef, ...]:
        """Return the pictures that the body names, in source order."""
        found: list[ImageRef] = []
        masked = self.masked
        if "![" in masked and not self.dialect.is_html:
            found += self._reading.images
        if "<" in masked:
            from postlint.body.html_references import image_references

            for element in self.elements:
                if element.attributes:
                    found += image_references(element, masked, self.dialect.is_mdx)
        if self.tags:
            from postlint.body.template_references import template_images

            for tag in self.tags:
                found += template_images(tag)
        found.sort(key=_place)
        return tuple(found)

    @cached_property
    def links(self) -> tuple[LinkRef, ...]:
        """Return the links of the body, in source order."""
        found: list[LinkRef] = []
        masked = self.masked
        if not self.dialect.is_html:
            if "[" in masked or "<" in masked or "://" in masked:
                found += self._reading.links
            if "://" in masked or "www." in masked:
                taken = sorted([*self._reading.taken, *self._definitions.spans])
                found += bare_links(self.source.text, masked, self.start, taken)
        if "<a" in masked or "<A" in masked:
            from postlint.body.html_references import html_links, outside_anchors

            found = outside_anchors(found, self._tokens)
            found += html_links(self.elements, self._tokens, masked)
        if self.tags:
            from postlint.body.template_references import template_links

            for tag in self.tags:
                found += template_links(tag)
        found.sort(key=_place)
        return tuple(found)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Return the body as blocks, in source order."""
        from postlint.body.blocks import build_blocks

        is_html = self.dialect.is_html
        return build_blocks(
            self.source.text,
            self.masked,
            self.start,
            self._html if "<" in self.masked else "",
            self._tokens,
            self.tags,
            self.images,
            self.links,
            None if is_html else self._reading,
            None if is_html else self._definitions,
        )

    @cached_property
    def soup(self) -> BeautifulSoup:
        """Return the rendered body as a document, template tags kept as text. Slow: ask behind a gate."""
        from bs4 import BeautifulSoup

        from postlint.body.markdown import MARKDOWN

        text = self.source.clean[self.start :]
        return BeautifulSoup(text if self.dialect.is_html else MARKDOWN.html(text), "html.parser")


_place = attrgetter("span", "url.span")
