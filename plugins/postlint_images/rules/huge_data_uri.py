"""IMG017 huge-data-uri."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures


class HugeDataUriOptions(Options):
    max_size: int = option(
        default=8192,
        doc="Characters that an embedded image may take.",
    )


class HugeDataUri(PictureRule[HugeDataUriOptions]):
    """A large image is embedded in the post as a `data:` URI.

    Every page and feed with the post carries it in full, a third larger than the file; it is not cached,
    and the source can hardly be edited.
    """

    code = "IMG017"
    name = "huge-data-uri"
    topics = ("data",)
    severity = Severity.WARNING
    valid = (Valid(post="![A dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n"),)
    invalid = (
        Invalid(
            post="![A dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n",
            options={"max_size": 30},
            reports=("data:image/gif;base64,R0lGODlhAQABAAAAACw=",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("data"):
            size = len(picture.image.url.text)
            if size > self.options.max_size:
                yield Report(
                    picture.span,
                    f"embedded image takes {_in_kilobytes(size)} of the post",
                    hint="keep it as a file in the site",
                    data={"size": size},
                )


def _in_kilobytes(size: int) -> str:
    return f"{size:,} characters" if size < 1024 else f"{size / 1024:,.0f} kB"
