"""Pictures and links of Markdown."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of, pictures, targets


@pytest.mark.parametrize(
    ("text", "url", "written"),
    [
        ("![a](b.png)", "b.png", "b.png"),
        ("![a](b.png 'title')", "b.png", "b.png"),
        ('![a]( b.png\n"title" )', "b.png", "b.png"),
        ("![a](<b c.png>)", "b c.png", "b c.png"),
        ("![a](<b\\>c.png>)", "b>c.png", "b\\>c.png"),
        ("![a](b(c)d.png)", "b(c)d.png", "b(c)d.png"),
        ("![a](b\\)c.png)", "b)c.png", "b\\)c.png"),
        ("![a](b_\\_c.png)", "b__c.png", "b_\\_c.png"),
        ("![a](b.png?x=1&amp;y=2)", "b.png?x=1&y=2", "b.png?x=1&amp;y=2"),
        ("![a](b.png?x=1&y=2)", "b.png?x=1&y=2", "b.png?x=1&y=2"),
        ("![a](b%20c.png)", "b%20c.png", "b%20c.png"),
        ("![中文，“x”](图/片？.png)", "图/片？.png", "图/片？.png"),
        ("![a](b\u3000c.png)", "b\u3000c.png", "b\u3000c.png"),
        ("![a\\]](b.png)", "b.png", "b.png"),
        ("![a `](x)` b](c.png)", "c.png", "c.png"),
        ("![*a](b.png)*", "b.png", "b.png"),
        ("> ![a](\n> b.png)", "b.png", "b.png"),
        ("![](b.png)", "b.png", "b.png"),
        ("![]()", "", ""),
        ("![😀 a](b.png)", "b.png", "b.png"),
    ],
)
def test_inline_picture(text: str, url: str, written: str) -> None:
    body = body_of(text)
    assert pictures(body) == [("markdown", url)]
    assert body.images[0].url.raw == written


def test_alt_is_plain_text() -> None:
    image = body_of("![one **two** `three` ![four](x.png)](y.png)").images[0]
    assert image.alt == "one two three four"
    image = body_of("x ![A &amp; B](y.png)").images[0]
    assert image.alt == "A & B"
    assert image.alt_span == (4, 13)
    assert body_of("![](y.png)").images[0].alt == ""


@pytest.mark.parametrize("use", ["![a][ref]", "![a][REF]", "![ref][]", "![ref]", "![a][ ref ]"])
def test_picture_by_reference(use: str) -> None:
    body = body_of(f"{use}\n\n[ref]: <a b.png> 'title'\n[ref]: other.png\n")
    assert pictures(body) == [("markdown-reference", "a b.png")]
    assert body.images[0].span.of(body.source.text) == use


def test_labels_beyond_ascii() -> None:
    body = body_of("![a][图] ![図][] [ä] [xx] [ö]\n\n[图]: one.png\n[図]: two.png\n[Ä]: three\n[xx]: four\n")
    assert pictures(body) == [("markdown-reference", "one.png"), ("markdown-reference", "two.png")]
    assert targets(body) == [("markdown-reference", "three"), ("markdown-reference", "four")]
    assert body.images[1].span.of(body.source.text) == "![図][]"
    assert body.links[0].span.of(body.source.text) == "[ä]"


@pytest.mark.parametrize(
    "text",
    [
        "`![a](b.png)`",
        "```\n![a](b.png)\n```",
        "    ![a](b.png)",
        "<!-- ![a](b.png) -->",
        "<div>\n![a](b.png)\n</div>",
        "\\![a](b.png)".replace("](", "\\]("),
        "![a](b c.png)",
        "![a] (b.png)",
        "！[a](b.png)".replace("[", "\\["),
        "![a][b]",
        "<script>\n![a](b.png)\n</script>",
    ],
)
def test_no_picture(text: str) -> None:
    assert pictures(body_of(text)) == []


def test_linked_picture() -> None:
    body = body_of("[![a](b.png)](c.html 'd')")
    assert pictures(body) == [("markdown", "b.png")]
    assert targets(body) == [("markdown", "c.html")]
    assert body.links[0].text_span == (1, 12)


def test_links() -> None:
    body = body_of("[a *b*](c#d) <https://e.f/?g> <h@i.org> [j][k] [k]\n\n[k]: /l\n")
    assert targets(body) == [
        ("markdown", "c#d"),
        ("autolink", "https://e.f/?g"),
        ("autolink", "mailto:h@i.org"),
        ("markdown-reference", "/l"),
        ("markdown-reference", "/l"),
    ]
    assert body.links[0].text == "a b"
    assert body.links[0].text_span.of(body.source.text) == "a *b*"
    assert body.links[1].text_span == body.links[1].url.span


@pytest.mark.parametrize("text", ["<标题>", "<银河:木星>", "<a中>", "<中@b.org>", "<!中>", "</中>"])
def test_angle_brackets_around_other_letters_are_text(text: str) -> None:
    body = body_of(text + "\n![a](b.png)\n")
    assert pictures(body) == [("markdown", "b.png")]
    assert targets(body) == []


def test_line_ends_and_mark_at_the_start() -> None:
    for line_end in ("\r\n", "\r", "\n"):
        body = body_of(f"a{line_end}{line_end}![b](c.png){line_end}[d](e.html)", start=0)
        assert pictures(body) == [("markdown", "c.png")]
        assert targets(body) == [("markdown", "e.html")]


def test_a_fence_may_end_in_a_tab() -> None:
    assert pictures(body_of("```\nx\n```\t\n\n![a](b.png)\n")) == [("markdown", "b.png")]


def test_front_matter_is_not_body() -> None:
    text = "---\nx: ![a](b.png)\n---\n![c](d.png)\n"
    body = body_of(text, start=text.index("!", 10))
    assert pictures(body) == [("markdown", "d.png")]
    assert len(body.masked) == len(text)


def test_footnotes() -> None:
    text = "a[^1]\n\n[^1]: see https://b.c\n"
    assert targets(body_of(text)) == [("bare", "https://b.c")]
    assert targets(body_of("a[^1]\n\n[^1]: https://b.c\n", "hexo")) == [("markdown-reference", "https://b.c")]
