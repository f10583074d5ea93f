"""IMG014 private-address-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures, once_per_element
from postlint_images.wording import clip, is_below


class PrivateAddressImageOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Private hosts that all readers of this site can reach: a host, or a domain with all below it.",
    )


class PrivateAddressImage(PictureRule[PrivateAddressImageOptions]):
    """An image is on a host that only the author's network can reach.

    `localhost`, a private or link-local address, `.local`, `.internal`, `.lan`: readers see a broken picture.
    Often it is a development server's address that was pasted.
    """

    code = "IMG014"
    name = "private-address-image"
    topics = ("private",)
    severity = Severity.ERROR
    valid = (
        Valid(post="![A map](http://8.8.8.8/map.png)\n"),
        Valid(post="![A map](http://wiki.lan/map.png)\n", options={"allow_hosts": ("wiki.lan",)}),
    )
    invalid = (
        Invalid(
            post="![A map](http://localhost:4000/map.png)\n",
            reports=("http://localhost:4000/map.png",),
            message="image host localhost cannot be reached by readers",
        ),
        Invalid(post="![A map](http://192.168.0.7/map.png)\n", reports=("http://192.168.0.7/map.png",)),
        Invalid(post="![A map](http://[::1]/map.png)\n", reports=("http://[::1]/map.png",)),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in once_per_element(pictures.of("private")):
            host = picture.address.host
            if not is_below(host, self.options.allow_hosts):
                yield Report(
                    picture.span,
                    f"image host {clip(host)} cannot be reached by readers",
                    hint="put the picture into the site, or link its public address",
                    data={"host": host},
                )
