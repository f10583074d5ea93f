"""kramdown as a reader of CommonMark gets it."""

from __future__ import annotations

import time

import pytest

from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.body.kramdown_html import as_commonmark
from postlint.source.source import Source


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n![a](b.png)\n\n</div>\ntext\n",
        "<br>\n![a](b.png)\n",
        "<div>a</div> ![a](b c.png)\n```\n<p>\n",
        "  <li>\n![a](b.png)\n",
        '<p markdown="1">![a](b.png)</p>',
    ],
)
def test_every_offset_stays(text: str) -> None:
    assert len(as_commonmark(text)) == len(text)


def test_plain_text_is_left_alone() -> None:
    text = "# A\n\ntext ![a](b.png)\n\n```\n<div>\n```\n"
    assert as_commonmark(text) == text


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("<div>\n\n![a](b.png)\n\n</div>\n![c](d.png)\n", ["d.png"]),
        ('<section>\n<div markdown="1">![a](b.png)</div>\n</section>\n', ["b.png"]),
        ('<div>\n\n    <img src="b.png">\n\n</div>\n', ["b.png"]),
        ("<ul><li>a<li>b</ul>\n\n![a](b.png)\n", []),
        ("<b>\n![a](b.png)\n</b>\n", ["b.png"]),
        ("<script>\nlet a;\n</script>\n![a](b.png)\n", ["b.png"]),
        ("```\n![a](b.png)\n", ["b.png"]),
        ("![a](b c.png)\n", ["b c.png"]),
    ],
)
def test_pictures_are_those_of_kramdown(text: str, urls: list[str]) -> None:
    body = Body(Source.from_text(text), 0, Dialect(frozenset({"liquid"}), is_kramdown=True))
    assert [image.url.text for image in body.images] == urls


@pytest.mark.parametrize("line", [" <p>\n", "```a\n", "<p>\n", " <b>\n", "{::nomarkdown}\n", "<a b='\n", "</p>\n"])
def test_a_hostile_body_takes_linear_time(line: str) -> None:
    started = time.perf_counter()
    as_commonmark(line * 8_000)
    assert time.perf_counter() - started < 3
