"""Addresses of pages that show a picture, met where the picture's own address was meant."""

from __future__ import annotations

import re

from postlint import NamedTuple, late_pattern
from postlint_images.addresses import Address
from postlint_images.hosts.known_host import find_by_host


class Page(NamedTuple):
    """A page: what it is, and the address of the picture itself where that can be told."""

    kind: str
    picture: str | None = None


# domain: (pattern for path and query, what the page is)
_SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    "gitee.com": ((r"/[^/]+/[^/]+/blob/", "a Gitee file page"),),
    "bitbucket.org": ((r"/[^/]+/[^/]+/src/(?!.*[?&]raw)", "a Bitbucket file page"),),
    "imgur.com": (
        (r"/(?:a|gallery|t)/", "an Imgur album"),
        (r"/[A-Za-z0-9]{5,8}(?:[?]|$)", "an Imgur page"),
    ),
    "postimg.cc": ((r"/(?:image/|gallery/)?[A-Za-z0-9]{6,12}/?(?:[?]|$)", "a Postimages page"),),
    "postimg.org": ((r"/image/", "a Postimages page"),),
    "ibb.co": ((r"/[A-Za-z0-9]{6,10}/?(?:[?]|$)", "an ImgBB page"),),
    "drive.google.com": ((r"/file/d/", "a Google Drive page"), (r"/open\?", "a Google Drive page")),
    "photos.google.com": ((r"/", "a Google Photos page"),),
    "photos.app.goo.gl": ((r"/", "a Google Photos page"),),
    "flickr.com": ((r"/photos/", "a Flickr page"),),
    "flic.kr": ((r"/", "a Flickr page"),),
    "unsplash.com": ((r"/(?:[a-z-]+/)?photos/[^/?]+/?(?:[?]|$)", "an Unsplash page"),),
    "pexels.com": ((r"/(?:[a-z-]+/)?photo/", "a Pexels page"),),
    "pixabay.com": ((r"/(?:[a-z]+/)?(?:photos|illustrations|vectors)/", "a Pixabay page"),),
    "onedrive.live.com": ((r"/(?!download|embed\.aspx/raw)", "a OneDrive page"),),
    "1drv.ms": ((r"/", "a OneDrive page"),),
    "icloud.com": ((r"/photos", "an iCloud page"), (r"/sharedalbum", "an iCloud page")),
    "share.icloud.com": ((r"/photos", "an iCloud page"),),
    "instagram.com": ((r"/p/[^/?]+/?(?:\?(?!.*__a)|$)", "an Instagram page"),),
    "pinterest.com": ((r"/pin/", "a Pinterest page"),),
    "sm.ms": ((r"/image/", "an SM.MS page"),),
    "deviantart.com": ((r"/[^/]+/art/", "a DeviantArt page"),),
    "pixiv.net": ((r"/(?:[a-z]{2}/)?artworks/", "a pixiv page"),),
}
# hosts below the domains above that serve the pictures themselves
_PICTURE_HOSTS = late_pattern(r"(?:i|i[0-9]+|images|cdn|live|farm[0-9]+|c[0-9]+|s-media-cache-ak[0-9]|plus)\.")
_WIKIS = ("wikipedia.org", "wikimedia.org", "fandom.com", "wiktionary.org", "wikivoyage.org")
_WIKI_FILE = late_pattern(r"/wiki/(?:File|Image|Datei|Fichier|Archivo|Bestand|%E6%96%87%E4%BB%B6|文件|檔案|ファイル):")
_GITHUB_BLOB = late_pattern(r"/[^/?]+/[^/?]+/blob/")
_GITLAB_BLOB = late_pattern(r"/(?:[^/?]+/){2,8}?(?:-/)?blob/")
_RAW_ASKED = late_pattern(r"(?:^|&)raw(?:=(?:true|1))?(?:&|$)")


def may_be_page(host: str) -> bool:
    """Tell whether a host has pages that are taken for pictures."""
    host = host.removeprefix("www.")
    return (
        host in ("github.com", "gitlab.com", "dropbox.com")
        or host.endswith(_WIKIS)
        or bool(find_by_host(_SHAPES, host))
    )


def find_page(address: Address, url: str) -> Page | None:
    """Return what kind of page the URL leads to; None if it may be a picture."""
    host = address.host.removeprefix("www.")
    if host == "github.com":
        return _github(address, url)
    if host == "gitlab.com":
        found = _GITLAB_BLOB.match(address.path)
        return Page("a GitLab file page", url.replace("/blob/", "/raw/", 1)) if found else None
    if host == "dropbox.com":
        return _dropbox(address, url)
    if host.endswith(_WIKIS):
        return Page("a wiki's file page") if _WIKI_FILE.match(address.path) else None
    if _PICTURE_HOSTS.match(host):
        return None
    for pattern, kind in find_by_host(_SHAPES, host) or ():
        if re.match(pattern, address.rest):
            return Page(kind)
    return None


def _github(address: Address, url: str) -> Page | None:
    if not _GITHUB_BLOB.match(address.path) or _RAW_ASKED.search(address.query or ""):
        return None
    return Page("a GitHub file page", url.replace("/blob/", "/raw/", 1))


def _dropbox(address: Address, url: str) -> Page | None:
    if not address.path.startswith(("/s/", "/scl/")):
        return None
    query = (address.query or "").split("&")
    if any(part in query for part in ("raw=1", "dl=1")):
        return None
    if "dl=0" in query:
        return Page("a Dropbox page", re.sub(r"(?<=[?&])dl=0(?=&|#|$)", "raw=1", url, count=1))
    return Page("a Dropbox page")
