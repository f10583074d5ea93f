"""Where a text may hold a wording: fast enough to be asked of every post.

RE2 goes over a text once, whatever the number of literals. Most cues in Latin letters are looked for only in text
that is not East Asian.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from postlint import late_pattern

_EAST_ASIAN = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}")

# RE2 takes as long to import as `re` does for so many code points times literals in Latin letters
_WORTH_RE2 = 1_000_000

Patterns = tuple[int, ...]
Spotted = list[tuple[int, Patterns]]
_Beginning = tuple[int, bytes, Patterns]


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
        found: Spotted = []
        if not is_ascii:
            self._east_asian.spot(written, start, found)
        data = written.encode("ascii", "replace")
        self._latin.spot(data, written, start, found)
        if is_ascii or not _EAST_ASIAN.search(written):
            self._english.spot(data.lower(), written, start, found)
        return found


class _EastAsian:
    """Literals with East Asian characters."""

    def __init__(self, literals: Mapping[str, Patterns]) -> None:
        self._literals = literals
        self._by_first: dict[str, list[str]] = {}
        for literal in literals:
            self._by_first.setdefault(literal[0], []).append(literal)
        self._regex: Any = None
        self._known: dict[bytes, list[_Beginning]] = {}

    def spot(self, text: str, start: int, spotted: Spotted) -> None:
        """Add where literals start, counted from `start`."""
        if self._regex is None:
            self._regex = self._compiled()
        data, known = text.encode("utf-8", "replace"), self._known
        done = 0
        for match in self._regex.finditer(data):
            first, last = match.span()
            start += len(data[done:first].decode())
            done = first
            found = data[first:last]
            if found not in known:
                known[found] = self._beginning_in(found.decode())
            for offset, rest, patterns in known[found]:
                if not rest or data.startswith(rest, last):
                    spotted.append((start + offset, patterns))

    def _beginning_in(self, found: str) -> list[_Beginning]:
        """Return the literals that may begin in one that was found: where, what they need behind it, patterns."""
        return [
            (offset, literal[len(found) - offset :].encode(), self._literals[literal])
            for offset, char in enumerate(found)
            for literal in self._by_first.get(char, ())
            if found.startswith(literal, offset) or literal.startswith(found[offset:])
        ]

    def _compiled(self) -> Any:
        import re2

        # of two that begin at one place the longer one comes first; neighbours share what they begin with
        return re2.compile("|".join(re2.escape(literal) for literal in sorted(self._literals, reverse=True)))


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
