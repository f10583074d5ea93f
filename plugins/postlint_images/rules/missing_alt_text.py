"""IMG009 missing-alt-text."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Severity, Valid, option
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Pictures
from postlint_images.wording import clip, file_name


class MissingAltTextOptions(Options):
    allow_empty_markdown: bool = option(
        default=False,
        doc='Take `![](…)` for a decorative image, as `alt=""` is in HTML.',
    )


class MissingAltText(PictureRule[MissingAltTextOptions]):
    """An image has no alternative text.

    Readers who cannot see it, and everyone while it does not load, learn nothing of what it shows. In HTML
    `alt=""` marks a decorative image on purpose and is respected, as are `role="presentation"`,
    `aria-hidden="true"` and a label given with `aria-label`. In Markdown nobody writes `![]` on purpose.

    Limits: images in front matter, in CSS, in other sizes of one image, and those of theme tags are not
    counted: their text is written elsewhere, or nowhere.
    """

    code = "IMG009"
    name = "missing-alt-text"
    severity = Severity.WARNING
    valid = (
        Valid(post="![A map of the harbour](map.png)\n"),
        Valid(post='<img src="line.png" alt="">\n', why="an empty `alt` in HTML is a decorative image"),
        Valid(post="![](line.png)\n", options={"allow_empty_markdown": True}),
        Valid(post='<img src="line.png" role="presentation">\n'),
        Valid(post="---\ncover: map.png\n---\n\nText.\n", why="front matter has no place for the text"),
    )
    invalid = (
        Invalid(
            post="![](map.png)\n",
            reports=("map.png",),
            message='image "map.png" has no alternative text',
        ),
        Invalid(
            post='<p><img src="https://example.org/map.png" width="30"></p>\n',
            reports=("https://example.org/map.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for image in pictures.described:
            if image.alt is None:
                is_missing = True
            else:
                is_missing = not image.alt.strip() and image.kind.startswith("markdown")
                is_missing = is_missing and not self.options.allow_empty_markdown
            if is_missing:
                yield Report(
                    # a definition may serve many images
                    image.span if image.kind == "markdown-reference" else image.url.span,
                    f"{_subject(image.url.text)} has no alternative text",
                    hint="say in a few words what it shows",
                )


def _subject(url: str) -> str:
    return "embedded image" if url[:5].lower() == "data:" else f'image "{clip(file_name(url))}"'
