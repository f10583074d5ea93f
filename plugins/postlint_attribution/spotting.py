"""Where a text may hold a wording: fast enough to be asked of every post.

A cue of East Asian characters is looked for by its rarest character and the one beside it: character classes go
over the text, and only where they hit are the literals compared. Cues in Latin letters are looked for by RE2, and
most of them only in text that is not East Asian.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from postlint import late_pattern

_FREQUENT = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接"
    "知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
    "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复"
    "容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
    "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随"
)
_RANK = {char: len(_FREQUENT) - at for at, char in enumerate(_FREQUENT)}
_EAST_ASIAN = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}")

# RE2 goes over a text once, whatever the number of literals, but takes as long to import as `re` does for so many
# code points times literals
_WORTH_RE2 = 1_000_000

Patterns = tuple[int, ...]
Spotted = list[tuple[int, Patterns]]
# where its rare character is, the literal, what it stands for
_Literal = tuple[int, str, Patterns]


@cache
def _weight(char: str) -> int:
    """Return how frequent a character is, roughly: 0 is rarest."""
    if char < "\u3000" or "\u3040" <= char <= "\u30ff" or char >= "\uff00":
        return 1000
    return _RANK.get(char, 0)


class Spotter:
    """Finds literals, each of which stands for some patterns (by index), once a text is such that it may hold them.

    `east_asian` returns those of East Asian characters as texts hold them; `latin` are those in Latin letters that
    any text may hold, `english` (in lower case) those that only a text in a Latin script may hold.
    """

    def __init__(
        self,
        east_asian: Callable[[], Mapping[str, Patterns]],
        latin: Mapping[str, Patterns],
        english: Mapping[str, Patterns],
    ) -> None:
        self._literals = east_asian, latin, english

    @cached_property
    def _east_asian(self) -> _EastAsian:
        return _EastAsian(self._literals[0]())

    @cached_property
    def _latin(self) -> _Latin:
        return _Latin(self._literals[1])

    @cached_property
    def _english(self) -> _Latin:
        return _Latin(self._literals[2])

    def spot(self, text: str, start: int = 0, end: int | None = None) -> Spotted:
        """Return where cues start in `text[start:end]`, with the patterns that they may belong to, in any order."""
        end = len(text) if end is None else end
        written = text[start:end]
        is_ascii = written.isascii()
        found: Spotted = [] if is_ascii else self._east_asian.spot(written, start)
        data = written.encode("ascii", "replace")
        self._latin.spot(data, written, start, found)
        if is_ascii or not _EAST_ASIAN.search(written):
            self._english.spot(data.lower(), written, start, found)
        return found


class _EastAsian:
    """Literals of East Asian characters, by their rarest character and one beside it."""

    def __init__(self, literals: Mapping[str, Patterns]) -> None:
        # by the rare character of a pair and the one after it, or the one before it and the rare one
        self._ahead: dict[str, list[_Literal]] = {}
        self._behind: dict[str, list[_Literal]] = {}
        for literal, patterns in literals.items():
            weights = list(map(_weight, literal))
            at = weights.index(min(weights))
            if at and at + 1 == len(literal):
                self._behind.setdefault(literal[at - 1 :], []).append((at, literal, patterns))
            else:
                self._ahead.setdefault(literal[at : at + 2], []).append((at, literal, patterns))
        self._singles = frozenset(pair for pair in self._ahead if len(pair) == 1)
        self._trailing = frozenset(pair[1] for pair in self._behind)
        leading = {pair[0] for pair in self._ahead}
        ahead = f"(?<={_class(leading)})(?={_class({pair[1] for pair in self._ahead if len(pair) > 1})})"
        behind = f"(?<={_class({pair[0] for pair in self._behind})}{_class(self._trailing)})"
        single = f"(?<={_class(self._singles)})"
        self._pairs = late_pattern(f"{_class(leading | self._trailing)}(?:{ahead}|{behind}|{single})")

    def spot(self, text: str, start: int) -> Spotted:
        """Return where literals start, counted from `start`."""
        ahead, behind, starts_with, trailing = self._ahead, self._behind, text.startswith, self._trailing
        spotted: Spotted = []
        for match in self._pairs.finditer(text):
            at = match.start()
            for rare, literal, patterns in ahead.get(text[at : at + 2], ()):
                if starts_with(literal, at - rare):
                    spotted.append((start + at - rare, patterns))
            char = text[at]
            if char in trailing:
                for rare, literal, patterns in behind.get(text[at - 1 : at + 1], ()):
                    if starts_with(literal, at - rare):
                        spotted.append((start + at - rare, patterns))
            if char in self._singles:
                spotted += [(start + at, patterns) for _, _, patterns in ahead[char]]
        return spotted


class _Latin:
    """Literals in Latin letters, and the few signs that go with them."""

    def __init__(self, literals: Mapping[str, Patterns]) -> None:
        # a code point outside ASCII is any, beside letters
        self._signs = tuple((literal, found) for literal, found in literals.items() if not literal[0].isascii())
        self._plain = {literal: found for literal, found in literals.items() if literal[0].isascii()}
        self._written: dict[bytes, list[str]] = {}
        for literal in self._plain:
            self._written.setdefault(literal.encode("ascii", "replace"), []).append(literal)
        self._found: dict[bytes, Patterns] = {}
        self._pattern = b"|".join(re.escape(literal) for literal in sorted(self._written, key=len, reverse=True))
        self._regex: Any = None
        self._spent = 0

    def spot(self, data: bytes, text: str, start: int, spotted: Spotted) -> None:
        """Add where literals start, counted from `start`; `data` is the text with `?` for what is not ASCII."""
        if self._spent < _WORTH_RE2:
            self._spent += len(data) * len(self._written)
            if self._regex is None or self._spent >= _WORTH_RE2:
                self._regex = self._compiled()
        found = self._found
        for match in self._regex.finditer(data):
            first, last = match.span()
            written = data[first:last]
            spotted.append((start + first, found.get(written) or self._find(written)))
        for sign, patterns in self._signs:
            at = text.find(sign)
            while at >= 0:
                spotted.append((start + at, patterns))
                at = text.find(sign, at + 1)

    def _find(self, written: bytes) -> Patterns:
        """Return the patterns of what was found, and of the literals that it holds: those are there, too."""
        plain = self._plain
        indices = (at for literal in self._written[written] for held in plain if held in literal for at in plain[held])
        found = self._found[written] = tuple(dict.fromkeys(indices))
        return found

    def _compiled(self) -> Any:
        if self._spent < _WORTH_RE2:
            return late_pattern(self._pattern)
        import re2

        return re2.compile(self._pattern)


def _class(chars: Iterable[str]) -> str:
    return "[" + re.escape("".join(sorted(chars))) + "]"
