"""IMG026 wrong-image-extension."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.image_files import HEAD, find_kind
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip, file_name

_EXTENSIONS = {
    "png": ("png", "apng"),
    "jpeg": ("jpg", "jpeg", "jpe", "jfif", "pjpeg", "pjp"),
    "gif": ("gif",),
    "webp": ("webp",),
    "avif": ("avif",),
    "svg": ("svg",),
    "bmp": ("bmp", "dib"),
    "ico": ("ico", "cur"),
}
_OF_PICTURES = frozenset(extension for extensions in _EXTENSIONS.values() for extension in extensions)


class WrongImageExtension(PictureRule[NoOptions]):
    """An image file's name ends as another format's does.

    Browsers go by the bytes and show it, but servers send the wrong type, and generators that scale pictures
    (Astro, Hugo, Gatsby) may stop. An SVG under another name is shown nowhere, which is a warning.
    """

    code = "IMG026"
    name = "wrong-image-extension"
    topics = ("local-ok",)
    severity = Severity.INFO
    severities = (Severity.INFO, Severity.WARNING)
    valid = (
        Valid(
            post="---\ntitle: A\n---\n![A map](/map.jpeg)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.jpeg": b"\xff\xd8\xff\xe0 JFIF \xff\xd9"},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": b"\xff\xd8\xff\xe0 JFIF \xff\xd9"},
            reports=("/map.png",),
            message='file "map.png" is a JPEG by its bytes',
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            resolution = picture.resolution
            if resolution is None or resolution.status != "local-ok" or not resolution.path:
                continue
            extension = resolution.path.rpartition(".")[2].lower()
            if extension not in _OF_PICTURES:
                continue
            kind = find_kind(post.site.files.head(resolution.path, HEAD))
            if kind is None or kind not in _EXTENSIONS or extension in _EXTENSIONS[kind]:
                continue
            yield Report(
                picture.span,
                f'file "{clip(file_name(resolution.path), 60)}" is {_with_article(kind)} by its bytes',
                hint="rename the file, or save it in the format that its name says",
                data={"path": resolution.path, "kind": kind},
                severity=Severity.WARNING if "svg" in (kind, extension) else None,
            )


def _with_article(kind: str) -> str:
    return {"svg": "an SVG", "avif": "an AVIF", "ico": "an icon", "webp": "a WebP"}.get(kind, f"a {kind.upper()}")
