"""Pictures that need no parser: those of blocks in which nothing but them could be anything but text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint.body.definitions import fold
from postlint.body.destinations import definition_destination
from postlint.body.escapes import unescape_markdown
from postlint.body.holes import Hole
from postlint.body.references import ImageRef
from postlint.body.stretches import find_stretches
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.lazy import lazy
from postlint.values.span import Span, new_span

# no escape, entity, code, markup or nested bracket, and no end of the line; the last is the filler of template tags
_TEXT = r"[^\[\]\\`<&\x00\n\ufdd0]"
_ADDRESS = r"[^\[\]()\\<\x00-\x20\x7f\ufdd0]+"
_TITLE = r"\"[^\[\]\"\\<&`\n]*\""
_PICTURE = late_pattern(rf"!\[((?!\^){_TEXT}*)\](?:\( *({_ADDRESS})(?: +{_TITLE})? *\)|\[((?!\^){_TEXT}+)\])")
_TARGET = late_pattern(rf"\]\( *{_ADDRESS}(?: +{_TITLE})? *\)")
# one mark alone, or those within a word, emphasise nothing
_NO_EMPHASIS = late_pattern(r"[^*_~]*[*_~]?[^*_~]*|(?:[^*_~]|(?<=\w)_(?=\w))*")
_OTHERWISE = ("`", "<", "\\", "|", "~~~", "]:")
_DEFINITIONS = late_pattern(
    rf"(?:[ ]{{0,3}}\[((?!\^)(?=[^\]]*[^\]\s]){_TEXT}+)\]:[ \t]*[^()\\<>\x00-\x20\x7f\ufdd0]+"
    r"(?:[ \t]+(?:\"[^\"\\\n]*\"|'[^'\\\n]*'|\([^()\\\n]*\)))?[ \t]*(?:\n|\Z))+\s*"
)
_LABEL = late_pattern(r"(?m)^[ ]{0,3}\[([^\]]+)\]:")


class PlainPictures:
    """Reads the pictures of single blocks; `source` is the text before masking.

    `last_wins` if the last of equal definitions counts.
    """

    def __init__(self, source: str, masked: str, start: int, holes: Sequence[Hole], *, last_wins: bool = False) -> None:
        self._source, self._masked, self._start, self._holes = source, masked, start, holes
        self._last_wins = last_wins

    @lazy
    def definitions(self) -> list[Span]:
        """Return the blocks that may define links."""
        return find_stretches(self._masked, self._start, self._holes, ("]:",))

    @lazy
    def _lines(self) -> dict[str, int]:
        """Return where definitions begin, by label; none if some block defines links in an unusual way."""
        found: dict[str, int] = {}
        text = self._masked
        for start, end in self.definitions:
            if not _DEFINITIONS.fullmatch(text, start, end):
                return {}
            for match in _LABEL.finditer(text, start, end):
                label = _folded(match[1])
                if self._last_wins or label not in found:
                    found[label] = match.start()
        return found

    def read(self, block: Span) -> list[ImageRef] | None:
        """Return the pictures of a block; None if that takes a parser."""
        text = self._masked[block.start : block.end]
        for mark in _OTHERWISE:
            if mark in text:
                return None
        if text.count("](") != len(_TARGET.findall(text)):
            return None
        found = []
        looked_at = 0
        at = text.find("![")
        while at >= 0:
            match = _PICTURE.match(text, at)
            if match is None or not _NO_EMPHASIS.fullmatch(match[1]) or _may_be_code(text, looked_at, at):
                return None
            looked_at = at
            image = self._image(match, block.start)
            if image is None:
                return None
            found.append(image)
            at = text.find("![", match.end())
        return found

    def _image(self, match: re.Match[str], base: int) -> ImageRef | None:
        kind = "markdown"
        if match[3] is None:
            first, last = match.span(2)
            where = new_span(base + first, base + last)
        else:
            kind = "markdown-reference"
            line = self._lines.get(_folded(match[3]))
            if line is None:
                return None
            end = self._masked.find("\n", line)
            where = definition_destination(self._masked, line, end if end >= 0 else len(self._masked))
        raw = self._source[where[0] : where[1]]
        first, last = match.span()
        start, end = match.span(1)
        url = Url(unescape_markdown(raw), where, raw)
        return ImageRef(kind, url, new_span(base + first, base + last), match[1], new_span(base + start, base + end))


def _folded(label: str) -> str:
    return label if label.isdigit() else fold(label)


def _may_be_code(text: str, looked_at: int, at: int) -> bool:
    """Tell whether blanks before a place may make an indented block of its line; `looked_at` is the place before."""
    start = text.rfind("\n", looked_at, at) + 1 or max(0, looked_at - 3)
    return text.find("    ", start, at) >= 0 or text.find("\t", start, at) >= 0
