"""Blocks as readers see them."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of, link_texts, sources, texts


def test_markdown_blocks() -> None:
    text = """# One *two* &amp; three

a **b** `c` ![d](e.png) [f](g)
h

- i
- j

  k

1. l
   - m

> n
>
> o

| p | q |
|---|---|
| r | s |

```
t
```

    u

***

v
-
"""
    body = body_of(text)
    assert texts(body) == [
        ("heading", "One two & three"),
        ("paragraph", "a b c  f\nh"),
        ("list-item", "i"),
        ("list-item", "j"),
        ("paragraph", "k"),
        ("list-item", "l"),
        ("list-item", "m"),
        ("paragraph", "n"),
        ("paragraph", "o"),
        ("table-cell", "p"),
        ("table-cell", "q"),
        ("table-cell", "r"),
        ("table-cell", "s"),
        ("code", "```\nt\n```"),
        ("code", "u"),
        ("rule", ""),
        ("heading", "v"),
    ]
    blocks = body.blocks
    assert [blocks[0].level, blocks[16].level] == [1, 2]
    assert blocks[4].containers == ("list",)
    assert blocks[6].containers == ("list", "list")
    assert blocks[7].containers == ("quote",)
    assert blocks[9].containers == ("table",)
    assert [image.url.text for image in blocks[1].images] == ["e.png"]
    assert link_texts(blocks[1]) == [("f", "g")]
    assert [blocks[1].text[start:end] for start, end in blocks[1].code] == ["c"]


def test_html_blocks() -> None:
    text = """<div><p>a <b>b</b>&nbsp;&copy;</p>c<br>d <center>e</center>
<blockquote>f</blockquote><ul><li>g<li><p>h</p></ul>
<table><tr><td>i<td>j</table><h2>k</h2>
<figure><img src="l.png"><figcaption>m</figcaption></figure>
<details><summary>n</summary>o</details><pre>p <b>q</b></pre>
<script>r</script><style>s</style><hr>【<font color=red>t</font>】</div>
"""
    body = body_of(text)
    assert texts(body) == [
        ("paragraph", "a b\xa0©"),
        ("paragraph", "c\nd"),
        ("paragraph", "e"),
        ("paragraph", "f"),
        ("list-item", "g"),
        ("list-item", "h"),
        ("table-cell", "i"),
        ("table-cell", "j"),
        ("heading", "k"),
        ("image", ""),
        ("caption", "m"),
        ("paragraph", "n"),
        ("paragraph", "o"),
        ("code", "<pre>p <b>q</b></pre>"),
        ("rule", ""),
        ("paragraph", "【t】"),
    ]
    containers = [block.containers for block in body.blocks]
    assert containers[3:10] == [("quote",), ("list",), ("list",), ("table",), ("table",), (), ("figure",)]
    assert containers[11:14] == [("details",), ("details",), ()]
    assert texts(body_of(text, html=True)) == texts(body)


def test_text_glued_to_a_paragraph_of_html() -> None:
    body = body_of("<div>a。来源：b<p>c</p>d</div>", html=True)
    assert texts(body) == [("paragraph", "a。来源：b"), ("paragraph", "c"), ("paragraph", "d")]


def test_html_around_markdown() -> None:
    body = body_of("<details>\n<summary>a</summary>\n\nb *c*\n\n</details>\n\nd <br> e<center>f</center>\n")
    assert texts(body) == [
        ("paragraph", "a"),
        ("paragraph", "b c"),
        ("paragraph", "d \n e"),
        ("paragraph", "f"),
    ]
    assert body.blocks[1].containers == ("details",)
    assert body.blocks[2].containers == ()


def test_links() -> None:
    body = body_of("[a *b*](c) d https://e.f/g_h?i=j&amp;k。 <https://l.m> <a href=n>o</a>\n")
    (block,) = body.blocks
    assert link_texts(block) == [
        ("a b", "c"),
        ("https://e.f/g_h?i=j&k。", "https://e.f/g_h?i=j&amp;k。"),
        ("https://l.m", "https://l.m"),
        ("o", "n"),
    ]


def test_a_link_over_two_blocks() -> None:
    body = body_of('<a href="x"><p>a</p><p>b</p></a>', html=True)
    assert [link_texts(block) for block in body.blocks] == [[("a", "x")], [("b", "x")]]


def test_an_image_and_its_caption_in_one_paragraph() -> None:
    body = body_of("![](a.png)\n图片来源：[b](c)\n\n![](d.png)\n")
    assert texts(body) == [("paragraph", "图片来源：b"), ("image", "")]


def test_comments_and_definitions() -> None:
    text = "a <!-- b --> c\n\n<!-- d -->\n\n[e]: f\n[e]: g\n[#]: via: (h)\n[#]: author: (i (j) k)\n\n> [l]: m\n"
    body = body_of(text)
    assert texts(body) == [
        ("paragraph", "a  c"),
        ("comment", "<!-- b -->"),
        ("comment", "<!-- d -->"),
        ("definition", "[e]: f"),
        ("definition", "[e]: g"),
        ("definition", "[#]: via: (h)"),
        ("definition", "[#]: author: (i (j) k)"),
        ("definition", "[l]: m"),
    ]


def test_code_and_paragraphs_hold_no_definitions() -> None:
    assert texts(body_of("```\n[a]: b\n```\n\nc\n[d]: e\n")) == [
        ("code", "```\n[a]: b\n```"),
        ("paragraph", "c\n[d]: e"),
    ]


def test_tags_are_no_text() -> None:
    assert texts(body_of("a {{ b }} c\n\n{{ d }}\n", "liquid")) == [("paragraph", "a  c")]
    body = body_of("a {% img /b.png %} c\n\n{% img /d.png %}\n\n{% codeblock %}\ne\n{% endcodeblock %}\n", "hexo")
    assert texts(body) == [
        ("paragraph", "a  c"),
        ("image", ""),
        ("code", "{% codeblock %}\ne\n{% endcodeblock %}"),
    ]
    assert [image.url.text for image in body.blocks[0].images] == ["/b.png"]
    assert texts(body_of("\\{{ a }} b", "hexo")) == [("paragraph", "b")]


def test_text_in_raw_blocks_of_hexo() -> None:
    body = body_of("{% raw %}\n<p>a **b**</p>\n{% endraw %}\n", "hexo")
    assert texts(body) == [("paragraph", "a **b**")]
    assert sources(body) == ["a **b**"]


def test_footnotes() -> None:
    body = body_of("a[^1]\n\n[^1]: b\n")
    assert texts(body) == [("paragraph", "a"), ("paragraph", "b")]
    assert body.blocks[1].containers == ("footnote",)


def test_source_of_text() -> None:
    text = "中 **文** &amp; \\* [a](b)<br>c\r\n"
    (block,) = body_of(text).blocks
    assert block.text == "中 文 & * a\nc"
    assert [text[block.source_offset(index)] for index in (0, 2, 6, 8, 10)] == ["中", "文", "*", "a", "c"]
    assert block.source_span(4, 5).of(text) == "&amp;"
    assert block.source_span(2, 9).of(text) == "文** &amp; \\* [a"
    assert block.source_span(9, 10).of(text) == "<br>"
    assert block.source_span(3, 3) == (block.source_offset(3), block.source_offset(3))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end: str) -> None:
    text = line_end.join(["# 😀 a", "", "b", "c", "", "> d", "> e", "", "[f]: g", ""])
    body = body_of(text)
    assert texts(body) == [
        ("heading", "😀 a"),
        ("paragraph", "b\nc"),
        ("paragraph", "d\ne"),
        ("definition", "[f]: g"),
    ]
    for block in body.blocks:
        for index, char in enumerate(block.text):
            assert char == "\n" or text[block.source_offset(index)] == char


def test_mdx() -> None:
    text = """import a from './b.png'

