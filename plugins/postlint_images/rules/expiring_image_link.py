"""IMG007 expiring-image-link."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures, once_per_element
from postlint_images.signed import Expiry
from postlint_images.wording import clip


class ExpiringImageLink(PictureRule[NoOptions]):
    """An image is linked with a signed address that ends.

    Stores hand out such links for minutes or days. Once the date in the link is past, readers see a broken
    picture, so that is an `error`; before it, and for stores whose links always end, it is a `warning`.

    Limits: a date alone proves nothing; a signature must stand beside it.
    """

    code = "IMG007"
    name = "expiring-image-link"
    topics = ("expiring",)
    severity = Severity.WARNING
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (
        Valid(post="![A map](https://example.org/map.png?t=5f000000)\n", why="a time stamp without a signature"),
        Valid(post="![A map](https://bucket.s3.amazonaws.com/map.png)\n"),
    )
    invalid = (
        Invalid(
            post=(
                "![A map](https://b.s3.amazonaws.com/m.png?X-Amz-Date=20200101T000000Z&X-Amz-Expires=600"
                "&X-Amz-Signature=ab)\n"
            ),
            reports=(
                "https://b.s3.amazonaws.com/m.png?X-Amz-Date=20200101T000000Z&X-Amz-Expires=600&X-Amz-Signature=ab",
            ),
            severity="error",
            message="image link expired on 2020-01-01 (Amazon S3)",
        ),
        Invalid(
            post="![A map](https://b.blob.core.windows.net/c/m.png?se=2030-05-01&sig=ab)\n",
            reports=("https://b.blob.core.windows.net/c/m.png?se=2030-05-01&sig=ab",),
            message="image link expires on 2030-05-01 (Azure)",
        ),
        Invalid(
            post="![A map](https://cdn.discordapp.com/attachments/1/2/m.png)\n",
            reports=("https://cdn.discordapp.com/attachments/1/2/m.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in once_per_element(pictures.of("expiring")):
            expiry = picture.fact
            if not isinstance(expiry, Expiry):
                continue
            ends = expiry.ends.date() if expiry.ends else None
            is_over = ends is not None and post.site.is_past(ends.toordinal())
            yield Report(
                picture.span,
                _message(expiry, is_over=is_over),
                hint="keep a copy of the picture in the site",
                data={
                    "host": picture.address.host,
                    "kind": expiry.kind,
                    "ends": expiry.ends.strftime("%Y-%m-%dT%H:%M:%SZ") if expiry.ends else None,
                },
                severity=Severity.ERROR if is_over else None,
            )


def _message(expiry: Expiry, *, is_over: bool) -> str:
    kind = clip(expiry.kind, 30)
    if expiry.ends is None:
        return f"image link is temporary ({kind})"
    return f"image link {'expired' if is_over else 'expires'} on {expiry.ends.date().isoformat()} ({kind})"
