"""Marks within paragraphs of kramdown."""

from __future__ import annotations

import pytest

from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.body.kramdown_spans import as_spans
from postlint.source.source import Source


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("a {::nomarkdown}![a](b.png){:/} c\n", []),
        ("a {::nomarkdown}![a](b.png){:/nomarkdown} ![c](d.png)\n", ["d.png"]),
        ("a {::nomarkdown} is never closed ![c](d.png)\n", ["d.png"]),
        ("*[HTML]: ![a](b.png)\n", []),
        ("*[HTML] ![a](b.png)\n", ["b.png"]),
        ("![a] [k]\n\n[K]: b.png\n", ["b.png"]),
        ("![a]\n[k]\n\n[k]: b.png\n", ["b.png"]),
        ("![a] [k]\n\n[other]: b.png\n", []),
        ("![a](b.png) [k](c.html)\n\n[k]: d.png\n", ["b.png"]),
    ],
)
def test_pictures(text: str, urls: list[str]) -> None:
    body = Body(Source.from_text(text), 0, Dialect(frozenset({"liquid"}), is_kramdown=True))
    assert [image.url.text for image in body.images] == urls
    assert len(as_spans(text)) == len(text)
