"""Fetches, writes and rewrites, in an order that leaves posts and folders sound wherever it ends.

A picture is on the disk and in the list before a post names it, and each file is put in place whole. A run that
was killed has lost nothing but time: what is listed is not fetched again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from postlint.engine.apply import NotWritten, Writer
from postlint.engine.fetch.disk import clear_staging, write_whole
from postlint.engine.fetch.download import Download, Downloader
from postlint.engine.fetch.manifest import Entry, Manifest
from postlint.engine.fetch.placing import Link, Placing
from postlint.engine.fetch.rewriting import rewrite
from postlint.engine.fetch.wanted import WantedPost
from postlint.rulekit.remote_picture import RemotePicture
from postlint.values.dataclass import dataclass, field

# pictures of so many posts at a time are held in memory, and lost if the run is killed
_BATCH = 64


@dataclass
class FetchResult:
    """All links in order of posts and text, the posts that were written, and what went wrong with files."""

    links: list[Link] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Tell whether every chosen picture is in the site."""
        return not self.failures and all(link.link is not None for link in self.links)


def plan_fetch(posts: Iterable[WantedPost]) -> FetchResult:
    """Return what a fetch would do, without asking anybody or writing anything."""
    result = FetchResult()
    manifests: dict[str, Manifest] = {}
    for wanted in posts:
        root = wanted.post.site.root
        manifest = manifests[root] = manifests.get(root) or Manifest(root)
        placing = Placing(wanted, manifest)
        for picture in wanted.pictures:
            entry = placing.known(picture)
            if entry is None:
                url = picture.addresses[0]
                path = placing.choose(picture, Download(url, b"", _guessed_kind(url)), "")
                if path is None:
                    result.links.append(placing.homeless(picture))
                    continue
                entry = Entry(path, url, picture.image.url.text.strip(), "", "", 0, "")
                manifest.add(entry)
                result.links.append(placing.placed(picture, entry, is_new=True))
            else:
                result.links.append(placing.placed(picture, entry, is_new=False))
    return result


def run_fetch(
    posts: Iterable[WantedPost], download: Downloader, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> FetchResult:
    """Fetch the pictures of all posts and write what came; `posts` is read as the run goes on."""
    result = FetchResult()
    manifests: dict[str, Manifest] = {}
    moment = now().strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        for batch in _batches(posts):
            _Batch(batch, manifests, result, moment).run(download)
    finally:
        for root in manifests:
            clear_staging(root)
    return result


def _batches(posts: Iterable[WantedPost]) -> Iterator[list[WantedPost]]:
    batch: list[WantedPost] = []
    for wanted in posts:
        batch.append(wanted)
        if sum(len(one.pictures) for one in batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Batch:
    """The fetch of a few posts."""

    def __init__(
        self, posts: Sequence[WantedPost], manifests: dict[str, Manifest], result: FetchResult, moment: str
    ) -> None:
        self._result, self._moment = result, moment
        for wanted in posts:
            root = wanted.post.site.root
            if root not in manifests:
                manifests[root] = Manifest(root)
        self._manifests = manifests
        self._placings = [Placing(wanted, manifests[wanted.post.site.root]) for wanted in posts]
        self._downloads: dict[str, Download] = {}

    def run(self, download: Downloader) -> None:
        """Ask for the first address of every picture, then for the next ones where that failed."""
        missing = [
            picture
            for placing in self._placings
            for picture in placing.wanted.pictures
            if placing.known(picture) is None
        ]
        while missing:
            asks = [self._next(picture) for picture in missing]
            urls = list(dict.fromkeys(url for url in asks if url is not None))
            if not urls:
                break
            download(urls, self._keep)
            for url in urls:
                self._downloads.setdefault(url, Download(url, problem="it was not asked for"))
            missing = [picture for picture in missing if self._best(picture) is None]
        for placing in self._placings:
            self._result.links.extend(self._settle(placing))

    def _keep(self, answer: Download) -> None:
        self._downloads[answer.url] = answer

    def _next(self, picture: RemotePicture) -> str | None:
        """Return the next address to try."""
        return next((url for url in picture.addresses if url not in self._downloads), None)

    def _best(self, picture: RemotePicture) -> Download | None:
        found = (self._downloads.get(url) for url in picture.addresses)
        return next((answer for answer in found if answer is not None and answer.is_picture), None)

    def _settle(self, placing: Placing) -> list[Link]:
        """Write the pictures of one post, then the list, then the post."""
        wanted = placing.wanted
        links = [self._place(placing, picture) for picture in wanted.pictures]
        chosen = {
            picture.image.url.span.start: link.link
            for picture, link in zip(wanted.pictures, links, strict=True)
            if link.link is not None
        }
        if not chosen:
            return links
        try:
            fixed = rewrite(wanted, chosen)
            self._manifests[wanted.post.site.root].write()
            with Writer(wanted.post.site.root) as writer:
                writer.write(wanted.candidate.full, fixed)
        except NotWritten as error:
            self._result.failures.append(f"{wanted.candidate.shown}: {error}")
            return [link.left_alone(f"the post was not written: {error}") for link in links]
        self._result.written.append(wanted.candidate.shown)
        return links

    def _place(self, placing: Placing, picture: RemotePicture) -> Link:
        post = placing.wanted.post
        manifest = self._manifests[post.site.root]
        written = picture.image.url.text.strip()
        known = placing.known(picture)
        if known is not None:
            manifest.add(known.named(post.path, written))
            return placing.placed(picture, known, is_new=False)
        answer = self._best(picture)
        if answer is None:
            return placing.failed(picture, self._why(picture))
        digest = sha256(answer.body).hexdigest()
        path = placing.choose(picture, answer, digest)
        if path is None:
            return placing.homeless(picture)
        entry = Entry(
            path, answer.url, written, self._moment, digest, len(answer.body), answer.kind, posts=(post.path,)
        )
        try:
            write_whole(post.site.root, path, answer.body)
        except NotWritten as error:
            return placing.failed(picture, str(error))
        manifest.add(entry)
        return placing.placed(picture, entry, is_new=True)

    def _why(self, picture: RemotePicture) -> str:
        asked = [self._downloads[url] for url in picture.addresses if url in self._downloads]
        return "; ".join(f"{answer.url}: {answer.problem or 'no picture'}" for answer in asked)


def _guessed_kind(url: str) -> str:
    ending = os.path.splitext(url.partition("?")[0].partition("#")[0])[1].lower().lstrip(".")
    return {"jpe": "jpeg", "jfif": "jpeg", "jpg": "jpeg"}.get(ending, ending if ending.isalnum() else "")
