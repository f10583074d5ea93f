"""IMG023 oversized-image."""

from __future__ import annotations

import re
from collections.abc import Iterable
from struct import pack
from zlib import crc32

from postlint import ImageRef, Invalid, Options, Post, Report, Severity, Valid, late_pattern, option
from postlint_images.dimensions import read_size
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures
from postlint_images.wording import clip, file_name

_PIXELS = late_pattern(r"\s*([0-9]{1,5})(?:\.[0-9]+)?\s*(?:px)?\s*")
_STYLE = late_pattern(r"(?:^|[;\s])(?:max-)?width\s*:\s*([0-9]{1,5})(?:\.[0-9]+)?px", re.IGNORECASE)
# a screen of twice the density shows all of them
_DENSITY = 2


def _png(width: int, size: int) -> bytes:
    data = pack(">IIBBBBB", width, 8, 8, 2, 0, 0, 0)
    head = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + b"IHDR" + data + pack(">I", crc32(b"IHDR" + data))
    return head.ljust(size, b"\0")


class OversizedImageOptions(Options):
    max_kilobytes: int = option(default=2000, doc="The largest file, in kilobytes (1000 bytes).")
    max_ratio: float = option(
        default=2.0, doc="How many times the width needed for a dense screen (twice the shown one) a file may have."
    )
    min_kilobytes: int = option(default=300, doc="Files below this many kilobytes may have any number of pixels.")


class OversizedImage(PictureRule[OversizedImageOptions]):
    """An image file is much larger than what readers see of it.

    The page is slow, and on a phone it costs money. A file is too large by its bytes, or by its pixels where
    the post says how wide the picture is shown.

    Limits: files that the generator scales itself (Astro, Hugo's image processing) are looked at all the same.
    """

    code = "IMG023"
    name = "oversized-image"
    topics = ("local-ok",)
    severity = Severity.INFO
    valid = (
        Valid(
            post='---\ntitle: A\n---\n<img src="/map.png" width="600" alt="A map">\n',
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": _png(1200, 400_000)},
            why="a dense screen shows twice the width",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": _png(600, 2_100_000)},
            reports=("/map.png",),
            message='file "map.png" has 2.1 MB',
        ),
        Invalid(
            post='---\ntitle: A\n---\n<img src="/map.png" width="300" alt="A map">\n',
            path="content/posts/a.md",
            generator="hugo",
            site={"static/map.png": _png(4000, 400_000)},
            reports=("/map.png",),
            message='file "map.png" is 4000 pixels wide, but shown at 300',
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            path = picture.resolution.path if picture.resolution else None
            if path is None or picture.resolution is None or picture.resolution.status != "local-ok":
                continue
            size = post.site.files.size(path) or 0
            if size > self.options.max_kilobytes * 1000:
                yield _report(picture, path, f"has {size / 1e6:.1f} MB", {"bytes": size})
            elif size > self.options.min_kilobytes * 1000:
                yield from self._by_pixels(post, picture, path)

    def _by_pixels(self, post: Post, picture: Picture, path: str) -> Iterable[Report]:
        shown = shown_width(picture.image)
        found = read_size(post.site.files, path) if shown else None
        if shown and found and found[0] > shown * _DENSITY * self.options.max_ratio:
            fact = f"is {found[0]} pixels wide, but shown at {shown}"
            yield _report(picture, path, fact, {"width": found[0], "height": found[1], "shown": shown})


def shown_width(image: ImageRef) -> int | None:
    """Return the width in CSS pixels that a post gives a picture; None for percentages and the like."""
    width = _PIXELS.fullmatch(image.attributes.get("width", ""))
    if width is None:
        style = _STYLE.search(image.attributes.get("style", ""))
        return int(style[1]) or None if style else None
    return int(width[1]) or None


def _report(picture: Picture, path: str, fact: str, data: dict[str, int]) -> Report:
    return Report(
        picture.span,
        f'file "{clip(file_name(path), 45)}" {fact}',
        hint="scale it down, or save it in a format that takes less",
        data={"path": path, **data},
    )
