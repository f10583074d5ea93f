"""Shortcodes that print what stands between their tags without reading it as Markdown."""

from __future__ import annotations

import re

from postlint.body.references import ImageRef
from postlint.generators.generator import PostFile, SiteFiles
from postlint.generators.hugo.picture_settings import PictureSettings
from postlint.generators.hugo.shortcode_templates import read_template
from postlint.values.late_pattern import late_pattern

_OPENING = late_pattern(r"\{\{(?P<kind>[<%])\s*(?P<name>[\w./-]+)(?:[^{}]*?)[>%]\}\}")
_CLOSING = late_pattern(r"\{\{[<%]\s*/\s*(?P<name>[\w./-]+)")
# what may read Markdown
_READS = late_pattern(r"markdownify|Render|partial|template\b")
_INNER = late_pattern(r"\{\{-?[^{}]*\.Inner\b[^{}]*\}\}")
_ACTION = late_pattern(r"\{\{[^{}]*\}\}")
_BLANK_LINE = late_pattern(r"\n[ \t]*\n")
# HTML that goes on to a blank line (CommonMark 4.6, kind 6), and up to its end tag (kind 1)
_BLOCK = late_pattern(
    r"^ {0,3}</?(?:address|article|aside|blockquote|body|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption"
    r"|figure|footer|form|h[1-6]|header|hr|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"(?=[\s/>])",
    re.IGNORECASE | re.MULTILINE,
)
_LASTING = late_pattern(r"^ {0,3}<(?P<name>pre|script|style|textarea)\b(?!.*</(?P=name)>)", re.IGNORECASE | re.DOTALL)
# how far the tags may be from the picture: keeps posts with many pictures linear
_REACH = 20_000


def is_printed_raw(image: ImageRef, file: PostFile, settings: PictureSettings, files: SiteFiles) -> bool:
    """Tell whether a picture of Markdown stands in `{{< box >}}…{{< /box >}}`, whose template prints it as text.

    What `{{% box %}}` prints is Markdown once more, but for what the template puts into a block of HTML.
    """
    text, (start, end) = file.source.text, image.span
    first = max(0, start - _REACH)
    before = max(text.rfind("{{<", first, start), text.rfind("{{%", first, start))
    nexts = [at for mark in ("{{<", "{{%") if (at := text.find(mark, end, end + _REACH)) >= 0]
    if before < 0 or not nexts:
        return False
    opening, closing = _OPENING.match(text, before), _CLOSING.match(text, min(nexts))
    if opening is None or closing is None or opening["name"] != closing["name"]:
        return False
    template = read_template(opening["name"], settings.themes, files)
    if template is None or _READS.search(template) or (inner := _INNER.search(template)) is None:
        return False
    if opening["kind"] == "<":
        return True
    return _is_in_html(_ACTION.sub("", template[: inner.start()]) + text[opening.end() : start])


def _is_in_html(before: str) -> bool:
    """Tell whether a block of HTML that begins in a text goes on at its end."""
    if _LASTING.search(before):
        return True
    paragraph = _BLANK_LINE.split(before)[-1]
    return _BLOCK.search(paragraph) is not None
