"""IMG016 hexo-query-decoding."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Post, Report, Severity, Valid, late_pattern
from postlint import Options as NoOptions
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures

# `&` cuts the value off, `+` is read as a blank
_HARMFUL = late_pattern(r"%(?:26|2B)", re.IGNORECASE)
# most servers take these either way
_HARMLESS = late_pattern(r"%(?:3F|2F|3D)", re.IGNORECASE)
_IN_PATH = late_pattern(r"%(?:23|3F)", re.IGNORECASE)
_KINDS = ("markdown", "markdown-reference")


class HexoQueryDecoding(PictureRule[NoOptions]):
    """Hexo decodes a part of the image's address that must stay encoded.

    The Markdown renderer of Hexo publishes `%26 %2B %3F %2F %3D` in a query, and `%23 %3F` in a local path,
    as `& + ? / =` and `#`: signatures no longer fit, addresses inside addresses fall apart, files are not
    found. The post is right, the page is broken. `%3F %2F %3D` are an `info`: most servers take them either
    way. Raw HTML is left alone.

    Sources: built with Hexo 7.3 and 8.1.2, hexo-renderer-marked 7.0.1.
    """

    code = "IMG016"
    name = "hexo-query-decoding"
    topics = ("escaped",)
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    valid = (
        Valid(post="![A](https://a.test/x.png?s=ab%2Bcd)\n", path="source/_posts/a.md", generator="hugo"),
        Valid(
            post='<img alt="A" src="https://a.test/x.png?s=ab%2Bcd">\n',
            path="source/_posts/a.md",
            generator="hexo",
            why="Hexo leaves raw HTML alone",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A](https://a.test/x.png?s=ab%2Bcd)\n",
            path="source/_posts/a.md",
            generator="hexo",
            reports=("https://a.test/x.png?s=ab%2Bcd",),
            message='Hexo decodes "%2B" in the image URL',
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        escaped = pictures.of("escaped")
        if not escaped or post.generator.profile.name != "hexo":
            return
        for picture in escaped:
            found, severity = _lost_escape(picture)
            if found:
                yield Report(
                    picture.span,
                    f'Hexo decodes "{found}" in the image URL',
                    hint="write the image as HTML: <img src=…>",
                    data={"escape": found},
                    severity=severity,
                )


def _lost_escape(picture: Picture) -> tuple[str | None, Severity | None]:
    if picture.image.kind not in _KINDS:
        return None, None
    if picture.cause == "local":
        found = _IN_PATH.search(picture.address.path)
        return (found.group() if found else None), None
    query = picture.address.query or ""
    found = _HARMFUL.search(query)
    if found is not None:
        return found.group(), None
    # behind a proxy these change nothing at all
    found = None if picture.cause == "proxied" else _HARMLESS.search(query)
    return (found.group() if found else None), Severity.INFO
