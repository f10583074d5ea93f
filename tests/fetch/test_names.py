"""Names of fetched pictures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.engine.fetch.names import free_name, picture_name, url_digest


@pytest.mark.parametrize(
    ("url", "kind", "name"),
    [
        ("https://cdn.example.net/a/map.png", "png", "map.png"),
        ("https://cdn.example.net/a/map.PNG?v=1#x", "png", "map.png"),
        ("https://cdn.example.net/a/map.jpeg", "jpeg", "map.jpeg"),
        ("https://cdn.example.net/a/map.png", "jpeg", "map.jpg"),
        ("https://cdn.example.net/a/map.png.webp", "webp", "map-png.webp"),
        ("https://cdn.example.net/a/My%20map%20(1).gif", "gif", "My-map-1.gif"),
        ("https://cdn.example.net/a/%E5%9B%BEmap.svg", "svg", "map.svg"),
        ("https://cdn.example.net/raw/", "png", "raw.png"),
        ("https://cdn.example.net/a/..%2F..%2Fetc.png", "png", "etc.png"),
        ("https://cdn.example.net/a/.htaccess", "png", "htaccess.png"),
        ("https://cdn.example.net/CON.png", "png", f"image-{url_digest('https://cdn.example.net/CON.png')}.png"),
        ("https://cdn.example.net/图.png", "png", f"image-{url_digest('https://cdn.example.net/图.png')}.png"),
        ("https://[bad/a.png", "png", f"image-{url_digest('https://[bad/a.png')}.png"),
        ("https://cdn.example.net/" + "a" * 200 + ".png", "png", "a" * 48 + ".png"),
    ],
)
def test_names(url: str, kind: str, name: str) -> None:
    assert picture_name(url, kind) == name


@given(st.text(), st.sampled_from(["png", "jpeg", "svg", "avif"]))
def test_any_name_is_safe(path: str, kind: str) -> None:
    name = picture_name(f"https://cdn.example.net/{path}", kind)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z]+", name), name
    assert len(name) < 70


def test_taken_names_get_a_mark_of_their_url() -> None:
    mark = url_digest("u")
    assert free_name("a.png", "u", lambda name: False) == "a.png"
    assert free_name("a.png", "u", {"a.png"}.__contains__) == f"a-{mark}.png"
    assert free_name("a.png", "u", {"a.png", f"a-{mark}.png"}.__contains__) == f"a-{mark}-2.png"
