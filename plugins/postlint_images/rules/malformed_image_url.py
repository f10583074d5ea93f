"""IMG012 malformed-image-url."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip
from postlint_images.written import find_stray_escape


class MalformedImageUrl(PictureRule[NoOptions]):
    """An image's address is no URL.

    A mistyped scheme, a port that cannot be, a host with a blank: no browser can load it. A bad port or host
    stops a Hexo or Docusaurus build as a whole, and Hexo does not name the post. An empty address, a `%` that
    begins no escape and a backslash are a `warning`: some generators, servers and browsers put up with them.
    """

    code = "IMG012"
    name = "malformed-image-url"
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (
        Valid(post="![A map](https://example.org:8443/map.png)\n"),
        Valid(post="![A map](http.png)\n", why="a path may begin like a scheme"),
    )
    invalid = (
        Invalid(
            post="![A map](https://example.org:99999/map.png)\n",
            reports=("https://example.org:99999/map.png",),
            message='image URL has a bad port: "99999"',
        ),
        Invalid(post="![A map](https://exa%20mple.org/map.png)\n", reports=("https://exa%20mple.org/map.png",)),
        Invalid(post="![A map](hhttps://example.org/map.png)\n", reports=("hhttps://example.org/map.png",)),
        Invalid(post="![A map](https：//example.org/map.png)\n", reports=("https：//example.org/map.png",)),
        Invalid(post="![A map](https//example.org/map.png)\n", reports=("https//example.org/map.png",)),
        Invalid(
            post="![A map](https://example.org/100%.png)\n",
            reports=("https://example.org/100%.png",),
            severity="warning",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("malformed"):
            fault = str(picture.fact)
            yield Report(
                picture.span,
                clip(f"image URL {fault}", 100),
                hint="write the address of the picture" if picture.text else "name the picture, or delete it",
                data={"fault": fault},
                severity=None if picture.text and "\\" not in picture.text else Severity.WARNING,
            )
        for picture in pictures.of("escaped"):
            stray = find_stray_escape(picture.address.path) if picture.cause != "proxied" else None
            if stray is None or (picture.resolution and picture.resolution.status == "local-ok"):
                continue
            yield Report(
                picture.span,
                f'image URL has a "{clip(stray, 10)}" that is no escape',
                hint="write `%` as `%25`",
                data={"fault": "stray escape"},
                severity=Severity.WARNING,
            )
