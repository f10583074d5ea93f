"""Faults that stand in a URL itself."""

from __future__ import annotations

import time

import pytest

from postlint_images.written import find_fault, find_stray_escape, is_machine_path, may_be_home_path


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", "is empty"),
        ("https://a.test:99999/a.png", 'has a bad port: "99999"'),
        ("https://a.test:80a/a.png", 'has a bad port: "80a"'),
        ("https://exa%20mple.org/a.png", 'has a bad host: "exa%20mple.org"'),
        ("https://exa mple.org/a.png", 'has a bad host: "exa mple.org"'),
        ("https://[::1/a.png", 'has a bad host: "[::1"'),
        ("https:///a.png", "names no host"),
        ("https://a.test/b\\_c.png", "has a backslash in it"),
        ("https://:80/a.png", "names no host"),
        ("//:80/a.png", "names no host"),
        ("hhttps://a.test/a.png", 'has an unknown scheme: "hhttps://"'),
        ("htp://a.test/a.png", 'has an unknown scheme: "htp://"'),
        ("ttps://a.test/a.png", 'has an unknown scheme: "ttps://"'),
        ("htttps://a.test/a.png", 'has an unknown scheme: "htttps://"'),
        ("https:/a.test/a.png", 'has a broken scheme: "https:/"'),
        ("https：//a.test/a.png", 'has an unknown scheme: "https：//"'),
        ("https//a.test/a.png", 'has an unknown scheme: "https//"'),
        ("http://https://a.test/a.png", 'has two schemes: "http://https://a.test/a."'),
        ("http://http//a.test/a.png", 'has two schemes: "http://http//a.test/a.pn"'),
    ],
)
def test_a_malformed_url_says_what_is_wrong(url: str, fault: str) -> None:
    assert find_fault(url) == fault


@pytest.mark.parametrize(
    "url",
    [
        "https://a.test/a.png",
        "https://a.test:8080/a.png",
        "https://latex.test/png.latex?\\frac{a}{b}",
        "https://a.test:/a.png",
        "//a.test/a.png",
        "https://user@a.test/a.png",
        "https://[2001:db8::1]:80/a.png",
        "https://例え.test/画像.png",
        "https://a_b.test/a.png",
        "http.png",
        "https/a.png",
        "http/x.y/a.png",
        "/a.png",
        "../a.png",
        "a b.png",
        "ttp/a.png",
        "https-guide/a.png",
        "HTTPS://A.TEST/A.PNG",
    ],
)
def test_what_is_no_fault(url: str) -> None:
    assert find_fault(url) is None


@pytest.mark.parametrize(
    "path", ["C:\\a.png", "c:/a.png", "\\\\host\\share\\a.png", "file:///a.png", "FILE:a.png", "D:/x/a.png"]
)
def test_paths_of_one_machine(path: str) -> None:
    assert is_machine_path(path)


@pytest.mark.parametrize("path", ["/a.png", "a.png", "https://a.test/C:/a.png", "files/a.png", "/home.png", "//a/b"])
def test_paths_of_a_site(path: str) -> None:
    assert not is_machine_path(path)
    assert not may_be_home_path(path)


def test_home_folders_are_only_possible() -> None:
    assert may_be_home_path("/Users/ann/Pictures/a.png")
    assert may_be_home_path("/home/ann/a.png")
    assert may_be_home_path("~/a.png")
    assert not may_be_home_path("/home/a.png")


def test_a_percent_sign_without_an_escape() -> None:
    assert find_stray_escape("/100%.png") == "%.p"
    assert find_stray_escape("/a%zz.png") == "%zz"
    assert find_stray_escape("/a%20b.png") is None


@pytest.mark.parametrize(
    "url", ["h" * 1_000_000, "https://" + ":" * 1_000_000, "https://" * 125_000, "t" * 1_000_000 + ":"]
)
def test_hostile_lengths_take_linear_time(url: str) -> None:
    start = time.process_time()
    find_fault(url)
    assert time.process_time() - start < 1
