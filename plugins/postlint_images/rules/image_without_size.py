"""IMG024 image-without-size."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Post, Report, Severity, Span, Valid, late_pattern
from postlint import Options as NoOptions
from postlint_images.dimensions import read_size
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures

_SIZED = late_pattern(r"(?:^|[;\s])(?:height|aspect-ratio)\s*:", re.IGNORECASE)
_GIF = b"GIF89a\x20\x00\x10\x00\x00\x00\x00;"


class ImageWithoutSize(PictureRule[NoOptions]):
    """An HTML image has no width and height.

    The browser learns how much room the picture takes when its bytes come, and the text below jumps while
    people read. Off unless it is selected, since many themes reserve the room with CSS.

    Fix safety: unsafe, because a theme that limits the width alone would then distort the picture.
    """

    code = "IMG024"
    name = "image-without-size"
    topics = ("local", "remote", "proxied", "page")
    severity = Severity.INFO
    preview = True
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post='<img src="https://example.org/a.png" width="600" height="400" alt="A map">\n'),
        Valid(post='<img src="https://example.org/a.png" style="aspect-ratio: 3 / 2" alt="A map">\n'),
        Valid(post="![A map](https://example.org/a.png)\n", why="Markdown has no place for it"),
    )
    invalid = (
        Invalid(
            post='<img src="https://example.org/a.png" width="600" alt="A map">\n',
            reports=("https://example.org/a.png",),
            message="image has no height",
        ),
        Invalid(
            post='---\ntitle: A\n---\n<img src="/a.gif" alt="A map">\n',
            path="content/posts/a.md",
            generator="hugo",
            site={"static/a.gif": _GIF},
            reports=("/a.gif",),
            message="image has no width and height",
            fixed='---\ntitle: A\n---\n<img src="/a.gif" width="32" height="16" alt="A map">\n',
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for cause in self.topics:
            for picture in pictures.of(cause):
                image = picture.image
                if image.kind != "html-img" or image.name != "src" or image.is_alternative:
                    continue
                missing = [name for name in ("width", "height") if not image.attributes.get(name, "").strip()]
                if not missing or _SIZED.search(image.attributes.get("style", "")):
                    continue
                yield Report(
                    picture.span,
                    f"image has no {' and '.join(missing)}",
                    hint="give the picture's size in pixels",
                    data={"missing": missing},
                    fix=_fix(post, picture) if len(missing) == 2 else None,
                )


def _fix(post: Post, picture: Picture) -> Fix | None:
    resolution = picture.resolution
    if resolution is None or resolution.status != "local-ok" or not resolution.path:
        return None
    size = read_size(post.site.files, resolution.path)
    span = picture.image.url.span
    closing = post.text[span.start - 1 : span.start]
    if size is None or closing not in "\"'" or post.text[span.end : span.end + 1] != closing:
        return None
    at = Span(span.end + 1, span.end + 1)
    return Fix.unsafe("add the size of the file", Edit(at, f' width="{size[0]}" height="{size[1]}"'))
