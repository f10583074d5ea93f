"""IMG021 unpublished-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.rules.missing_image import is_unpublished
from postlint_images.wording import clip


class UnpublishedImage(PictureRule[NoOptions]):
    """An image is in the repository, but not in the built site.

    The generator does not copy the folder it is in, or publishes it under another address: the author's
    editor shows the picture, readers see none. `data.reason` says why.
    """

    code = "IMG021"
    name = "unpublished-image"
    topics = ("local",)
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (
        Valid(
            post="---\ntitle: A\n---\n![A map](/map.png)\n",
            path="source/_posts/a.md",
            generator="hexo",
            site={"source/map.png": b"\x89PNG"},
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](map.png)\n",
            path="source/_posts/a.md",
            generator="hexo",
            site={"source/_posts/map.png": b"\x89PNG"},
            reports=("map.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            resolution = picture.resolution
            if resolution is None:
                continue
            if resolution.status == "local-outside-site" and post.generator.profile.name != "plain":
                message, severity = (
                    f'image "{clip(picture.text, 60)}" is outside of the site',
                    Severity.WARNING,
                )
            elif is_unpublished(resolution):
                message, severity = f'image "{clip(picture.text, 60)}" is not published', Severity.ERROR
            else:
                continue
            yield Report(
                picture.span,
                message,
                hint=_hint(resolution.reason),
                data={"path": resolution.path, "reason": resolution.reason},
                severity=severity,
            )


def _hint(reason: str | None) -> str:
    why = (reason or "").removeprefix("not published").lstrip(": ")
    return "move the picture to a folder that the generator publishes" + (f" ({clip(why, 150)})" if why else "")
