"""Link definitions: `[label]: destination "title"`."""

from __future__ import annotations

from collections import Counter

from pyromark import Markdown

from postlint.body.destinations import definition_destination
from postlint.body.mask import definition_lines
from postlint.values.late_pattern import late_pattern
from postlint.values.lazy import lazy
from postlint.values.span import Span

_LEAD = late_pattern(r"[ \t]{0,3}(?:>[ \t]?){0,8}\[((?:[^\[\]\\\n]|\\.){1,999})\]:")
_MOST_LEAD = 1100
_DEFINED = late_pattern(r"(?m)^ {0,3}\[(?!\^)([^\[\]\n]{1,999})\]:")
# a plane for private use: no label has such a character
_FIRST_NAME = 0xF0000
_MOST_NAMES = 0xFFFD


class Definitions:
    """The link definitions of one body, read on first use.

    pyromark lists the first definition of each label; later ones of an equal label are found line by line.
    `last_wins` if a later one counts (kramdown).
    """

    def __init__(
        self, masked: str, start: int, parser: Markdown, has_footnotes: bool, *, last_wins: bool = False
    ) -> None:
        self._masked, self._start, self._parser = masked, start, parser
        self._has_footnotes, self._last_wins = has_footnotes, last_wins
        self._destinations: dict[str, Span] = {}

    @lazy
    def _live(self) -> dict[str, Span]:
        body = self._masked[self._start :]
        if "]:" not in body:
            return {}
        names: dict[str, str] = {}
        if self._last_wins:
            body, names = _told_apart(body)
        data = body.encode("utf-8")
        live: dict[str, Span] = {}
        byte, at = 0, self._start
        for label, found in self._parser.reference_definitions(body).items():
            start, end = found["span"]["start"], found["span"]["end"]
            if start < byte:
                # listed in the order of the document, but this costs little to be sure of
                byte, at = 0, self._start
            at += len(data[byte:start].decode("utf-8", "ignore"))
            first, byte = at, end
            at += len(data[start:end].decode("utf-8", "ignore"))
            folded = names.get(label[0]) or fold(label)
            live[folded] = max(live.get(folded, Span(0, 0)), Span(first, at))
        return live

    def destination(self, label: str) -> Span:
        """Return the span of the destination that a label leads to; empty at the start if unknown."""
        folded = fold(label)
        known = self._destinations.get(folded)
        if known is None:
            span = self._live.get(folded)
            if span is None:
                return Span(self._start, self._start)
            known = self._destinations[folded] = definition_destination(self._masked, *span)
        return known

    @lazy
    def spans(self) -> list[Span]:
        """Return the spans of the definitions in force, in source order."""
        return sorted(self._live.values())

    @lazy
    def beyond_ascii(self) -> dict[str, Span]:
        """Return the definitions by folded label whose labels are not all ASCII."""
        if self._masked.isascii() or "]:" not in self._masked or not self._has_foreign_label():
            return {}
        return {label: span for label, span in self._live.items() if not label.isascii()}

    def _has_foreign_label(self) -> bool:
        masked = self._masked
        at = masked.find("]:", self._start)
        while at >= 0:
            label = masked[max(self._start, masked.rfind("[", max(0, at - 999), at)) : at]
            if not label.isascii():
                return True
            at = masked.find("]:", at + 2)
        return False

    def lines(self, clean: str) -> list[Span]:
        """Return the lines that look like a definition, whether or not one is in force.

        Those that begin with `[#]:` are found in `clean`: they are masked.
        """
        masked = self._masked
        found = [span for span, _ in definition_lines(clean, self._start)]
        at = masked.find("]:", self._start)
        while at >= 0:
            start = masked.rfind("\n", max(self._start, at - _MOST_LEAD), at) + 1
            match = _LEAD.match(masked, max(start, self._start), at + 2)
            is_note = self._has_footnotes and match is not None and match[1].startswith("^")
            if match and match.end() == at + 2 and not is_note:
                end = masked.find("\n", at)
                end = len(masked) if end < 0 else end
                found.append(Span(match.start(1) - 1, end))
                at = end
            at = masked.find("]:", at + 2)
        return found


def _told_apart(body: str) -> tuple[str, dict[str, str]]:
    """Return a body in which equal labels differ in their first character, and the labels by that."""
    found = [(match.start(1), fold(match[1])) for match in _DEFINED.finditer(body)]
    counted = Counter(label for _, label in found)
    parts: list[str] = []
    names: dict[str, str] = {}
    done = 0
    for at, label in found:
        if counted[label] > 1 and len(names) < _MOST_NAMES:
            name = chr(_FIRST_NAME + len(names))
            names[name] = label
            parts += (body[done:at], name)
            done = at + 1
    return "".join((*parts, body[done:])), names


def fold(label: str) -> str:
    """Return a label as CommonMark compares it: blanks and case do not count."""
    if label.isalnum() and label.isascii():
        # most labels: spares nine tenths of the time
        return label.lower()
    return " ".join(label.split()).casefold()
