"""Small sites on the disk, and a downloader that answers from a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from postlint.cli.session import open_session
from postlint.engine.fetch.download import Download, OnDownload
from postlint.engine.fetch.wanted import REASONS, WantedPost, find_wanted_in
from tests.picture_sites.model import picture

HEXO = {"_config.yml": "title: T\nurl: https://site.example\n", "package.json": '{"hexo": {"version": "8.1.2"}}'}
EVERY = frozenset(REASONS)


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def wanted(root: Path, reasons: frozenset[str] | None = None, *, isolated: bool = True) -> list[WantedPost]:
    """Return the posts below a folder that name remote pictures."""
    session = open_session({"isolated": isolated}, (str(root),))
    found = list(find_wanted_in(session.request(), session.plugins, reasons))
    assert all(isinstance(one, WantedPost) for one in found), found
    return [one for one in found if isinstance(one, WantedPost)]


class Answers:
    """A downloader: bytes by URL; what is not in the table is not found. `asked` holds every URL, in order."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.pictures, self.asked = pictures, list[str]()

    def __call__(self, urls: Sequence[str], on_download: OnDownload) -> None:
        for url in urls:
            self.asked.append(url)
            body = self.pictures.get(url)
            kind = "png" if body and body.startswith(b"\x89PNG") else "jpeg" if body else ""
            on_download(Download(url, body, kind) if body else Download(url, problem="answers 404"))


PNG = picture("one", 10)
OTHER = picture("other", 10)
