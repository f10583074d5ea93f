"""IMG013 local-machine-path."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip


class LocalMachinePath(PictureRule[NoOptions]):
    """An image is a file on the author's machine.

    A drive letter, a network share, `file:` or a home folder: the author sees the picture, nobody else does.
    The path may also tell readers the author's user name. An editor's paste folder is the usual cause.

    Limits: `/home/…`, `/Users/…` and `~/…` count only where the site has no such file.
    """

    code = "IMG013"
    name = "local-machine-path"
    topics = ("machine-path",)
    severity = Severity.ERROR
    valid = (
        Valid(post="![A map](map.png)\n"),
        Valid(post="![A map](/home.png)\n"),
    )
    invalid = (
        Invalid(
            post="![A map](C:/pictures/map.png)\n",
            reports=("C:/pictures/map.png",),
            message='image "C:/pictures/map.png" is on one machine only',
        ),
        Invalid(post="![A map](file:///D:/map.png)\n", reports=("file:///D:/map.png",)),
        Invalid(
            post="---\ntitle: A\n---\n![A map](/Users/ann/map.png)\n",
            generator="hugo",
            reports=("/Users/ann/map.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("machine-path"):
            yield Report(
                picture.span,
                f'image "{clip(picture.text, 60)}" is on one machine only',
                hint="copy the picture into the site",
            )
