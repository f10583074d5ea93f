"""Where the pictures of one post go, and how the post names them."""

from __future__ import annotations

from postlint.engine.fetch.download import Download
from postlint.engine.fetch.manifest import Entry, Manifest
from postlint.engine.fetch.names import free_name, picture_name
from postlint.engine.fetch.rewriting import find_link
from postlint.engine.fetch.wanted import WantedPost
from postlint.generators.picture_homes import PictureHome, picture_homes
from postlint.rulekit.remote_picture import RemotePicture
from postlint.values.dataclass import dataclass, replace
from postlint.values.span import Position

_NO_HOME = "no way to name a picture here leads to a folder of this site"


@dataclass(frozen=True, slots=True)
class Link:
    """One place in a post: the URL there, and what came of it.

    `path` is the file in the site and `link` the new URL; both are None where nothing was done, and
    `problem` says why. `source` is the address that the bytes came from, `is_new` tells that they were
    fetched in this run.
    """

    post: str
    position: Position
    url: str
    reasons: tuple[str, ...]
    path: str | None = None
    link: str | None = None
    source: str | None = None
    size: int = 0
    is_new: bool = False
    problem: str = ""

    def left_alone(self, why: str) -> Link:
        """Return the outcome where the post could not be changed; the picture is kept for the next run."""
        if self.link is None:
            return self
        return Link(self.post, self.position, self.url, self.reasons, problem=why)

    def to_json(self) -> dict[str, object]:
        """Return the outcome as JSON."""
        return {
            "post": self.post,
            "location": {"line": self.position.line, "column": self.position.column},
            "url": self.url,
            "reasons": list(self.reasons),
            "path": self.path,
            "link": self.link,
            "source": self.source,
            "bytes": self.size,
            "is_new": self.is_new,
            "problem": self.problem or None,
        }


class Placing:
    """Where the pictures of one post go, and how it names them."""

    def __init__(self, wanted: WantedPost, manifest: Manifest) -> None:
        self.wanted, self._manifest = wanted, manifest
        post = wanted.post
        self._homes = picture_homes(post.generator, post.file, post.facts)

    def known(self, picture: RemotePicture) -> Entry | None:
        """Return what was fetched for this picture before, in this run or another, if the post can name it."""
        for url in (picture.image.url.text.strip(), *picture.addresses):
            for entry in self._manifest.find(url):
                if find_link(self.wanted.post, picture.image, self._homes, entry.path) is not None:
                    return entry
        return None

    def choose(self, picture: RemotePicture, answer: Download, digest: str) -> str | None:
        """Return the path for a picture; None where no form of link would lead to any home."""
        written = picture.image.url.text.strip()
        for home in self._homes:
            name = picture_name(picture.addresses[0], answer.kind)
            path = self._path(home, name, written, digest)
            if find_link(self.wanted.post, picture.image, (home,), path) is not None:
                return path
        return None

    def _path(self, home: PictureHome, name: str, written: str, digest: str) -> str:
        start = f"{home.folder}/" if home.folder else ""
        free = free_name(name, written, lambda one: self._manifest.is_taken(start + one, written, digest))
        return start + free

    def placed(self, picture: RemotePicture, entry: Entry, *, is_new: bool) -> Link:
        """Return the outcome of a picture that is in place."""
        link = find_link(self.wanted.post, picture.image, self._homes, entry.path)
        return replace(
            self._untouched(picture), path=entry.path, link=link, source=entry.source, size=entry.bytes, is_new=is_new
        )

    def homeless(self, picture: RemotePicture) -> Link:
        """Return the outcome of a picture for which there is no place."""
        return self.failed(picture, _NO_HOME)

    def failed(self, picture: RemotePicture, why: str) -> Link:
        """Return the outcome of a picture that was not to be had."""
        return replace(self._untouched(picture), problem=why)

    def _untouched(self, picture: RemotePicture) -> Link:
        url = picture.image.url
        position = self.wanted.source.lines.position(url.span.start)
        reasons = tuple(sorted(picture.reasons))
        return Link(self.wanted.candidate.shown, position, url.text.strip(), reasons)
