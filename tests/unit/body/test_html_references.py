"""Pictures and links of HTML."""

from __future__ import annotations

import time

import pytest

from postlint.body.html_references import css_urls
from tests.unit.body.bodies import body_of, pictures, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<img src=" a.png ">', [("html-img", "a.png")]),
        ("<img src=a.png/>", [("html-img", "a.png/")]),
        ('<img src="a.png?x=1&amp;y=2">', [("html-img", "a.png?x=1&y=2")]),
        ('<img srcset="a.png 1x, b.png 2x,c.png">', [("html-srcset", u) for u in ("a.png", "b.png", "c.png")]),
        ('<img srcset="a.png, b,c.png 2x">', [("html-srcset", "a.png"), ("html-srcset", "b,c.png")]),
        ('<img src="x.gif" data-original="a.png">', [("html-img", "x.gif"), ("html-lazy", "a.png")]),
        ('<img data-src="a.png">', [("html-lazy", "a.png")]),
        ('<picture><source srcset="a.webp"></picture>', [("html-source", "a.webp")]),
        ('<video poster="a.png"><source src="b.mp4"></video>', [("html-poster", "a.png")]),
        ("<p style=\"background: url('a.png')\">", [("css-background", "a.png")]),
        ('<p style="background: url(&quot;a.png&quot;)">', [("css-background", "a.png")]),
        ("<p style='background: url( a.png ), url(b.png)'>", [("css-background", u) for u in ("a.png", "b.png")]),
        ('<svg><image xlink:href="a.png"/></svg>', [("svg-image", "a.png")]),
        ('<svg><image href="a.png"></svg>', [("svg-image", "a.png")]),
        ('<image src="a.png">', [("html-img", "a.png")]),
        ("<style>\n.a { background: url(a.png) }\n\n.b { background: url('b.jpg?v=1') }\n</style>", [("css-background", u) for u in ("a.png", "b.jpg?v=1")]),
        ("<style>/* url(a.png) */ @import url(b.css); @font-face { src: url(c.svg#c) } i { fill: url(#d) }</style>", []),
        ('<input type="image" src="a.png"> <input src="b.png">', [("html-img", "a.png")]),
        ('<object data="a.svg"></object><object data="b.pdf"></object>', [("html-img", "a.svg")]),
        ('<embed src="a.svg"><embed src="b.swf">', [("html-img", "a.svg")]),
        ('<table background="a.png"></table>', [("css-background", "a.png")]),
        ('<meta property="og:image" content="a.png"><meta name="author" content="b.png">', [("html-source", "a.png")]),
        ('<meta name="Twitter:Image" content=" /a.png ">', [("html-source", "/a.png")]),
        ('<div data-bg="a.png"></div>', [("html-lazy", "a.png")]),
        ("<iframe src=a.png></iframe><script src=b.png></script><a href=c.png></a>", []),
    ],
)
def test_pictures(text: str, expected: list[tuple[str, str]]) -> None:
    assert pictures(body_of(text + "\n")) == expected


def test_place_and_facts() -> None:
    text = '中 <img alt="A &amp; B" width=1 data-src="a.png" src="b.gif">'
    lazy, source = body_of(text).images
    assert (lazy.name, lazy.alt, lazy.is_alternative) == ("data-src", "A & B", False)
    assert (source.name, source.is_alternative) == ("src", True)
    assert source.alt_span is not None
    assert source.alt_span.of(text) == "A &amp; B"
    assert source.attributes["width"] == "1"
    assert source.span.of(text) == text[2:]


def test_a_style_without_an_end_takes_linear_time() -> None:
    start = time.process_time()
    for css in ("url(" + " " * 300_000, "url(" * 80_000, "/*" * 150_000):
        assert pictures(body_of(f"<style>{css}</style>\n")) == []
    assert time.process_time() - start < 3


def test_srcset_is_another_size() -> None:
    images = body_of('<img srcset="a.png 2x" src="b.png">').images
    assert [image.is_alternative for image in images] == [True, False]


def test_template_expressions_are_dynamic() -> None:
    (image,) = body_of('<img src="{{ site.url }}/a.png">', "liquid").images
    assert image.is_dynamic
    assert image.url.text == "{{ site.url }}/a.png"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<img srcset="{{ \'/a.png\' | relative_url }} 1x, {{ b }}/b.png 2x, c.png 3x">', ["{{ '/a.png' | relative_url }}", "{{ b }}/b.png", "c.png"]),
        ('<p style="background: url({{ site.baseurl }}/a.png)">x</p>', ["{{ site.baseurl }}/a.png"]),
        ("<style>.a { background: url({{ 'a.png' | relative_url }}) }</style>", ["{{ 'a.png' | relative_url }}"]),
    ],
)
def test_template_expressions_may_hold_blanks(text: str, expected: list[str]) -> None:
    body = body_of(text + "\n", "liquid")
    assert [url for _, url in pictures(body)] == expected
    assert [image.is_dynamic for image in body.images] == ["{{" in url for url in expected]


def test_links() -> None:
    text = "<a href=' a?b&amp;c '>d <b>e</b></a> <a name=f>g</a> <area href=h>"
    body = body_of(text)
    assert targets(body) == [("html", "a?b&c"), ("html", "h")]
    assert body.links[0].text == "d e"
    assert body.links[0].text_span.of(text) == "d <b>e</b>"


def test_a_url_that_is_the_text_of_a_link() -> None:
    assert targets(body_of("<a href=a>http://b.c</a> http://d.e")) == [("html", "a"), ("bare", "http://d.e")]


def test_a_css_url_in_quotes_that_are_entities_may_hold_anything() -> None:
    style = "background: url(&quot;/a(1)'b.png&quot;), url(&#34;c.png&#34;)"
    assert [(url.text, url.span.of(style)) for url in css_urls(style, 0)] == [
        ("/a(1)'b.png", "/a(1)'b.png"),
        ("c.png", "c.png"),
    ]
