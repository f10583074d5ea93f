"""Where a text may hold a wording: fast enough to be asked of every post.

All literals are looked for at once, by an automaton whose time does not depend on their number. Most cues in Latin
letters are looked for only in text that is not East Asian.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation

from postlint import late_pattern, lazy

_EAST_ASIAN = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}")

Patterns = tuple[int, ...]
Spotted = list[tuple[int, Patterns]]


class Spotter:
    """Finds literals, each of which stands for some patterns (by index), once a text is such that it may hold them.

    `any_text` returns those that any text may hold, `english` are those in lower case that only a text in a Latin
    script may hold; of these, a code point outside ASCII stands for any.
    """

    def __init__(self, any_text: Callable[[], Mapping[str, Patterns]], english: Mapping[str, Patterns]) -> None:
        self._literals = any_text, english

    @lazy
    def _any_text(self) -> tuple[AhoCorasick, list[Patterns]]:
        literals = self._literals[0]()
        return AhoCorasick(literals, implementation=Implementation.ContiguousNFA), list(literals.values())

    @lazy
    def _english(self) -> tuple[BytesAhoCorasick, list[Patterns]]:
        literals = self._literals[1]
        return BytesAhoCorasick([literal.encode("ascii", "replace") for literal in literals]), list(literals.values())

    def spot(self, text: str, start: int = 0, end: int | None = None) -> Spotted:
        """Return where cues start in `text[start:end]`, with the patterns that they may belong to, in any order."""
        written = text[start:end]
        automaton, patterns = self._any_text
        try:
            matches = automaton.find_matches_as_indexes(written, overlapping=True)
        except UnicodeEncodeError:
            # what could not be decoded stands in the text as surrogates
            plain = written.encode("utf-8", "replace").decode("utf-8")
            matches = automaton.find_matches_as_indexes(plain, overlapping=True)
        found = [(start + first, patterns[literal]) for literal, first, _ in matches]
        if written.isascii() or not _EAST_ASIAN.search(written):
            english, patterns = self._english
            data = written.encode("ascii", "replace").lower()
            matches = english.find_matches_as_indexes(data, overlapping=True)
            found += [(start + first, patterns[literal]) for literal, first, _ in matches]
        return found
