"""Cutting URLs, and hosts that nobody else can reach."""

from __future__ import annotations

import pytest

from postlint_images.addresses import is_private_host, is_public_host, split_address


@pytest.mark.parametrize(
    ("url", "scheme", "host", "path", "query", "fragment"),
    [
        ("https://a.test/b.png", "https", "a.test", "/b.png", None, None),
        ("HTTP://User:pw@A.Test.:80/b?c#d", "http", "a.test", "/b", "c", "d"),
        ("//a.test/b", "", "a.test", "/b", None, None),
        ("https://a.test?b", "https", "a.test", "", "b", None),
        ("https://a.test/?http://b.test/?c", "https", "a.test", "/", "http://b.test/?c", None),
        ("/b.png?", "", "", "/b.png", "", None),
        ("b.png#c", "", "", "b.png", None, "c"),
        ("http://[::1]:80/b", "http", "[::1]", "/b", None, None),
        ("https://例え.test/b", "https", "xn--r8jz45g.test", "/b", None, None),
        ("data:image/png,abc", "", "", "data:image/png,abc", None, None),
        ("", "", "", "", None, None),
    ],
)
def test_a_url_is_cut_at_its_delimiters(
    url: str, scheme: str, host: str, path: str, query: str | None, fragment: str | None
) -> None:
    found = split_address(url)
    assert (found.scheme, found.host, found.path, found.query, found.fragment) == (
        scheme,
        host,
        path,
        query,
        fragment,
    )


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.1.1",
        "0.0.0.0",
        "[::1]",
        "[fe80::1]",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "nas.local",
        "api.internal",
        "wiki.lan",
        "dev.localhost",
        "router.home.arpa",
    ],
)
def test_private_hosts(host: str) -> None:
    assert is_private_host(host)
    assert not is_public_host(host)


@pytest.mark.parametrize(
    "host", ["example.org", "8.8.8.8", "192.0.2.1", "local.example.org", "lan.test", "10.example.org"]
)
def test_public_hosts(host: str) -> None:
    assert not is_private_host(host)
    assert is_public_host(host)


@pytest.mark.parametrize(
    "host", ["", "intranet", "a b.test", "a..b", ".a.test", "1.2.3", "999.1.1.1", "a" * 300 + ".b"]
)
def test_what_is_no_public_host(host: str) -> None:
    assert not is_public_host(host)
