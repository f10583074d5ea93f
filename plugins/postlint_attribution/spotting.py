"""Where a text may hold a wording: fast enough to be asked of every post.

A cue of East Asian characters is looked for by its rarest character and the one beside it: character classes go
over the text, and only where they hit are the literals compared. Cues in Latin letters are looked for by RE2, and
most of them only in text that is not East Asian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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


def _weight(char: str) -> int:
    """Return how frequent a character is, roughly: 0 is rarest."""
    if char < "\u3000" or "\u3040" <= char <= "\u30ff" or char >= "\uff00":
        return 1000
    return _RANK.get(char, 0)


class Spotter:
    """Finds literals, each of which stands for some patterns (by index).

    `literals` hold East Asian characters as texts do; `latin` are those in Latin letters that any text may
    hold, `english` (in lower case) those that only a text in a Latin script may hold.
    """

    def __init__(
        self, literals: Mapping[str, Patterns], latin: Mapping[str, Patterns], english: Mapping[str, Patterns]
    ) -> None:
        self._by_pair: dict[str, list[tuple[int, str, Patterns]]] = {}
        # the rare character of a pair and the one after it, or the one before it and the rare one
        leading: tuple[set[str], set[str]] = set(), set()
        trailing: tuple[set[str], set[str]] = set(), set()
        for literal, patterns in literals.items():
            at = min(range(len(literal)), key=lambda index: (_weight(literal[index]), index))
            rare = literal[at]
            if len(literal) == 1:
                pair = literal
                leading[0].add(rare)
            elif at + 1 < len(literal):
                pair = literal[at : at + 2]
                leading[0].add(rare)
                leading[1].add(literal[at + 1])
            else:
                at -= 1
                pair = literal[at:]
                trailing[0].add(literal[at])
                trailing[1].add(rare)
            self._by_pair.setdefault(pair, []).append((at, literal, patterns))
        self._singles = frozenset(pair for pair in self._by_pair if len(pair) == 1)
        self._trailing = frozenset(trailing[1])
        ahead = f"(?<={_class(leading[0])})(?={_class(leading[1])})"
        behind = f"(?<={_class(trailing[0])}{_class(trailing[1])})"
        self._pairs = re.compile(f"{_class(leading[0] | trailing[1])}(?:{ahead}|{behind}|(?<={_class(self._singles)}))")
        self._latin, self._english = _Latin(latin), _Latin(english)

    def spot(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, Patterns]]:
        """Return where cues start in `text[start:end]`, with the patterns that they may belong to, in any order."""
        end = len(text) if end is None else end
        written = text[start:end]
        is_ascii = written.isascii()
        found = [] if is_ascii else self._spot_pairs(written, start)
        data = written.encode("ascii", "replace")
        self._latin.spot(data, written, start, found)
        if is_ascii or not _EAST_ASIAN.search(written):
            self._english.spot(data.lower(), written, start, found)
        return found

    def _spot_pairs(self, text: str, start: int) -> list[tuple[int, Patterns]]:
        pairs, starts_with, trailing = self._by_pair, text.startswith, self._trailing
        spotted: list[tuple[int, Patterns]] = []
        for match in self._pairs.finditer(text):
            at = match.start()
            for offset, literal, patterns in pairs.get(text[at : at + 2], ()):
                if starts_with(literal, at - offset):
                    spotted.append((start + at - offset, patterns))
            char = text[at]
            if char in trailing:
                for offset, literal, patterns in pairs.get(text[at - 1 : at + 1], ()):
                    if starts_with(literal, at - 1 - offset):
                        spotted.append((start + at - 1 - offset, patterns))
            if char in self._singles:
                spotted += [(start + at, patterns) for _, _, patterns in pairs[char]]
        return spotted


class _Latin:
    """Literals in Latin letters, and the few signs that go with them."""

    def __init__(self, literals: Mapping[str, Patterns]) -> None:
        # a code point outside ASCII is any, beside letters
        self._signs = tuple((literal, found) for literal, found in literals.items() if not literal[0].isascii())
        plain = [literal for literal in literals if literal[0].isascii()]
        self._found: dict[bytes, Patterns] = {}
        for literal in plain:
            # where one literal is found, so is what it holds
            found = (at for held in plain if held in literal for at in literals[held])
            encoded = literal.encode("ascii", "replace")
            self._found[encoded] = tuple(dict.fromkeys((*self._found.get(encoded, ()), *found)))
        self._pattern = b"|".join(re.escape(literal) for literal in sorted(self._found, key=len, reverse=True))
        self._regex: Any = None
        self._spent = 0

    def spot(self, data: bytes, text: str, start: int, spotted: list[tuple[int, Patterns]]) -> None:
        """Add where literals start, counted from `start`; `data` is the text with `?` for what is not ASCII."""
        if self._spent < _WORTH_RE2:
            self._spent += len(data) * len(self._found)
            if self._regex is None or self._spent >= _WORTH_RE2:
                self._regex = self._compiled()
        found = self._found
        for match in self._regex.finditer(data):
            first, last = match.span()
            spotted.append((start + first, found[data[first:last]]))
        for sign, patterns in self._signs:
            at = text.find(sign)
            while at >= 0:
                spotted.append((start + at, patterns))
                at = text.find(sign, at + 1)

    def _compiled(self) -> Any:
        if self._spent < _WORTH_RE2:
            return re.compile(self._pattern)
        import re2

        return re2.compile(self._pattern)


def _class(chars: Iterable[str]) -> str:
    return "[" + re.escape("".join(sorted(chars))) + "]"
