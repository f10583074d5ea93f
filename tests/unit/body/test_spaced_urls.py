"""Addresses with blanks, in dialects that take them."""

from __future__ import annotations

import pytest

from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.body.spaced_urls import join_urls
from postlint.source.source import Source
from tests.unit.body.bodies import pictures


def _body(text: str, *, spaced: bool) -> Body:
    return Body(Source.from_text(text), 0, Dialect(is_python_markdown=spaced))


# what Python-Markdown 3.11 makes of each
@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("![A map](my map.png)\n", ["my map.png"]),
        ('![A map](my map.png "A title")\n', ["my map.png"]),
        ("![A map](my  map (1).png)\n", ["my  map (1).png"]),
        ("[![A map](my map.png)](a.html)\n", ["my map.png"]),
        ("![A map]({static}/images/my map.png)\n", ["{static}/images/my map.png"]),
        ("`![A map](my map.png)`\n", []),
        ("    ![A map](my map.png)\n", []),
        ("![A map] (map.png)\n", []),
    ],
)
def test_blanks_are_taken(text: str, urls: list[str]) -> None:
    assert [url for _, url in pictures(_body(text, spaced=True))] == urls


def test_commonmark_takes_none() -> None:
    assert pictures(_body("![A map](my map.png)\n", spaced=False)) == []


def test_every_offset_stays() -> None:
    text = "a ![b](c d.png) e ![f](g.png)\n"
    assert len(join_urls(text)) == len(text)
    assert join_urls("a b\n") == "a b\n"
