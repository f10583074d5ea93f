"""Writes the links of a post so that they lead to the pictures that were fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.engine.apply import NotWritten
from postlint.engine.fetch.planned_files import PlannedFiles
from postlint.engine.fetch.wanted import WantedPost
from postlint.engine.proof import is_as_meant
from postlint.generators.picture_homes import PictureHome
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.dataclass import replace
from postlint.values.edit import Edit, splice
from postlint.values.file_result import FixedFile


def find_link(post: Post, image: ImageRef, homes: Sequence[PictureHome], path: str) -> str | None:
    """Return how this image has to name the file at `path`; None if nothing that we know leads there.

    The generator's own resolution decides, as if the file were there already.
    """
    files = PlannedFiles(post.site.files, {path})
    before = post.text[image.url.span.start - 1 : image.url.span.start]
    for home in homes:
        for link in home.links(path):
            if before not in ('"', "(", "<") and " " in link:
                # a blank would end a bare value, a quote a quoted one
                continue
            renamed = replace(image, url=Url(link, image.url.span, link), is_dynamic="{{" in link)
            found = post.generator.resolve_image(renamed, post.file, post.facts, files)
            if found.status == "local-ok" and found.path == path:
                return link
    return None


def rewrite(wanted: WantedPost, links: Mapping[int, str]) -> FixedFile:
    """Return the post with new links, by the place of the old URL. Raises NotWritten.

    What the edits do not touch must read as before, as for any fix.
    """
    source = wanted.source
    edits = [
        Edit(picture.image.url.span, links[picture.image.url.span.start])
        for picture in wanted.pictures
        if picture.image.url.span.start in links
    ]
    text = splice(source.text, edits)
    try:
        raw = source.encode(text)
    except UnicodeEncodeError:
        raise NotWritten(f"{wanted.candidate.shown}: the new links cannot be written in {source.encoding}") from None
    after = Source(raw, declared_encoding=source.encoding)
    post = Post(after, wanted.post.path, wanted.post.site, role=wanted.post.role)
    if after.text != text or not is_as_meant(wanted.post, post, edits) or not _has_all(post, links.values()):
        raise NotWritten(f"{wanted.candidate.shown}: the new links would change more than the pictures")
    return FixedFile(raw, source.raw, sha256(source.raw).hexdigest(), len(edits))


def _has_all(post: Post, links: Iterable[str]) -> bool:
    named = [image.url.text for image in post.images]
    return all(named.count(link) >= 1 for link in links)
