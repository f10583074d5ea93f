"""IMG010 file-name-alt-text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid, late_pattern
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.proxies.decoding import decode_once
from postlint_images.wording import clip, file_name

_EXTENSION = late_pattern(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)\s*$", re.IGNORECASE)
# what cameras, phones, editors and operating systems call a picture
_MADE_UP = late_pattern(
    r"(?:img|dsc|dscn|dscf|pict|image|photo|screenshot|screen[ _-]?shot|snip|capture|wx|mmexport"
    r"|qq截图|qq图片|微信图片|微信截图|屏幕截图|屏幕快照|截图|截屏|未命名)[ _-]*\d[\d _.:at-]*"
    r"|[0-9a-f]{16,64}|\d{8,}(?:[ _-]\d+)*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    re.IGNORECASE,
)
_WORDS = late_pattern(r"[^\W\d_]+")


class FileNameAltText(PictureRule[NoOptions]):
    """An image's alternative text is a file name.

    A screen reader reads out «I M G underscore two zero two one»: worse than nothing. Editors put the name
    there when a picture is pasted.

    Limits: a name that is one word (`logo` for `logo.png`) may well describe the image and is left alone.
    """

    code = "IMG010"
    name = "file-name-alt-text"
    severity = Severity.INFO
    valid = (
        Valid(post="![A map of the harbour](map.png)\n"),
        Valid(post="![logo](logo.png)\n", why="one word may describe the image"),
    )
    invalid = (
        Invalid(
            post="![image-20210101120000123](image-20210101120000123.png)\n",
            reports=("image-20210101120000123",),
            message='alternative text "image-20210101120000123" is a file name',
        ),
        Invalid(post="![map_v2.png](https://example.org/x.png)\n", reports=("map_v2.png",)),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for image in pictures.described:
            alt = (image.alt or "").strip()
            if alt and is_file_name(alt, image.url.text):
                yield Report(
                    image.alt_span if image.alt_span and len(image.alt_span) else image.url.span,
                    f'alternative text "{clip(alt, 50)}" is a file name',
                    hint="say in a few words what the image shows",
                )


def is_file_name(alt: str, url: str) -> bool:
    """Tell whether an alternative text names a file: by its extension, the URL's own name, or its form."""
    if len(alt) > 200:
        return False
    if _EXTENSION.search(alt):
        return " " not in alt or alt == decode_once(file_name(url))
    if _MADE_UP.fullmatch(alt):
        return True
    name = decode_once(file_name(url)).rpartition(".")[0]
    return bool(name) and alt == name and not _WORDS.fullmatch(alt) and (" " not in alt) and _is_technical(alt)


def _is_technical(name: str) -> bool:
    return "_" in name or any(sign.isdigit() for sign in name) or name.count("-") >= 2
