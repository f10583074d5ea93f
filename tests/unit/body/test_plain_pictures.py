"""Pictures that are read without a parser."""

from __future__ import annotations

import pytest

from postlint.body.plain_pictures import PlainPictures
from postlint.body.references import ImageRef
from postlint.values.span import Span
from tests.unit.body.bodies import body_of


def read(text: str, block: str = "") -> list[ImageRef] | None:
    start = text.index(block)
    return PlainPictures(text, text, 0, []).read(Span(start, start + len(block or text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![A map](a.png)\n", [("A map", "a.png")]),
        ("- ![](a.png?x=1&amp;y)\n", [("", "a.png?x=1&y")]),
        ("See ![a_b_c](a.png \"t\") and [this](b.html).\n![d]( e.png )\n", [("a_b_c", "a.png"), ("d", "e.png")]),
        ("[![中](a.png)](b.png)\n", [("中", "a.png")]),
    ],
)
def test_plain_pictures_are_read(text: str, found: list[tuple[str, str]]) -> None:
    images = read(text)
    assert images is not None
    assert [(image.alt, image.url.text) for image in images] == found
    assert tuple(images) == body_of(text).images


def test_references_lead_to_their_definitions() -> None:
    text = "![A][1] ![B][Map]\n\n[1]: a.png (t)\n[map]: b.png?a&amp;b\n[MAP]: c.png\n"
    images = read(text, "![A][1] ![B][Map]\n\n")
    assert images is not None
    assert [(image.url.text, image.url.span) for image in images] == [
        ("a.png", Span(24, 29)),
        ("b.png?a&b", Span(41, 54)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`![a](b.png)`\n",
        "\\![a](b.png)\n",
        "<p>![a](b.png)</p>\n",
        "    ![a](b.png)\n",
        "- a\n\n\t![a](b.png)\n",
        "[x](y \"![a](b.png)\")\n",
        "[x](y '![a][1]')\n\n[1]: b.png\n",
        "![a *b*](c.png)\n",
        "![a [b]](c.png)\n",
        "![a&amp;](c.png)\n",
        "![^a](c.png)\n",
        "![a][unknown]\n",
        "| ![a](b.png) | c |\n|---|---|\n",
        "[1]: x '\n![a](b.png)'\n",
    ],
)
def test_all_others_take_a_parser(text: str) -> None:
    assert read(text) is None
