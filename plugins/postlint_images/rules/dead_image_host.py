"""IMG005 dead-image-host."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.hosts import KnownHost, find_fragile_host
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures, once_per_element
from postlint_images.wording import clip, is_below


class DeadImageHostOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Hosts that serve this site's images still: a host, or a domain with all below it.",
    )
    extra_hosts: tuple[str, ...] = option(
        default=(),
        doc="Further hosts that are dead: a host, or a domain with all below it.",
    )
    fragile: bool = option(
        default=False,
        doc="Report hosts too that still serve images but may stop, as `info`.",
    )


class DeadImageHost(PictureRule[DeadImageHostOptions]):
    """An image is on a host that no longer serves it.

    The host was closed, gives notice pictures, or takes its addresses back after a trial. Readers see a
    broken picture. The list has dates and says what happened; it does not ask the network.
    """

    code = "IMG005"
    name = "dead-image-host"
    topics = ("dead", "remote")
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n"),
        Valid(post="![A map](https://i.loli.net/a.png)\n"),
    )
    invalid = (
        Invalid(
            post="![A map](http://abc.bkt.clouddn.com/map.png)\n",
            reports=("http://abc.bkt.clouddn.com/map.png",),
        ),
        Invalid(
            post="![A map](https://cdn.rawgit.com/u/r/map.png)\n",
            reports=("https://cdn.rawgit.com/u/r/map.png",),
            message="image host cdn.rawgit.com is dead since 2019",
        ),
        Invalid(
            post="![A map](https://i.loli.net/a.png)\n",
            options={"fragile": True},
            reports=("https://i.loli.net/a.png",),
            severity="info",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        options = self.options
        for picture in once_per_element(pictures.of("dead")):
            if isinstance(picture.fact, KnownHost) and not is_below(picture.address.host, options.allow_hosts):
                yield _report(picture, picture.fact)
        if not options.extra_hosts and not options.fragile:
            return
        for picture in once_per_element(pictures.of("remote")):
            host = picture.address.host
            if is_below(host, options.extra_hosts):
                yield Report(picture.span, f"image host {clip(host)} is dead", hint=_HINT, data={"host": host})
            elif options.fragile and not is_below(host, options.allow_hosts):
                known = find_fragile_host(host, picture.text)
                if known is not None:
                    yield _fragile(picture, known)


_HINT = "find the picture elsewhere and keep a copy in the site"


def _report(picture: Picture, known: KnownHost) -> Report:
    host = picture.address.host
    return Report(
        picture.span,
        f"image host {clip(host, 60)} is dead" + (f" since {known.since}" if known.since else ""),
        hint=f"{_HINT} ({known.note})",
        data={"host": host, "since": known.since or None},
    )


def _fragile(picture: Picture, known: KnownHost) -> Report:
    host = picture.address.host
    return Report(
        picture.span,
        clip(f"image host {clip(host, 40)} may stop: {known.note}", 100),
        hint="keep a copy of the picture in the site",
        data={"host": host, "since": known.since or None},
        severity=Severity.INFO,
    )
