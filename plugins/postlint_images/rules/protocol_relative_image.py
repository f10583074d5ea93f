"""IMG015 protocol-relative-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Span, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip


class ProtocolRelativeImage(PictureRule[NoOptions]):
    """An image's address leaves the scheme to the page (`//host/…`).

    It fails in feed readers, in mail and in a file opened from disk, and takes plain HTTP where the page
    does. Nothing is gained by it since HTTPS is everywhere.

    Fix safety: unsafe, because the host may not answer over HTTPS.
    """

    code = "IMG015"
    name = "protocol-relative-image"
    topics = ("remote/bare",)
    severity = Severity.INFO
    fixable = Fixable.SOMETIMES
    valid = (Valid(post="![A map](https://example.org/map.png)\n"),)
    invalid = (
        Invalid(
            post="![A map](//example.org/map.png)\n",
            reports=("//example.org/map.png",),
            fixed="![A map](https://example.org/map.png)\n",
            message="image from example.org leaves the scheme to the page",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("remote/bare"):
            url = picture.image.url
            at = url.raw.find("//")
            start = url.span.start + at
            yield Report(
                picture.span,
                f"image from {clip(picture.address.host)} leaves the scheme to the page",
                hint="write https:// before the host",
                data={"host": picture.address.host},
                fix=Fix.unsafe("write https://", Edit(Span(start, start), "https:")) if at >= 0 else None,
            )
