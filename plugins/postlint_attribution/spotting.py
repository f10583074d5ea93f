"""Where a text may hold a wording: fast enough to be asked of every post.

A cue of East Asian characters is looked for by its rarest character: one character class goes over the text,
and only where it hits are the literals compared. Cues in Latin letters are plain searches, and most of them are
made only in text that is not East Asian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

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
        by_trigger: dict[str, list[tuple[int, str, Patterns]]] = {}
        for literal, patterns in literals.items():
            at = min(range(len(literal)), key=lambda index: (_weight(literal[index]), index))
            by_trigger.setdefault(literal[at], []).append((at, literal, patterns))
        self._by_trigger = {trigger: tuple(found) for trigger, found in by_trigger.items()}
        self._latin, self._english = tuple(latin.items()), tuple(english.items())
        self._trigger = re.compile("[" + re.escape("".join(sorted(by_trigger))) + "]")

    def spot(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Patterns]]:
        """Yield where cues start in `text[start:end]`, with the patterns that they may belong to."""
        end = len(text) if end is None else end
        if not text.isascii():
            by_trigger, starts_with = self._by_trigger, text.startswith
            for found in self._trigger.finditer(text, start, end):
                position = found.start()
                for offset, literal, patterns in by_trigger[text[position]]:
                    if starts_with(literal, position - offset):
                        yield position - offset, patterns
        yield from _find(self._latin, text, start, end)
        if self._english and (text.isascii() or not _EAST_ASIAN.search(text, start, end)):
            yield from ((start + at, patterns) for at, patterns in _find(self._english, text[start:end].lower()))


def _find(
    literals: Iterable[tuple[str, Patterns]], text: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, Patterns]]:
    for literal, patterns in literals:
        position = text.find(literal, start, end)
        while position >= 0:
            yield position, patterns
            position = text.find(literal, position + len(literal), end)
