"""IMG003 proxied-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Valid
from postlint_images.options import ProxiedImageOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures
from postlint_images.proxies import CLASS_NAMES, Unwrapped
from postlint_images.wording import clip, is_below, is_plain


class ProxiedImage(PictureRule[ProxiedImageOptions]):
    """An image is loaded through a proxy, not from where it is.

    A proxy is one more host that can die, sees every reader of the post, may change the picture, and hides
    that the original is gone, forbids embedding or is on plain HTTP. The address of the original is in
    `data.original`, the proxies on the way in `data.chain`, from the outside in. Services that are used on
    purpose (jsDelivr, the Wayback Machine) are an `info`.

    Fix safety: unsafe, and offered only where the proxy sends the same bytes, the original is on HTTPS, and
    its host is not known to be dead or to refuse other sites.

    Limits: a proxy in no list is reported as one by its shape alone: a whole picture URL in its path or
    under a usual key.
    """

    code = "IMG003"
    name = "proxied-image"
    topics = ("proxied",)
    configures = Pictures
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n"),
        Valid(
            post="![Build](https://img.shields.io/badge/a-b-green?link=https://example.org/a.png)\n",
            why="the link of a badge is not its picture",
        ),
        Valid(
            post="![A map](https://wsrv.nl/?url=example.org/map.png)\n",
            options={"allow_hosts": ("wsrv.nl",)},
        ),
    )
    invalid = (
        Invalid(
            post="![A map](https://cors.example.workers.dev/?http://example.org/map.png)\n",
            reports=("https://cors.example.workers.dev/?http://example.org/map.png",),
            message="image goes through the proxy cors.example.workers.dev",
        ),
        Invalid(
            post="![A map](https://corsproxy.io/?url=https%3A%2F%2Fexample.org%2Fmap.png)\n",
            reports=("https://corsproxy.io/?url=https%3A%2F%2Fexample.org%2Fmap.png",),
            fixed="![A map](https://example.org/map.png)\n",
            why="the same bytes over HTTPS: the original can take the proxy's place",
        ),
        Invalid(
            post='<img src="https://i0.wp.com/example.org/map.png?w=300&amp;ssl=1" alt="A map">\n',
            reports=("https://i0.wp.com/example.org/map.png?w=300&amp;ssl=1",),
            why="a proxy that resizes: the original is named, but not put in its place",
        ),
        Invalid(
            post="![A map](https://cdn.jsdelivr.net/gh/user/repo@main/map.png)\n",
            reports=("https://cdn.jsdelivr.net/gh/user/repo@main/map.png",),
            severity="info",
        ),
        Invalid(
            post="![A map](https://img.example.net/get?pic=https://example.org/map.png)\n",
            options={"extra_hosts": {"img.example.net": "?pic={url}"}},
            reports=("https://img.example.net/get?pic=https://example.org/map.png",),
            fixed="![A map](https://example.org/map.png)\n",
            why="a proxy of your own, from the options",
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        seen: set[tuple[int, str | None]] = set()
        for picture in pictures.of("proxied"):
            unwrapped = picture.fact
            if not isinstance(unwrapped, Unwrapped) or is_below(unwrapped.host, self.options.allow_hosts):
                continue
            # sizes and lazy attributes of one picture hide the same original: one report
            key = (picture.element.start, unwrapped.original)
            if key in seen:
                continue
            seen.add(key)
            yield _report(picture, unwrapped)


def _report(picture: Picture, unwrapped: Unwrapped) -> Report:
    url, original = picture.image.url, unwrapped.original
    fix = None
    if unwrapped.no_fix is None and original is not None and is_plain(original):
        fix = Fix.unsafe("link the original", Edit(url.span, original))
    return Report(
        url.span,
        _message(unwrapped),
        hint=_hint(unwrapped),
        data={
            "proxy": unwrapped.proxy,
            "host": unwrapped.host,
            "original": original,
            "chain": list(unwrapped.chain),
            "class": CLASS_NAMES[unwrapped.fix_class],
            "why_no_fix": unwrapped.no_fix,
        },
        fix=fix,
        severity=Severity.INFO if unwrapped.is_info else None,
    )


def _message(unwrapped: Unwrapped) -> str:
    host = clip(unwrapped.host, 45)
    if unwrapped.is_guess:
        return f"image URL looks like one of a proxy at {host}"
    what = f"the proxy {host}" if host else unwrapped.name
    if unwrapped.note:
        return clip(f"image goes through {what}; {unwrapped.note}", 100)
    return f"image goes through {what}"


def _hint(unwrapped: Unwrapped) -> str:
    original = clip(unwrapped.original or "", 300)
    if not original:
        return "find the original picture, then link or download it"
    if unwrapped.is_info:
        return f"keep a copy of the picture beside the post; the original is {original}"
    if unwrapped.no_fix is None:
        return f"link the original {original}"
    if unwrapped.fix_class == "T" or unwrapped.is_guess:
        return f"link or download the original {original}"
    if original.startswith("http:"):
        return f"download the original {original}, or link it over https if it answers there"
    return f"download the original {original} ({unwrapped.no_fix})"