# c {1 + 1}

<div className="x">
    d *e*

    <Image src={a} />
</div>

{/* f */}

g <b>h</b> <a href="i">j</a>
"""
    body = body_of(text, "mdx")
    assert texts(body) == [
        ("image", ""),
        ("heading", "c"),
        ("paragraph", "d e"),
        ("paragraph", "g h j"),
    ]
    assert link_texts(body.blocks[3]) == [("j", "i")]


def test_prose() -> None:
    assert body_of("# a\n\nb **c**\n\n```\nd\n```\n\n<p>e</p>\n").prose == "a\n\nb c\n\ne"


@pytest.mark.parametrize(
    ("text", "templates"),
    [
        ("a", ()),
        ("![](a.png)", ()),
        ("```\na\n```", ()),
        ("<iframe src=a></iframe>", ()),
        ("<script src=a></script>", ()),
        ("<script>a</script>", ()),
        ("{{ a }}", ("liquid",)),
        ("{% include a %}", ("liquid",)),
        ("{{< a >}}", ("hugo",)),
        ("{% a %}", ("hexo",)),
        ("<Chart />", ("mdx",)),
        ("{a}", ("mdx",)),
        ("<!--more-->\na", ()),
    ],
)
def test_visible_content(text: str, templates: tuple[str, ...]) -> None:
    assert body_of(f"\n{text}\n", *templates).has_visible_content


@pytest.mark.parametrize(
    ("text", "templates"),
    [
        ("", ()),
        ("\n \r\n\t", ()),
        ("<!-- a -->", ()),
        ("[a]: b", ()),
        ("***", ()),
        ("<div><p> </p></div>", ()),
        ("<p>&nbsp;</p>", ()),
        ("&nbsp;", ()),
        ("#", ()),
        ("{% assign a = 1 %}", ("liquid",)),
        ("{% comment %}a{% endcomment %}", ("liquid",)),
        ("import a from 'b'", ("mdx",)),
        ("{/* a */}", ("mdx",)),
    ],
)
def test_nothing_visible(text: str, templates: tuple[str, ...]) -> None:
    assert not body_of(f"\n{text}\n", *templates).has_visible_content
