"""IMG006 insecure-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Edit,
    Fix,
    Fixable,
    Invalid,
    Options,
    Post,
    Report,
    Severity,
    Span,
    Valid,
    option,
)
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import SITE_KEYS, Picture, Pictures
from postlint_images.wording import clip, is_below

# what generators write into a new site's config
_EXAMPLE_SITES = ("example.com", "example.org", "yoursite.com", "yourdomain.com", "localhost")


class InsecureImageOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=("localhost", "127.0.0.1"),
        doc="Hosts from which an image may be loaded over plain HTTP: a host, or a domain with all below it.",
    )


class InsecureImage(PictureRule[InsecureImageOptions]):
    """An image is loaded over plain HTTP.

    A browser that shows the post over HTTPS blocks or rewrites the request, so some readers see a broken
    image, and anyone on the network sees which posts are read. On a site that is itself configured for
    plain HTTP it is an `info`. An image is reported once with all its sizes; where another cause explains
    the address (a proxy, a dead host, an expired link), only that one is.

    Fix safety: unsafe, because the host may not answer over HTTPS. None for a host with a port of its own
    or without a name.
    """

    code = "IMG006"
    name = "insecure-image"
    topics = ("remote/http",)
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n"),
        Valid(post="![A map](/map.png)\n", why="a path takes the site's own scheme"),
        Valid(post="![](http://cdn.test/a.png)\n", options={"allow_hosts": ("cdn.test",)}),
        Valid(
            post="![A map](https://cors.example.workers.dev/?http://example.org/map.png)\n",
            why="an original behind a proxy is the business of proxied-image",
        ),
    )
    invalid = (
        Invalid(
            post="![A map](http://example.org/map.png)\n",
            reports=("http://example.org/map.png",),
            fixed="![A map](https://example.org/map.png)\n",
        ),
        Invalid(
            post='---\nimage: http://a.test/x.png\n---\n\n<img src="http://a.test/y.png">\n',
            reports=("http://a.test/x.png", "http://a.test/y.png"),
            fixed='---\nimage: https://a.test/x.png\n---\n\n<img src="https://a.test/y.png">\n',
            why="images named in front matter and in HTML count too",
        ),
        Invalid(
            post='<img alt="A" src="http://a.test/x.png" srcset="http://a.test/x2.png 2x">\n',
            reports=("http://a.test/x.png",),
            fixed='<img alt="A" src="https://a.test/x.png" srcset="https://a.test/x2.png 2x">\n',
            why="one report for an image with its sizes",
        ),
        Invalid(
            post="![A map](http://example.org:8080/map.png)\n",
            reports=("http://example.org:8080/map.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        elements: dict[tuple[Span, str], list[Picture]] = {}
        for picture in pictures.of("remote/http"):
            host = picture.address.host
            if not is_below(host, self.options.allow_hosts):
                # sizes of one picture on one host are one finding, and one fix
                key = (picture.element, host)
                elements.setdefault(key, []).append(picture)
        severity = Severity.INFO if elements and _site_is_insecure(post) else None
        for group in elements.values():
            yield _report(group, severity)


def _report(group: list[Picture], severity: Severity | None) -> Report:
    first = next((picture for picture in group if not picture.image.is_alternative), group[0])
    host = first.address.host
    edits = [_edit(picture) for picture in group]
    fix = None
    if all(edits) and not host.rpartition(".")[2].isdigit():
        fix = Fix.unsafe("load it over HTTPS", *(edit for edit in edits if edit))
    return Report(
        first.image.url.span,
        f"image from {clip(host)} is loaded over plain HTTP",
        hint="use https://, or list the host in `allow-hosts`",
        data={"host": host},
        fix=fix,
        severity=severity,
    )


def _edit(picture: Picture) -> Edit | None:
    url = picture.image.url
    blanks = len(url.raw) - len(url.raw.lstrip())
    start = url.span.start + blanks
    authority = picture.text[len("http://") :].partition("/")[0].rpartition("@")[2]
    if url.raw[blanks : blanks + 7].lower() != "http://" or ":" in authority:
        return None
    return Edit(Span(start, start + len("http")), "https")


def _site_is_insecure(post: Post) -> bool:
    for key in SITE_KEYS:
        address = post.facts.config.get(key)
        if isinstance(address, str) and address.startswith("http://"):
            host = address[len("http://") :].partition("/")[0].partition(":")[0].lower()
            return not is_below(host, _EXAMPLE_SITES)
    return False
