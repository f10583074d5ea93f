"""The body of one post, read piece by piece and only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postlint.body.all_references import find_images, find_links
from postlint.body.block import PROSE_KINDS, Block
from postlint.body.definitions import Definitions
from postlint.body.dialect import Dialect
from postlint.body.live_tags import find_tags
from postlint.body.mask import FILLER, fill, mask_notes, mask_tags
from postlint.body.outline import Outline
from postlint.body.references import ImageRef, LinkRef
from postlint.body.tags import TemplateTag
from postlint.source.source import Source
from postlint.values.lazy import lazy
from postlint.values.span import Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from postlint.body.elements import Comment, Element, HtmlToken
    from postlint.body.excerpt import Around
    from postlint.body.markdown import Reading
    from postlint.body.mdx import Mdx
    from postlint.body.passages import Passage


class Body:
    """What stands in a source from `start` on, read as `dialect` says.

    Every attribute is worked out on first use and kept. All offsets are code points of `source.text`,
    which `source.clean` and `masked` share.
    """

    def __init__(self, source: Source, start: int, dialect: Dialect) -> None:
        self.source, self.start, self.dialect = source, start, dialect

    @lazy
    def mdx(self) -> Mdx | None:
        if not self.dialect.is_mdx:
            return None
        from postlint.body.mdx import MdxReader

        return MdxReader(self.source.text, self.source.clean, self.start).read()

    @lazy
    def tags(self) -> tuple[TemplateTag, ...]:
        """Return the template tags that the generator would run, in source order."""
        if self.mdx is not None:
            return tuple(self.mdx.tags)
        return find_tags(self.source.clean, self.start, self.dialect) if self.dialect.templates else ()

    @lazy
    def masked(self) -> str:
        """Return the text that a reader of Markdown gets: `filled`, in the words of CommonMark."""
        if self.dialect.is_html or self.mdx is not None:
            return self.filled
        if self.dialect.is_kramdown:
            from postlint.body.kramdown_html import as_commonmark

            return self.filled[: self.start] + as_commonmark(self.filled[self.start :])
        if self.dialect.is_python_markdown:
            from postlint.body.python_markdown import as_commonmark

            return self.filled[: self.start] + as_commonmark(self.filled[self.start :])
        return self.filled

    @lazy
    def filled(self) -> str:
        """Return the clean text with the front matter blanked and template tags filled."""
        if self.mdx is not None:
            from postlint.body.mdx_mask import mask_mdx

            body = mask_mdx(self.source.clean, self.start, self.mdx)
        else:
            body = mask_tags(self.source.clean, self.start, self.tags)
        if not self.dialect.is_html:
            body = mask_notes(body)
        return " " * (self.start - 1) + "\n" + body if self.start else body

    @lazy
    def definitions(self) -> Definitions:
        from postlint.body.markdown import markdown_parser

        parser = markdown_parser(self.has_footnotes)
        is_kramdown = self.dialect.is_kramdown
        return Definitions(self.masked, self.start, parser, self.has_footnotes, last_wins=is_kramdown)

    @property
    def has_footnotes(self) -> bool:
        # hexo-renderer-marked and markdown-it know none
        return not self.dialect.templates & {"hexo", "nunjucks"}

    @lazy
    def reading(self) -> Reading:
        from postlint.body.markdown import MarkdownReader

        reader = MarkdownReader(self.source.text, self.masked, self.start, self.definitions, self.has_footnotes)
        return reader.read()

    @lazy
    def outline(self) -> Outline:
        """Return where blocks of code are, found without a parser."""
        return Outline(self.masked, self.start, has_code=not self.dialect.is_html and self.mdx is None)

    @lazy
    def fences(self) -> tuple[Span, ...]:
        """Return listings between fences, in source order: those that are surely such, found without a parser."""
        if self.dialect.is_html or self.mdx is not None:
            return ()
        return tuple([Span(hole.start, hole.end) for hole in self.outline.holes or () if hole.is_code])

    def around(self, *marks: str, with_html: bool) -> Reading | Around:
        """Return a reading with the pictures of all blocks that hold a mark; `with_html` asks for all HTML as well."""
        if "reading" in self.__dict__:
            return self.reading
        from postlint.body.excerpt import read_around

        found = read_around(self, marks, with_html=with_html) or self.reading
        if with_html:
            self._html_reading = found
        return found

    @lazy
    def _html_reading(self) -> Reading | Around:
        return self.around(with_html=True)

    @property
    def html_spans(self) -> Sequence[Span]:
        """Return the stretches of HTML within Markdown, in source order; of MDX none."""
        if self.mdx is not None or "<" not in self.masked:
            return ()
        return self._html_reading.html

    @lazy
    def html(self) -> str:
        """Return the body with all that is not HTML blanked."""
        markup = self.markup
        if self.dialect.is_html:
            return markup[self.start :]
        parts: list[str] = []
        done = self.start
        for start, end in self._html_reading.html:
            parts.append(" " * (start - done))
            parts.append(markup[start:end])
            done = end
        return "".join(parts)

    @lazy
    def markup(self) -> str:
        """Return the masked text with what stands in Hexo's `raw` blocks: HTML, but no Markdown."""
        stretches = []
        for tag in self.tags:
            if tag.language == "hexo" and tag.name == "raw" and tag.content is not None:
                before, after = tag.content.start - tag.span.start, tag.span.end - tag.content.end
                content = tag.content.of(self.source.clean)
                stretches.append((tag.span, FILLER * before + content + FILLER * after))
        return fill(self.filled, 0, stretches) if stretches else self.filled

    @lazy
    def tokens(self) -> list[HtmlToken]:
        if self.mdx is not None:
            return self.mdx.tokens()
        if "<" not in self.masked:
            return []
        from postlint.body.html_tokens import scan_html

        return list(scan_html(self.html, self.start))

    @lazy
    def elements(self) -> tuple[Element, ...]:
        """Return the start tags of live HTML or JSX, in source order."""
        if self.mdx is not None:
            return tuple(self.mdx.elements)
        if not self.tokens:
            return ()
        from postlint.body.elements import read_elements

        elements = read_elements(self.tokens, self.source.text, self.markup)
        if self.dialect.is_kramdown and not self.dialect.is_html:
            return tuple(element for element in elements if element.is_kramdown(self.markup))
        if not self.dialect.has_bare_paths and not self.dialect.is_html:
            from postlint.body.html_blocks import in_block

            spans, markup = self.html_spans, self.markup
            return tuple(e for e in elements if not e.has_bare_path(markup) or in_block(e.span, spans, markup))
        return elements

    @lazy
    def comments(self) -> tuple[Comment, ...]:
        """Return the comments, in source order."""
        if self.mdx is not None:
            return tuple(self.mdx.comments)
        if "<!--" not in self.markup:
            return ()
        from postlint.body.elements import read_comments

        return read_comments(self.tokens, self.source.text, self.markup)

    @lazy
    def images(self) -> tuple[ImageRef, ...]:
        """Return the pictures that the body names, in source order."""
        return find_images(self)

    @lazy
    def links(self) -> tuple[LinkRef, ...]:
        """Return the links of the body, in source order."""
        return find_links(self)

    @lazy
    def blocks(self) -> tuple[Block, ...]:
        """Return the body as blocks, in source order."""
        from postlint.body.blocks import build_blocks

        if not self.dialect.is_html:
            # blocks need all of it: pictures are not to be read apart
            _ = self.reading
        return build_blocks(self)

    def passages(self, places: Sequence[int], lone: Sequence[int] = ()) -> tuple[Passage, ...]:
        """Return the blocks at and around some ascending offsets; less than all of them, if that is known to do."""
        from postlint.body.passages import read_passages

        return read_passages(self, places, lone)

    @lazy
    def prose(self) -> str:
        """Return what readers see of the body, a blank line between blocks; code is left out."""
        return "\n\n".join([block.text for block in self.blocks if block.text and block.kind in PROSE_KINDS])

    @lazy
    def has_visible_content(self) -> bool:
        """Tell whether readers see anything: text, code, a picture, an embed or what a tag prints."""
        from postlint.body.visible import shows_something

        return bool(self.source.clean[self.start :].strip()) and shows_something(self)

    @lazy
    def soup(self) -> BeautifulSoup:
        """Return the rendered body as a document, template tags kept as text. Slow: ask behind a gate."""
        from bs4 import BeautifulSoup

        from postlint.body.markdown import markdown_parser

        text = self.source.clean[self.start :]
        if not self.dialect.is_html:
            text = markdown_parser(self.has_footnotes).html(text)
        return BeautifulSoup(text, "html.parser")
