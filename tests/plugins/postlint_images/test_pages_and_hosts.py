"""Pages instead of pictures, and what is known of hosts."""

from __future__ import annotations

import pytest

from postlint_images.addresses import split_address
from postlint_images.hosts import (
    find_dead_host,
    find_fragile_host,
    find_hotlink_host,
    find_placeholder_host,
    find_tracker,
)
from postlint_images.pages import find_page


@pytest.mark.parametrize(
    ("url", "picture"),
    [
        ("https://github.com/u/r/blob/main/a.png", "https://github.com/u/r/raw/main/a.png"),
        ("https://gitlab.com/g/s/p/-/blob/main/a.png", "https://gitlab.com/g/s/p/-/raw/main/a.png"),
        ("https://www.dropbox.com/s/abc/a.png?dl=0", "https://www.dropbox.com/s/abc/a.png?raw=1"),
        (
            "https://www.dropbox.com/scl/fi/a/a.png?rlkey=b&dl=0",
            "https://www.dropbox.com/scl/fi/a/a.png?rlkey=b&raw=1",
        ),
        ("https://www.dropbox.com/s/abc/a.png", None),
        ("https://gitee.com/u/r/blob/master/a.png", None),
        ("https://imgur.com/abcdefg", None),
        ("https://imgur.com/a/abcdefg", None),
        ("https://postimg.cc/abcdefgh", None),
        ("https://ibb.co/abcdefg", None),
        ("https://drive.google.com/file/d/abc/view?usp=sharing", None),
        ("https://photos.app.goo.gl/abc", None),
        ("https://www.flickr.com/photos/u/1/", None),
        ("https://unsplash.com/photos/abc", None),
        ("https://en.wikipedia.org/wiki/File:A.png", None),
        ("https://commons.wikimedia.org/wiki/File:A.png", None),
        ("https://1drv.ms/u/s!abc", None),
    ],
)
def test_a_page_is_no_picture(url: str, picture: str | None) -> None:
    found = find_page(split_address(url), url)
    assert found is not None
    assert found.picture == picture


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/u/r/blob/main/a.png?raw=true",
        "https://github.com/u/r/raw/main/a.png",
        "https://github.com/u/r/assets/1/abc",
        "https://github.com/user-attachments/assets/abc",
        "https://www.dropbox.com/s/abc/a.png?raw=1",
        "https://www.dropbox.com/s/abc/a.png?dl=1",
        "https://i.imgur.com/abcdefg.png",
        "https://imgur.com/abcdefg.png",
        "https://i.postimg.cc/abc/a.png",
        "https://i.ibb.co/abc/a.png",
        "https://drive.google.com/uc?id=abc",
        "https://live.staticflickr.com/1/2.jpg",
        "https://images.unsplash.com/photo-1",
        "https://unsplash.com/photos/abc/download",
        "https://upload.wikimedia.org/wikipedia/commons/a/ab/A.png",
        "https://en.wikipedia.org/wiki/Special:FilePath/A.png",
        "https://plus.unsplash.com/photo-1",
    ],
)
def test_a_picture_is_no_page(url: str) -> None:
    assert find_page(split_address(url), url) is None


@pytest.mark.parametrize(
    "host",
    [
        "x.bkt.clouddn.com",
        "i1.wp.netdna-cdn.com",
        "via.placeholder.com",
        "rawgit.com",
        "i12.photobucket.com",
        "lh3.ggpht.com",
    ],
)
def test_dead_hosts(host: str) -> None:
    assert find_dead_host(host) is not None


@pytest.mark.parametrize("host", ["notclouddn.com", "clouddn.com.evil.test", "yt3.ggpht.com", "unsplash.com", ""])
def test_hosts_that_are_not_dead(host: str) -> None:
    assert find_dead_host(host) is None


@pytest.mark.parametrize(
    ("host", "path", "works_without"),
    [
        ("ww1.sinaimg.cn", "/large/a.jpg", True),
        ("mmbiz.qpic.cn", "/a", True),
        ("i0.hdslb.com", "/a.jpg", True),
        ("pic1.zhimg.com", "/a.jpg", True),
        ("p3-juejin.byteimg.com", "/tos-cn-i-k3u1fbpfcp/a~tplv-k3u1fbpfcp.image?juejin", True),
        ("gitee.com", "/u/r/raw/master/a.png", False),
        ("i.pximg.net", "/a.jpg", False),
        ("drive.google.com", "/uc?id=a", False),
    ],
)
def test_hosts_that_refuse_other_sites(host: str, path: str, works_without: bool) -> None:
    found = find_hotlink_host(host, f"https://{host}{path}")
    assert found is not None
    assert found.without_referer is works_without


def test_hosts_that_refuse_only_some_addresses() -> None:
    assert find_hotlink_host("gitee.com", "https://gitee.com/u/r/attach/a.png") is None
    assert find_hotlink_host("s1.hdslb.com", "https://s1.hdslb.com/a.png") is None


def test_placeholders_trackers_and_fragile_hosts() -> None:
    assert find_placeholder_host("picsum.photos") is not None
    assert find_placeholder_host("example.org") is None
    assert find_tracker("www.google-analytics.com", "/collect?v=1") == "Google Analytics"
    assert find_tracker("www.google-analytics.com", "/logo.png") is None
    assert find_tracker("pixel.wp.com", "/g.gif") == "WordPress.com"
    assert find_fragile_host("i.loli.net", "https://i.loli.net/a.png") is not None
    assert find_fragile_host("cdn.jsdelivr.net", "https://cdn.jsdelivr.net/npm/a.png") is None
