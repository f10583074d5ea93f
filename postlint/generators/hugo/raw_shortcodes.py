"""Shortcodes that print what stands between their tags without reading it as Markdown."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.generator import PostFile, SiteFiles
from postlint.generators.hugo.picture_settings import PictureSettings
from postlint.values.late_pattern import late_pattern

_OPENING = late_pattern(r"\{\{<\s*([\w.-]+)")
_CLOSING = late_pattern(r"\{\{<\s*/\s*([\w.-]+)")
_FOLDERS = ("layouts/shortcodes", "layouts/_shortcodes")
# what may read Markdown
_READS = late_pattern(rb"markdownify|Render|partial|template\b")
# how far the tags may be from the picture: keeps posts with many pictures linear
_REACH = 20_000
_MOST_READ = 8192


def is_printed_raw(image: ImageRef, file: PostFile, settings: PictureSettings, files: SiteFiles) -> bool:
    """Tell whether a picture of Markdown stands in `{{< box >}}…{{< /box >}}`, whose template prints it as text."""
    text, (start, end) = file.source.text, image.span
    before = text.rfind("{{<", max(0, start - _REACH), start)
    after = text.find("{{<", end, end + _REACH)
    if before < 0 or after < 0:
        return False
    opening, closing = _OPENING.match(text, before), _CLOSING.match(text, after)
    if opening is None or closing is None or opening[1] != closing[1]:
        return False
    for folder in ("", *(f"{theme}/" for theme in settings.themes)):
        for place in _FOLDERS:
            template = f"{folder}{place}/{opening[1]}.html"
            if files.exists(template):
                written = files.head(template, _MOST_READ)
                return b".Inner" in written and _READS.search(written) is None
    return False
