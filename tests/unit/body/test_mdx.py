"""MDX."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of, pictures, targets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a from './b.png'\n\n<img src={a} /> <Image src={a.src} />", [("mdx", "./b.png")]),
        ('import "./b.css"', []),
        ('<img src="./a.png" />', [("html-img", "./a.png")]),
        ('<Image src="./a.png" />', [("mdx", "./a.png")]),
        ('<Image src={"./a.png"} />', [("mdx", "./a.png")]),
        ("<Image src={`./a.png`} />", [("mdx", "./a.png")]),
        ("<img src={require('./a.png').default} />", [("mdx", "./a.png")]),
        ("<img src={useBaseUrl('/a.png')} />", [("mdx", "/a.png")]),
        ("<Card cover='a.png' href='b' />", [("mdx", "a.png")]),
        ("<Video src='a.mp4' />", []),
        ("{require('./a.png')}", [("mdx", "./a.png")]),
        ("<div>\n    ![a](b.png)\n</div>", [("markdown", "b.png")]),
        ("<pre>\n![a](b.png)\n</pre>", [("markdown", "b.png")]),
        ("{/* ![a](b.png) */}", []),
        ("<!-- ![a](b.png) -->", []),
        ("```jsx\n<img src='a.png' />\n```", []),
        ("`<img src='a.png' />`", []),
        ("a {b ![c](d.png)", [("markdown", "d.png")]),
        ("a < b ![c](d.png)", [("markdown", "d.png")]),
    ],
)
def test_pictures(text: str, expected: list[tuple[str, str]]) -> None:
    assert pictures(body_of(f"{text}\n", "mdx")) == expected


def test_expressions_are_dynamic() -> None:
    (image,) = body_of("<Image src={`${base}/a.png`} alt='b' />", "mdx").images
    assert (image.is_dynamic, image.url.raw, image.alt) == (True, "{`${base}/a.png`}", "b")


def test_comments() -> None:
    text = "{/* a */}\n\n<!-- b -->\n\nc {/* d\r\ne */}\n"
    body = body_of(text, "mdx")
    assert [(comment.syntax, comment.text) for comment in body.comments] == [
        ("mdx", " a "),
        ("html", " b "),
        ("mdx", " d\r\ne "),
    ]
    assert all(comment.inner.of(text) == comment.text for comment in body.comments)


def test_elements_keep_their_case() -> None:
    body = body_of("<Foo.Bar b={{c: '}'}} d='e' {...f}>\n\ng\n\n</Foo.Bar>\n", "mdx")
    (element,) = body.elements
    assert element.name == "Foo.Bar"
    assert [(item.name, item.value) for item in element.attributes] == [("b", "{{c: '}'}}"), ("d", "e")]


def test_links() -> None:
    text = "<Link to='a'>b</Link> <a href='c'>d</a> [e](f)\n"
    assert targets(body_of(text, "mdx")) == [("html", "c"), ("markdown", "f")]


def test_nested_lists_within_elements() -> None:
    body = body_of("<Tabs>\n  <Tab>\n\n    - a\n      - [b](c)\n\n  </Tab>\n</Tabs>\n", "mdx")
    assert [(block.text, block.containers) for block in body.blocks] == [
        ("a", ("list",)),
        ("b", ("list", "list")),
    ]
