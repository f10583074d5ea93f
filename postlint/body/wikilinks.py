"""Obsidian's embeds: `![[a.png|300]]`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.picture_attributes import names_a_picture
from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_EMBED = late_pattern(r"!\[\[([^\[\]|\n]{1,999})(?:\|([^\[\]\n]{0,999}))?\]\]")


def wiki_images(masked: str, start: int, taken: Sequence[Span]) -> Iterator[ImageRef]:
    """Yield the embeds that name a picture (most others are formulas), outside code and links."""
    starts = [span.start for span in taken]
    at = masked.find("![[", start)
    while at >= 0:
        match = _EMBED.match(masked, at)
        number = bisect_right(starts, at) - 1
        is_taken = number >= 0 and at < taken[number].end
        if match and not is_taken and names_a_picture(match[1].strip().partition("#")[0]):
            name = match[1]
            first = match.start(1) + len(name) - len(name.lstrip())
            url = Url(name.strip(), Span(first, first + len(name.strip())))
            yield ImageRef("wikilink", url, Span(*match.span()), match[2], name="wikilink")
        at = masked.find("![[", match.end() if match else at + 3)
