"""IMG019 placeholder-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.hosts import KnownHost
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures, once_per_element
from postlint_images.wording import clip, is_below


class PlaceholderImageOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Services whose made-up images are wanted: a host, or a domain with all below it.",
    )


class PlaceholderImage(PictureRule[PlaceholderImageOptions]):
    """An image is a stand-in made up by a service.

    A grey box or a random photo stood in for a picture while the post was written, and was published.
    """

    code = "IMG019"
    name = "placeholder-image"
    topics = ("remote/placeholder",)
    severity = Severity.INFO
    valid = (Valid(post="![A map](https://example.org/map.png)\n"),)
    invalid = (
        Invalid(
            post="![A map](https://placehold.co/600x400)\n",
            reports=("https://placehold.co/600x400",),
            message="placehold.co makes placeholder pictures",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in once_per_element(pictures.of("remote/placeholder")):
            host = picture.address.host
            if isinstance(picture.fact, KnownHost) and not is_below(host, self.options.allow_hosts):
                yield Report(
                    picture.span,
                    f"{clip(host)} {picture.fact.note}",
                    hint="put the real picture in its place",
                    data={"host": host},
                )
