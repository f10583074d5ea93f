"""URLs without markup."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a http://b.c/d e", ["http://b.c/d"]),
        ("中http://b.c/d。e", ["http://b.c/d。e"]),
        ("HTTPS://B.C ftp://d.e", ["HTTPS://B.C", "ftp://d.e"]),
        ("www.a.b/c, d", ["www.a.b/c"]),
        ("(http://a.b/c) http://a.b/c_(d).", ["http://a.b/c", "http://a.b/c_(d)"]),
        ("http://a.b?c&amp;d&quot; e", ["http://a.b?c&amp;d"]),
        ("http://a.b/c<br>d", ["http://a.b/c"]),
        ("http://a.b/**c**", ["http://a.b/**c"]),
        ("https://a.b/?u=http://c.d", ["https://a.b/?u=http://c.d"]),
        ("`http://a.b` [http://a.b](c) <http://a.b>", []),
        ("```\nhttp://a.b\n```", []),
        ("<p>http://a.b</p>", []),
        ("[a]: http://b.c", []),
        ("xhttp://a.b http:// //a.b", []),
        ("http://a.b![c](d.png)", ["http://a.b"]),
    ],
)
def test_bare(text: str, written: list[str]) -> None:
    body = body_of(text)
    found = [link for link in body.links if link.kind == "bare"]
    assert [link.url.span.of(text) for link in found] == written
    assert [link.url.raw for link in found] == written


def test_a_host_alone_gets_a_scheme() -> None:
    (link,) = body_of("www.a.b").links
    assert (link.url.text, link.url.raw, link.text) == ("http://www.a.b", "www.a.b", "www.a.b")
