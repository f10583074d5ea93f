"""IMG008 page-instead-of-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Span, Valid, late_pattern
from postlint import Options as NoOptions
from postlint_images.pages import Page
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures
from postlint_images.wording import clip

# what is written, what makes the same address serve the file, by host
_CHANGES = {
    "github.com": (late_pattern(r"(?<=/)blob(?=/)"), "raw"),
    "gitlab.com": (late_pattern(r"(?<=/)blob(?=/)"), "raw"),
    "dropbox.com": (late_pattern(r"(?<=[?&;])dl=0(?=[&#]|$)"), "raw=1"),
}


class PageInsteadOfImage(PictureRule[NoOptions]):
    """An image's address is that of a page that shows the image.

    What comes is HTML, so readers see a broken picture: the address was copied from the browser's address
    bar. `data.original` is the picture's own address where it can be told.

    Fix safety: safe, `blob/` to `raw/` (GitHub, GitLab) and `dl=0` to `raw=1` (Dropbox) name the same file.
    """

    code = "IMG008"
    name = "page-instead-of-image"
    topics = ("page",)
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="![A map](https://raw.githubusercontent.com/u/r/main/map.png)\n"),
        Valid(post="![A map](https://github.com/u/r/blob/main/map.png?raw=true)\n"),
        Valid(post="![A map](https://i.imgur.com/abcdefg.png)\n"),
    )
    invalid = (
        Invalid(
            post="![A map](https://github.com/u/r/blob/main/map.png)\n",
            reports=("https://github.com/u/r/blob/main/map.png",),
            fixed="![A map](https://github.com/u/r/raw/main/map.png)\n",
        ),
        Invalid(
            post='<img alt="A map" src="https://www.dropbox.com/s/abc/map.png?rlkey=x&amp;dl=0">\n',
            reports=("https://www.dropbox.com/s/abc/map.png?rlkey=x&amp;dl=0",),
            fixed='<img alt="A map" src="https://www.dropbox.com/s/abc/map.png?rlkey=x&amp;raw=1">\n',
        ),
        Invalid(
            post="![A map](https://drive.google.com/file/d/abc/view)\n",
            reports=("https://drive.google.com/file/d/abc/view",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("page"):
            page = picture.fact
            if not isinstance(page, Page):
                continue
            yield Report(
                picture.span,
                f"image is {page.kind}, not a picture: {clip(picture.address.host, 40)}",
                hint=f"link the picture itself: {clip(page.picture, 200)}" if page.picture else _HINT,
                data={"host": picture.address.host, "original": page.picture},
                fix=_fix(picture) if page.picture else None,
            )


_HINT = "link the picture itself, or keep a copy in the site"


def _fix(picture: Picture) -> Fix | None:
    change = _CHANGES.get(picture.address.host.removeprefix("www."))
    url = picture.image.url
    found = change[0].search(url.raw) if change else None
    if change is None or found is None:
        return None
    span = Span(url.span.start + found.start(), url.span.start + found.end())
    return Fix.safe("link the picture itself", Edit(span, change[1]))
