"""IMG018 tracking-pixel."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures, once_per_element
from postlint_images.wording import clip, is_below


class TrackingPixelOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Hosts that may count this site's readers: a host, or a domain with all below it.",
    )


class TrackingPixel(PictureRule[TrackingPixelOptions]):
    """An image is there to count readers, not to be seen.

    It tells another company who reads the post, often without the site's author knowing: such images come
    along with text that was imported from a feed, a mail or another blog.
    """

    code = "IMG018"
    name = "tracking-pixel"
    topics = ("pixel",)
    severity = Severity.WARNING
    valid = (Valid(post='<img alt="A map" src="https://example.org/map.png" width="100" height="100">\n'),)
    invalid = (
        Invalid(
            post='<img src="https://example.org/p.gif" width="1" height="1">\n',
            reports=("https://example.org/p.gif",),
            message="image of one pixel from example.org counts readers",
        ),
        Invalid(
            post="![](https://medium.com/_/stat?event=post.clientViewed)\n",
            reports=("https://medium.com/_/stat?event=post.clientViewed",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in once_per_element(pictures.of("pixel")):
            host = picture.address.host
            if is_below(host, self.options.allow_hosts):
                continue
            who = picture.fact if isinstance(picture.fact, str) else None
            subject = f"image from {clip(host)} lets {who} count readers" if who else _unknown(host)
            yield Report(picture.span, subject, hint="delete it", data={"host": host, "tracker": who})


def _unknown(host: str) -> str:
    return f"image of one pixel from {clip(host)} counts readers"
