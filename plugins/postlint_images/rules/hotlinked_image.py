"""IMG004 hotlinked-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.hosts import KnownHost, find_hotlink_host
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures, once_per_element
from postlint_images.wording import clip, is_below

_SENDS_NONE = ("no-referrer", "same-origin")


class HotlinkedImageOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Hosts that let this site embed their images: a host, or a domain with all below it.",
    )
    sends_no_referrer: bool = option(
        default=False,
        doc='The theme sends `<meta name="referrer" content="no-referrer">` with every page.',
    )


class HotlinkedImage(PictureRule[HotlinkedImageOptions]):
    """An image is loaded from a host that refuses other sites.

    The host looks at the Referer and answers with an error or with a notice in place of the picture. The
    author sees it all the same, from the browser's cache or while logged in; readers do not. Where the host
    only minds a foreign Referer, `referrerpolicy="no-referrer"` on the image, or for the whole page, is
    taken for a solution.

    Limits: the hosts are a list with dates; policies change.
    """

    code = "IMG004"
    name = "hotlinked-image"
    topics = ("remote/refusing",)
    severity = Severity.WARNING
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n"),
        Valid(
            post='<img src="https://ww1.sinaimg.cn/large/a.jpg" referrerpolicy="no-referrer" alt="">\n',
            why="without a Referer this host sends the picture",
        ),
        Valid(
            post="![A map](https://ww1.sinaimg.cn/large/a.jpg)\n",
            options={"sends_no_referrer": True},
        ),
    )
    invalid = (
        Invalid(
            post="![A map](https://ww1.sinaimg.cn/large/a.jpg)\n",
            reports=("https://ww1.sinaimg.cn/large/a.jpg",),
            message="ww1.sinaimg.cn answers 403 to other sites' pages (since 2019-04)",
        ),
        Invalid(
            post='<img src="https://gitee.com/u/r/raw/master/a.png" referrerpolicy="no-referrer" alt="">\n',
            reports=("https://gitee.com/u/r/raw/master/a.png",),
            why="this host wants a page of its own as Referer",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        sends_none = self.options.sends_no_referrer
        for number, (picture, known) in enumerate(self._refused(pictures)):
            if number == 0:
                sends_none = sends_none or _page_sends_none(post.text)
            policy = picture.image.attributes.get("referrerpolicy", "").strip().lower()
            if known.without_referer and (sends_none or policy in _SENDS_NONE):
                continue
            yield _report(picture, known)

    def _refused(self, pictures: Pictures) -> Iterable[tuple[Picture, KnownHost]]:
        for picture in once_per_element(pictures.of("remote/refusing")):
            host = picture.address.host
            known = find_hotlink_host(host, picture.text)
            if known is not None and not is_below(host, self.options.allow_hosts):
                yield picture, known


def _report(picture: Picture, known: KnownHost) -> Report:
    return Report(
        picture.span,
        f"{clip(picture.address.host)} {known.note}" + (f" (since {known.since})" if known.since else ""),
        hint="keep a copy of the picture in the site",
        data={"host": picture.address.host, "since": known.since or None, "without_referer": known.without_referer},
    )


def _page_sends_none(text: str) -> bool:
    """Tell whether the post itself turns the Referer off for its page."""
    if 'name="referrer"' not in text and "name='referrer'" not in text:
        return False
    return any(f"content={quote}{policy}{quote}" in text for policy in _SENDS_NONE for quote in "\"'")
