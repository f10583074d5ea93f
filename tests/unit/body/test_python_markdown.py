"""Python-Markdown as a reader of CommonMark gets it; what it makes of each text was seen with the real one."""

from __future__ import annotations

import time

import pytest

from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.body.python_markdown import as_commonmark
from postlint.source.source import Source


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("<div>\n\n![a](b.png)\n\n</div>\n", []),
        ("<div>\n\n![a](b.png)\n\n</div>\n\n![c](d.png)\n", ["d.png"]),
        ("<div>x</div>\n![c](d.png)\n", ["d.png"]),
        ("<div>\nx\n</div>\n![c](d.png)\n", ["d.png"]),
        ("<span>\n![c](d.png)\n</span>\n", ["d.png"]),
        ("<br>\n![c](d.png)\n", ["d.png"]),
        ("text\n\n<div>\n\n![c](d.png)\n", []),
        ("<details>\n<summary>x</summary>\n\n![c](d.png)\n\n</details>\n\n![e](f.png)\n", ["f.png"]),
        ("```\n<div>\n```\n\n![c](d.png)\n", ["d.png"]),
        ("<div>\n<div>\n\n![c](d.png)\n\n</div>\n\n![e](f.png)\n\n</div>\n\n![g](h.png)\n", ["h.png"]),
        ('<div markdown="1">\n\n![c](d.png)\n\n</div>\n', ["d.png"]),
        ("<foo>\n\n![c](d.png)\n\n</foo>\n", ["d.png"]),
        ('<div>\n\n<img src="b.png">\n\n</div>\n', ["b.png"]),
        ("![a](b c.png)\n", ["b c.png"]),
    ],
)
def test_pictures(text: str, urls: list[str]) -> None:
    body = Body(Source.from_text(text), 0, Dialect(is_python_markdown=True))
    assert [image.url.text for image in body.images] == urls
    assert len(as_commonmark(text)) == len(text)


@pytest.mark.parametrize("line", [" <p>\n", "```a\n", "<p>\n", " <b>\n", "<a b='\n", "</p>\n"])
def test_a_hostile_body_takes_linear_time(line: str) -> None:
    started = time.process_time()
    as_commonmark(line * 8_000 + "[a](b)")
    assert time.process_time() - started < 3
