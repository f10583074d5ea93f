"""A wording found in a block, with its value."""

from __future__ import annotations

import re
from enum import Enum

from postlint import dataclass, late_pattern
from postlint_attribution.patterns import Pattern
from postlint_attribution.remembering import remembered
from postlint_attribution.surroundings import Surroundings
from postlint_attribution.values import REFERENCE, Link, find_address, links_in, value_end

_REACH = 400
_SIGNS = frozenset("|/／｜丨│")
_LINK_LINE = late_pattern(r"[\s*>-]*(?:链接|連結|鏈接)\s*[：:]")
_CODE = late_pattern(
    r"^\s*(?://|/\*|<!DOCTYPE|[\[{(]*\s*['\"]\w+['\"]\s*[:=,]|\{\s*\w+\s*[:=]|(?:const|let|var|private|public|import|return|function|def|class)\s|"
    r"[A-Za-z_$][A-Za-z0-9_.$-]*\s*[:=]\s*['\"`{])|=\{?`|['\"`]\s*[\])}]*[,;]\s*$|\w\(\w*\)\s*[;{]|\{\w+\.\w+[^}]*\}|\{year\}|=\"[^\"]*\"\s*\+"
)
# a statement of a program ends so, and some sentences of a language without half-width semicolons do
_ENDS_STATEMENT = late_pattern(r"[;{]\s*$")
_BEGINS_SENTENCE = late_pattern(r"[\W_]*[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")

_MENTION = late_pattern(
    r"[ぁ-んー！!。」』）)]{0,6}?[、,]?\s?(?:と|って)(?:書[いかくけ]|言[いうわっ]|いう|いっ[たて]|呼[びぶばん]|述べ|記[しす]|聞[いかく])|"
    r"[가-힣!.]{0,4}?(?:이라고|라고|이라는|라는|[다달라]는|[다달라]고)(?=\s)"
)


class Verdict(Enum):
    """What a label turned out to be."""

    NOTHING = "nothing"
    STATEMENT = "statement"
    EMPTY = "empty"
    NEXT_BLOCK = "next block"


@dataclass(slots=True)
class Match:
    """A wording found in a block. Offsets are into the block's text, `folded` is that text folded."""

    pattern: Pattern
    around: Surroundings
    folded: str
    start: int
    end: int
    cue: str
    cue_end: int
    separator: str
    value_start: int
    value_end: int

    @property
    def text(self) -> str:
        """Return the block's text."""
        return self.around.block.text

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the block's links."""
        return self.around.block.links

    @property
    def value(self) -> str:
        """Return the text of the value."""
        return self.text[self.value_start : self.value_end]

    @property
    def has_address(self) -> bool:
        """Tell whether the value holds a link or an address."""
        if links_in(self.links, self.value_start, self.value_end):
            return True
        return find_address(self.value) is not None or REFERENCE.search(self.value) is not None


@remembered
def looks_like_code(line: str) -> bool:
    """Tell whether a line is program text that stands outside of a code block."""
    if _CODE.search(line):
        return True
    return _ENDS_STATEMENT.search(line) is not None and _BEGINS_SENTENCE.match(line) is None


def is_in_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether a range lies within quotation marks that open before it and close after it."""
    low = max(0, start - _REACH)
    before = text[text.rfind("\n", low, start) + 1 or low : start]
    line_end = text.find("\n", end, end + _REACH)
    after = text[end : line_end if line_end >= 0 else end + _REACH]
    for opening, closing in (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’")):
        if before.count(opening) > before.count(closing) and closing in after:
            return True
    return before.count('"') % 2 == 1 and '"' in after


def is_mentioned(text: str, end: int) -> bool:
    """Tell whether a range that ends at `end` is a formula that the sentence speaks of: "転載はご自由に、と書く"."""
    return _MENTION.match(text, end) is not None


def is_reference_text(text: str, start: int, end: int) -> bool:
    """Tell whether a range is the whole text of a reference link that leads nowhere (`[text][1]`)."""
    return text[max(0, start - 1) : start] == "[" and text[end : end + 2] == "]["


def link_above(match: Match) -> Link | None:
    """Return the link that a line "链接：…" above a label gives, in the block or the one before; None if none."""
    line = match.text.rfind("\n", 0, match.start)
    if line >= 0:
        first, links, text = match.text.rfind("\n", 0, line) + 1, match.links, match.text
    else:
        above = match.around.previous
        if above is None:
            return None
        first, links, text = 0, above.links, above.text
    if not _LINK_LINE.match(text, first):
        return None
    return next((link for link in links if link[0] >= first), None)


def link_below(match: Match) -> Link | None:
    """Return the link that a block "链接：…" gives which is all that follows a label and its value; None if none."""
    if match.text[match.value_end :].strip():
        return None
    below = match.around.next
    return next(iter(below.links), None) if below is not None and _LINK_LINE.match(below.text) else None


def match_label(pattern: Pattern, around: Surroundings, folded: str, found: re.Match[str]) -> Match:
    """Return a match with its value, for a label."""
    text, links = around.block.text, around.block.links
    cue_end = found.end("cue")
    separator = found["sep"] or ""
    if separator.strip() in _SIGNS and any(last == cue_end for _, last, _ in links):
        # "[原文](…) / [译文](…)": the label is a link, and what follows the sign is another
        separator = ""
    start = found.end() if separator else cue_end
    while start < len(text) and text[start] in " \u3000\xa0*_":
        start += 1
    end = value_end(text, start, links)
    return Match(pattern, around, folded, found.start("cue"), cue_end, found["cue"], cue_end, separator, start, end)


def match_phrase(pattern: Pattern, around: Surroundings, folded: str, found: re.Match[str]) -> Match:
    """Return a match with its value, for a phrase."""
    text, links = around.block.text, around.block.links
    group = next((name for name in ("v", "w", "x", "y", "z") if found.re.groupindex.get(name) and found[name]), None)
    if group:
        start, end = found.span(group)
        start = min(start, next((a for a, b, _ in links if a < start < b), start))
        end = max(end, next((b for a, b, _ in links if a < end <= b), end))
    elif pattern.wording.value:
        start = found.end()
        end = value_end(text, start, links)
    else:
        start = end = found.end()
    return Match(pattern, around, folded, found.start(), max(found.end(), end), found[0], found.end(), "", start, end)
