"""Pictures and links that a post names."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.body.url import Url
from postlint.values.dataclass import dataclass, field
from postlint.values.span import Span


@dataclass(frozen=True, slots=True)
class ImageRef:
    """One place where a post names a picture.

    `kind` is one of the kinds of `inspect` (`markdown`, `markdown-reference`, `html-img`, `html-srcset`,
    `html-source`, `html-poster`, `html-lazy`, `css-background`, `svg-image`, `hexo-tag`,
    `hugo-shortcode`, `zola-shortcode`, `liquid-include`, `mdx`, `wikilink`, `front-matter`). `span` is the
    whole construct, `url.span` the URL alone (of a reference: in its definition). `alt` is None where none is
    written (an empty alt is ``). `attributes` are those of the HTML element, names in lower case. `name` is the
    attribute, tag, shortcode or front matter key that holds the URL. `is_dynamic` marks a template expression
    that only the generator can evaluate. `is_alternative` marks another size of a picture that is listed as
    well (`srcset`, the `src` beside a lazy attribute).
    """

    kind: str
    url: Url
    span: Span
    alt: str | None = None
    alt_span: Span | None = None
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_dynamic: bool = False
    is_alternative: bool = False


@dataclass(frozen=True, slots=True)
class LinkRef:
    """One link.

    `kind` is `markdown`, `markdown-reference`, `autolink`, `bare`, `html`, `template` or `wikilink`.
    `text_span` is the span of what readers click; of an autolink or bare URL it is the URL's own.
    `is_dynamic` as for images.
    """

    kind: str
    url: Url
    span: Span
    text_span: Span
    text: str = ""
    is_dynamic: bool = False
