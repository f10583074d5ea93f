"""Heads that are read without aiohttp's parser, and those that are left to it."""

from __future__ import annotations

import pytest

from postlint.engine.remote.plain_head import read_plain_head


def test_a_plain_head() -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Type: image/png \r\nContent-LENGTH:\t3\r\nServer:\r\n\r\nabcd"
    head = read_plain_head(raw)
    assert head is not None
    assert head.headers == [(b"content-type", b"image/png"), (b"content-length", b"3"), (b"server", b"")]
    assert (head.status, head.length, raw[head.start :], head.keeps_open) == (200, 3, b"abcd", True)


@pytest.mark.parametrize(
    ("raw", "keeps_open"),
    [
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", True),
        (b"HTTP/1.1 301\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", False),
        (b"HTTP/1.1 200 OK\r\nConnection: something\r\nContent-Length: 0\r\n\r\n", False),
        (b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n", False),
        (b"HTTP/1.1 200 \xe9t\xe9\r\nX-Name: \xff\r\nContent-Length: 0\r\n\r\n", True),
    ],
)
def test_whether_the_connection_is_kept(raw: bytes, keeps_open: bool) -> None:
    head = read_plain_head(raw)
    assert head is not None
    assert head.keeps_open is keeps_open


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 204 None\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 304 Same\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/2.0 200 OK\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1  200 OK\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 200 OK\nContent-Length: 3\n\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3, 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 19 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nUpgrade: h2c\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length : 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\r\n folded\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\rb\r\nContent-Length: 3\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 101 + b"Content-Length: 3\r\n\r\n",
        b"<html>",
    ],
)
def test_what_is_left_to_the_parser(raw: bytes) -> None:
    assert read_plain_head(raw) is None


def test_a_long_head_takes_linear_time() -> None:
    assert read_plain_head(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a:" * 100_000 + b"\n") is None
    assert read_plain_head(b"HTTP/1.1 200 OK" + b"\r\nX:" * 50_000) is None
