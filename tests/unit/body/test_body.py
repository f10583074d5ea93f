"""The body as a whole."""

from __future__ import annotations

import time

import pytest

from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.source.source import Source
from tests.unit.body.bodies import body_of, pictures


def test_everything_comes_in_source_order() -> None:
    text = "{% img /a.png %}\n\n<img src=b.png> ![c](d.png)\n\n{% img /e.png %}\n"
    assert [url for _, url in pictures(body_of(text, "hexo"))] == ["/a.png", "b.png", "d.png", "/e.png"]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "---\r\ntitle: 中\r\n---\r\n😀 ![a](b.png) <img src=c.png>\r\n"
    body = body_of(text, start=text.index("😀"))
    assert [image.url.span.of(text) for image in body.images] == ["b.png", "c.png"]
    assert [block.span.of(text) for block in body.blocks] == ["😀 ![a](b.png) <img src=c.png>"]


def test_undecodable_bytes() -> None:
    source = Source(b"\xff \x00 ![a](b.png) <img src=c\xfe.png>\n")
    body = Body(source, 0, Dialect())
    assert [image.url.span.of(source.text) for image in body.images] == [image.url.raw for image in body.images]
    assert len(body.images) == 2


def test_soup_is_the_rendered_body() -> None:
    soup = body_of("# a\n\n{{ b }} *c*\n").soup
    assert [tag.name for tag in soup.find_all(True)] == ["h1", "p", "em"]
    assert soup.p is not None
    assert soup.p.get_text() == "{{ b }} c"
    assert body_of("<p>*a*</p>", html=True).soup.get_text() == "*a*"


_HOSTILE = {
    "brackets": "[" * 6_000,
    "pictures": "![" * 12_000,
    "angles": "<" * 6_000,
    "tags": "<a " * 8_000,
    "quotes": ">" * 4_000 + "a",
    "list items": "- " * 4_000 + "a",
    "divs": "<div>" * 4_000 + "a",
    "quotations": "<blockquote>" * 4_000 + "a",
    "long line": "x" * 200_000,
    "stars": "*a **" * 6_000,
    "links": "[a](" * 6_000,
    "parentheses": "[a](" + "(" * 6_000 + ")" * 6_000 + ")",
    "comments": "<!-- a\n\n" * 6_000,
    "references": "[a]: b\n\n" + "[a] " * 4_000,
    "definitions": "[a]: b\n" * 4_000,
    "other labels": "[é]: x\n\n" + "[é] " * 4_000,
    "outputs": "{{ " * 8_000,
    "closed late": "{{ " * 8_000 + "}}",
    "blocks": "{% raw %}" * 4_000,
    "shortcodes": "{{< x" * 8_000 + ">}}",
    "strings": '{{< "' * 8_000 + ">}}",
    "attribute lists": '{:"' * 8_000,
    "fences": "".join("`" * (3 + n % 100) + "\n" for n in range(5_000)),
    "ticks": "".join("`" * n + " " for n in range(500)),
    "attributes": "<a" + " x=1" * 8_000 + ">",
    "srcset": '<img srcset="' + "a 1x, " * 6_000 + '">',
    "css": '<p style="' + "url( " * 6_000 + '">',
    "urls": "http://" * 6_000,
    "trailing": "http://a" + ")" * 12_000,
    "entities": "http://a" + "&a;" * 6_000,
    "hosts": "www." * 8_000,
    "embeds": "![[" * 8_000,
    "braces": "{" * 12_000,
    "elements": "<A x={" * 6_000,
    "notes": "[#]: a (b\n" * 4_000,
    "fillers": "\ufdd0" * 12_000,
}


@pytest.mark.parametrize("name", _HOSTILE)
@pytest.mark.parametrize("template", ["hexo", "hugo", "liquid", "mdx", "html"])
def test_hostile_bodies(name: str, template: str) -> None:
    body = body_of(_HOSTILE[name], template, html=template == "html")
    start = time.process_time()
    body.images, body.links, body.blocks, body.comments, body.elements  # noqa: B018  # they are read on access
    assert body.has_visible_content is not None
    # a square would take minutes
    assert time.process_time() - start < 3
