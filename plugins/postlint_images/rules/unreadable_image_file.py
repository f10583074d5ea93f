"""IMG020 unreadable-image-file."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.image_files import find_defect
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip, file_name

_PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40 + b"IEND\xaeB`\x82"


class UnreadableImageFile(PictureRule[NoOptions]):
    """An image file of the site cannot be shown.

    It is empty, cut off, a Git LFS pointer that was never fetched, a format that few browsers show, or a web
    page that was saved in place of the picture. Readers see a broken or half picture; Astro and Hugo may stop.

    Limits: the first and last bytes are looked at, the picture is not decoded.
    """

    code = "IMG020"
    name = "unreadable-image-file"
    topics = ("local-ok",)
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (
        Valid(
            post="---\ntitle: A\n---\n![A map](/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": _PNG},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": b"<!DOCTYPE html><title>Not found</title>"},
            reports=("/map.png",),
            message='file "map.png" is an HTML page, not a picture',
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            resolution = picture.resolution
            if resolution is None or resolution.status != "local-ok" or not resolution.path:
                continue
            defect = find_defect(post.site.files, resolution.path)
            if defect:
                yield Report(
                    picture.span,
                    f'file "{clip(file_name(resolution.path), 45)}" {defect}',
                    hint="put the real picture in its place",
                    data={"path": resolution.path},
                    # most browsers show what there is of it
                    severity=Severity.WARNING if "cut off" in defect or "few browsers" in defect else None,
                )
