"""URLs as browsers parse them. Expected values are those of `new URL(…)` in Node."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.engine.remote.address import BadUrl, literal_address, parse_location, parse_url
from postlint.values.network import Target

BASE = parse_url("https://a.example/one/two.png?q=1")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://Example.ORG/A%2fb?x=%26&y#f", "https://example.org/A%2fb?x=%26&y"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a b.png", "https://example.org/a%20b.png"),
        (" \thttps://exa\nmple.org/a\r\n", "https://example.org/a"),
        ("https:\\\\example.org\\a\\b?c\\d", "https://example.org/a/b?c\\d"),
        ("https:///example.org/a", "https://example.org/a"),
        ("https://example.org/图.png?字", "https://example.org/%E5%9B%BE.png?%E5%AD%97"),
        ("https://例え.jp/a", "https://xn--r8jz45g.jp/a"),
        ("https://EXAMPLE.org./a", "https://example.org./a"),
        ("https://user:word@example.org/a", "https://example.org/a"),
        ("https://ex%61mple.org/", "https://example.org/"),
        ("https://example.org/a/./b/../c/%2e%2E/d", "https://example.org/a/d"),
        ("https://example.org/../../a", "https://example.org/a"),
        ("https://example.org/a/..", "https://example.org/"),
        ("https://example.org/a|b[c]{d}\"e'<f>`", "https://example.org/a|b[c]%7Bd%7D%22e'%3Cf%3E%60"),
        ("https://example.org/?a'b\"c<d>{e}", "https://example.org/?a%27b%22c%3Cd%3E{e}"),
        ("https://example.org/100%.png", "https://example.org/100%.png"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://[::FFFF:7f00:1]/", "http://[::ffff:7f00:1]/"),
        ("http://a_b.example/", "http://a_b.example/"),
    ],
)
def test_absolute(text: str, url: str) -> None:
    assert str(parse_url(text)) == url


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("b.png", "https://a.example/one/b.png"),
        ("/b.png", "https://a.example/b.png"),
        ("//b.example/c", "https://b.example/c"),
        ("\\\\b.example\\c", "https://b.example/c"),
        ("?q=2", "https://a.example/one/two.png?q=2"),
        ("", "https://a.example/one/two.png?q=1"),
        ("#f", "https://a.example/one/two.png?q=1"),
        ("../b.png", "https://a.example/b.png"),
        ("https:b.png", "https://a.example/one/b.png"),
        ("http:b.example/c", "http://b.example/c"),
    ],
)
def test_relative(text: str, url: str) -> None:
    assert str(parse_url(text, BASE)) == url


def test_bytes_of_a_location_are_escaped_as_they_are() -> None:
    assert str(parse_location("/图 a.png".encode(), BASE)) == "https://a.example/%E5%9B%BE%20a.png"
    assert str(parse_location(b"/\xe4.png", BASE)) == "https://a.example/%E4.png"
    assert str(parse_location(b"https:/b.png", BASE)) == "https://a.example/b.png"
    assert str(parse_location(b"http:/b.example/c.png", BASE)) == "http://b.example/c.png"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://example.org:99999/a", "has the port 99999"),
        ("http://example.org:6667/a", "has the port 6667, which browsers never ask"),
        ("https://example.org:a/b", "has the port a"),
        ("https://", "has no host"),
        ("https://exa mple.org/", 'has the host "exa mple.org"'),
        ("https://exa%20mple.org/", 'has the host "exa mple.org"'),
        ("ftp://example.org/a", "has the scheme ftp:"),
        ("data:image/png;base64,AA", "has the scheme data:"),
        ("/a.png", "has no scheme"),
        ("http://1.2.3.4.5/", "has the address 1.2.3.4.5"),
        ("http://256.1.1.1/", "has the address 256.1.1.1"),
        ("http://09.1.1.1/", "has the address 09.1.1.1"),
        ("http://[::1/", "has the host [::1"),
        ("https://" + "a" * 40_000, "has 40008 characters"),
    ],
)
def test_what_browsers_do_not_ask_for(text: str, why: str) -> None:
    with pytest.raises(BadUrl) as caught:
        parse_url(text)
    assert str(caught.value) == why


@given(st.text(max_size=200), st.booleans())
def test_any_text_is_a_url_or_none(text: str, is_relative: bool) -> None:
    try:
        target = parse_url(text if is_relative else f"https://{text}", BASE if is_relative else None)
    except BadUrl:
        return
    assert str(target).isascii()
    assert " " not in str(target)
    assert "\n" not in str(target)
    assert parse_url(str(target)) == target


@given(st.binary(max_size=200))
def test_any_location_is_a_url_or_none(raw: bytes) -> None:
    try:
        assert str(parse_location(raw, BASE)).isascii()
    except BadUrl:
        return


def test_literal_addresses() -> None:
    assert str(literal_address("127.0.0.1")) == "127.0.0.1"
    assert str(literal_address("[::1]")) == "::1"
    assert literal_address("a1") is None
    assert literal_address("example.org") is None
    assert Target("http", "[::1]", 8080, "/a").authority == "[::1]:8080"


@given(
    st.sampled_from(["example.org", "127.0.0.1", "1.2", "a..b", "0x7f.1", "x.y.", ".", "-", "xn--a", ""]),
    st.sampled_from(["", ":80", ":443", ":8080", ":99999", ":25", ":0"]),
    st.text("ab09.-:/?%2eE@=&;~_A!$()*+,", max_size=12),
)
def test_the_short_way_leads_where_the_long_one_does(host: str, port: str, rest: str) -> None:
    def parse(text: str) -> str:
        try:
            return str(parse_url(text))
        except BadUrl as error:
            return f"bad: {error}"

    # no URL with a fragment takes the short way
    for url in (f"http://{host}{port}/{rest}", f"https://{host}{port}{rest}"):
        assert parse(url) == parse(f"{url}#")
