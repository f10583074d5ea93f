"""IMG002 image-case-mismatch."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Span, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures
from postlint_images.proxies.decoding import decode_once
from postlint_images.wording import clip


class ImageCaseMismatch(PictureRule[NoOptions]):
    """An image's name differs in case from the file.

    It works on the author's Windows or macOS machine and is missing on a Linux server, where readers see a
    broken picture. The same goes for two ways to write an accent or a Korean syllable in Unicode.

    Fix safety: safe, the address becomes that of the one file there is.
    """

    code = "IMG002"
    name = "image-case-mismatch"
    topics = ("local-case-mismatch",)
    severity = Severity.ERROR
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(
            post="---\ntitle: A\n---\n![A map](/img/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/img/map.png": b"\x89PNG"},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](/Img/map.PNG?v=1)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/img/Map.png": b"\x89PNG"},
            reports=("/Img/map.PNG?v=1",),
            fixed="---\ntitle: A\n---\n![A map](/img/Map.png?v=1)\n",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            resolution = picture.resolution
            if resolution is None or resolution.status != "local-case-mismatch" or resolution.path is None:
                continue
            yield Report(
                picture.span,
                f'image "{clip(picture.text, 40)}" is "{clip(resolution.path, 40)}" on disk',
                hint="write the name as the file has it",
                data={"path": resolution.path},
                fix=_fix(picture, resolution.path),
            )


def _fix(picture: Picture, on_disk: str) -> Fix | None:
    written = picture.address.path
    if not written:
        return None
    url = picture.image.url
    at = url.raw.find(written)
    corrected = correct_path(written, on_disk)
    if at < 0 or corrected is None or corrected == written:
        return None
    span = Span(url.span.start + at, url.span.start + at + len(written))
    return Fix.safe("write the name as the file has it", Edit(span, corrected))


def correct_path(written: str, on_disk: str) -> str | None:
    """Return the path as written with the names of the disk, compared from the end; None if they disagree."""
    parts, names = written.split("/"), on_disk.split("/")
    for back in range(1, min(len(parts), len(names)) + 1):
        part, name = parts[-back], names[-back]
        if part in ("", ".", ".."):
            break
        decoded = decode_once(part)
        if decoded == name:
            continue
        if _fold(decoded) != _fold(name):
            # above the folder that a generator maps to a URL
            return None if back == 1 else "/".join(parts)
        parts[-back] = quote(name) if "%" in part else name
    return "/".join(parts)


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
