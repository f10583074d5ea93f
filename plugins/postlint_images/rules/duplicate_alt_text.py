"""IMG011 duplicate-alt-text."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import ImageRef, Invalid, Post, Related, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.rules.file_name_alt_text import is_file_name
from postlint_images.wording import clip


class DuplicateAltText(PictureRule[NoOptions]):
    """Different images have the same alternative text.

    Readers who cannot see them hear one thing several times and cannot tell the images apart.
    """

    code = "IMG011"
    name = "duplicate-alt-text"
    severity = Severity.INFO
    preview = True
    valid = (
        Valid(post="![North](a.png) ![South](b.png)\n"),
        Valid(post="![North](a.png) ![North](a.png)\n", why="the same image twice", variants=False),
    )
    invalid = (
        Invalid(
            post="![chart](a.png) ![chart](b.png)\n",
            reports=("chart",),
            message='alternative text "chart" describes another image too',
            variants=False,
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        first: dict[str, ImageRef] = {}
        for image in pictures.described:
            alt = " ".join((image.alt or "").split())
            if not alt or is_file_name(alt, image.url.text):
                continue
            before = first.setdefault(alt.casefold(), image)
            if before.url.text == image.url.text:
                continue
            yield Report(
                image.alt_span or image.url.span,
                f'alternative text "{clip(alt, 40)}" describes another image too',
                hint="say what sets this image apart",
                related=(Related(before.alt_span or before.url.span, "the first one"),),
            )
