"""HTML of a body."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of


def test_attributes() -> None:
    text = "é <img SRC=\"a&amp;b.png\"\n alt='' data-x=y hidden src=z.png>\n"
    body = body_of(text)
    (element,) = body.elements
    assert element.name == "img"
    assert element.span.of(text) == text[2:-1]
    found = [(item.name, item.value, item.raw, item.value_span.of(text)) for item in element.attributes]
    assert found == [
        ("src", "a&b.png", "a&amp;b.png", "a&amp;b.png"),
        ("alt", "", "", ""),
        ("data-x", "y", "y", "y"),
        ("hidden", "", "", ""),
        ("src", "z.png", "z.png", "z.png"),
    ]
    assert element.value("src") == "a&b.png"
    assert element.value("title") == ""


@pytest.mark.parametrize(
    "text",
    [
        "`<img src=a>`",
        "```\n<img src=a>\n```",
        "    <img src=a>",
        "<!-- <img src=a> -->",
        "\\<img src=a>",
        "<img src=a",
    ],
)
def test_no_element(text: str) -> None:
    assert body_of(text).elements == ()


def test_scripts_and_their_text() -> None:
    text = "<script>\nlet a = '<b>';\n</script>\n\n<a href='javascript:x()' onclick=\"y()\">z</a>\n"
    script, link = body_of(text).elements
    assert script.content is not None
    assert script.content.of(text) == "\nlet a = '<b>';\n"
    assert link.value("href") == "javascript:x()"
    assert link.value("onclick") == "y()"


def test_a_script_that_is_not_closed() -> None:
    text = "<script>\nx\n"
    (script,) = body_of(text).elements
    assert script.content is not None
    assert script.content.of(text) == "\nx\n"


def test_cells_without_a_table_count() -> None:
    assert [element.name for element in body_of("<td background=a.png>b</td>\n").elements] == ["td"]


def test_tags_in_attributes() -> None:
    text = '<img src="{{ "/a.png" | relative_url }}" alt="b">'
    (element,) = body_of(text, "liquid").elements
    assert element.value("src") == '{{ "/a.png" | relative_url }}'
    assert element.value("alt") == "b"


def test_html_in_raw_blocks_of_hexo() -> None:
    text = "{% raw %}<b>x</b> ![a](c.png){% endraw %} <i>y</i>"
    body = body_of(text, "hexo")
    assert [(element.name, element.span.of(text)) for element in body.elements] == [("b", "<b>"), ("i", "<i>")]
    assert body.images == ()


def test_comments() -> None:
    text = "a <!-- b --> `<!-- c -->`\n\n<!--\nd\n-->\n{% e %}\n"
    body = body_of(text, "hexo")
    assert [(comment.text, comment.span.of(text)) for comment in body.comments] == [
        (" b ", "<!-- b -->"),
        ("\nd\n", "<!--\nd\n-->"),
    ]
    assert all(comment.inner.of(text) == comment.text for comment in body.comments)


def test_html_bodies() -> None:
    body = body_of("    <p>`<b>`</p>", html=True)
    assert [element.name for element in body.elements] == ["p", "b"]


def test_line_ends() -> None:
    text = '<img\r\n src="a.png"\r\n alt="b">\r\n'
    (element,) = body_of(text).elements
    assert [item.value_span.of(text) for item in element.attributes] == ["a.png", "b"]
