"""IMG012 malformed-image-url."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Span, Valid
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import HOLDS_A_TAG, Picture, Pictures
from postlint_images.wording import clip
from postlint_images.written import find_double_escape, find_stray_escape


class MalformedImageUrl(PictureRule[NoOptions]):
    """An image's address is no URL.

    A mistyped scheme, a port that cannot be, a host with a blank: no browser can load it. A bad port or host
    stops a Hexo or Docusaurus build as a whole, and Hexo does not name the post. An empty address, a `%` that
    begins no escape and a backslash are a `warning`: some generators, servers and browsers put up with them.
    So are letters that were escaped twice (`%25E4` for `%E4`), which lead to a file of another name. A template
    tag in a Markdown address is an error in Hexo, which prints a placeholder there.

    Fix safety: unsafe, because a server may keep its files under the escaped name.
    """

    code = "IMG012"
    name = "malformed-image-url"
    topics = ("malformed", "escaped")
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="![A map](https://example.org:8443/map.png)\n"),
        Valid(post="![A map](http.png)\n", why="a path may begin like a scheme"),
        Valid(
            post='---\ntitle: A\n---\n<img src="{% asset_path map.png %}" alt="A map">\n',
            generator="hexo",
            path="source/_posts/a.md",
        ),
        Valid(post="![A map](https://example.org/a%2528b%2529.png)\n", why="some servers escape brackets twice"),
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
            post="---\ntitle: A\n---\n![A map](/img/{{ page.map }})\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("/img/{{ page.map }}",),
            message="image URL holds a template tag, which Hexo does not run there",
        ),
        Invalid(
            post="![A map](https://example.org/100%.png)\n",
            reports=("https://example.org/100%.png",),
            severity="warning",
        ),
        Invalid(
            post="![A map](https://example.org/%25E5%259B%25BE.png)\n",
            reports=("https://example.org/%25E5%259B%25BE.png",),
            message='image URL is escaped twice: "%25E5%259B%25BE"',
            severity="warning",
            fixed="![A map](https://example.org/%E5%9B%BE.png)\n",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("malformed"):
            fault = str(picture.fact)
            yield Report(
                picture.span,
                clip(f"image URL {fault}", 100),
                hint=_hint(picture),
                data={"fault": fault},
                severity=None if picture.text and "\\" not in picture.text else Severity.WARNING,
            )
        for picture in pictures.of("escaped"):
            if picture.cause == "proxied" or (picture.resolution and picture.resolution.status == "local-ok"):
                continue
            stray = find_stray_escape(picture.address.path)
            if stray is not None:
                yield Report(
                    picture.span,
                    f'image URL has a "{clip(stray, 10)}" that is no escape',
                    hint="write `%` as `%25`",
                    data={"fault": "stray escape"},
                    severity=Severity.WARNING,
                )
            elif picture.cause == "remote" and (doubled := find_double_escape(picture.address.path)):
                yield _escaped_twice(picture, doubled)


def _hint(picture: Picture) -> str:
    if picture.fact == HOLDS_A_TAG:
        return "write an `<img>` with the tag in its `src`, or the address itself"
    return "write the address of the picture" if picture.text else "name the picture, or delete it"


def _escaped_twice(picture: Picture, doubled: str) -> Report:
    url = picture.image.url
    at = url.raw.find(doubled)
    span = Span(url.span.start + at, url.span.start + at + len(doubled))
    return Report(
        picture.span,
        f'image URL is escaped twice: "{clip(doubled, 60)}"',
        hint="write `%25` before a letter's code as `%`",
        data={"fault": "escaped twice"},
        severity=Severity.WARNING,
        fix=Fix.unsafe("unescape once", Edit(span, doubled.replace("%25", "%"))) if at >= 0 else None,
    )
