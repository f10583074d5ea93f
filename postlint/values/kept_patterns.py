"""Compiled patterns, kept from one run to the next.

Python keeps what it makes of source code, and compiles patterns anew in every process: two fifths of a run over one
post went into that. Kept is what `re` hands to its matcher.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, AnyStr

from postlint.values.kept_file import KeptFile, kept_place

_MOST_BYTES = 8_000_000

# source and flags
Key = tuple[str | bytes, int]
# all flags, the words of the matcher, the number of groups, their numbers by name, their names by number
Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compile_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, from what was kept where it was."""
    return _patterns.compile(source, flags)


def keep_patterns() -> None:
    """Keep the patterns that were compiled in this process, for the next ones; fails silently."""
    _patterns.keep()


class PatternFile:
    """The file of one interpreter."""

    def __init__(self, path: str | None) -> None:
        self._file = KeptFile(path, most_bytes=_MOST_BYTES)
        self._kept: dict[Key, Kept] | None = None
        self._fresh: dict[Key, re.Pattern[Any]] = {}

    def compile(self, source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """Return the compiled pattern. Raises re.error."""
        if self._kept is None:
            self._kept = self._read()
        key = (source, int(flags))
        kept = self._kept.get(key)
        if kept is not None:
            with suppress(Exception):
                return _restored(source, kept)
        pattern = self._fresh[key] = re.compile(source, flags)
        return pattern

    def keep(self) -> None:
        """Write what was read and what was compiled since, if there is anything new and a place for it."""
        if not self._fresh or self._file.path is None:
            return
        patterns = dict(self._kept or {})
        for key, pattern in self._fresh.items():
            with suppress(Exception):
                kept = _taken_apart(*key)
                # the modules of `re` are nobody's interface: what it makes of a pattern is what counts
                if _is_same(_restored(key[0], kept), pattern):
                    patterns[key] = kept
        self._fresh.clear()
        with suppress(ValueError):
            self._file.write((_matcher(), patterns))

    def _read(self) -> dict[Key, Kept]:
        with suppress(Exception):
            (matcher, patterns), _ = self._file.read()
            if matcher == _matcher() and isinstance(patterns, dict):
                return patterns
        return {}


def _matcher() -> tuple[int, int]:
    import _sre  # type: ignore[import-not-found]  # private: see `keep`

    return _sre.MAGIC, _sre.CODESIZE


def _taken_apart(source: str | bytes, flags: int) -> Kept:
    """Return what `re` makes of a pattern, by the steps of its own `compile`."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]  # private: see `keep`

    parsed = _parser.parse(source, flags)
    words = array("I", map(int, _compiler._code(parsed, flags)))  # noqa: SLF001  # as above
    numbers = dict(parsed.state.groupdict)
    names = {number: name for name, number in numbers.items()}
    count = parsed.state.groups
    return int(flags | parsed.state.flags), words.tobytes(), count - 1, numbers, tuple(map(names.get, range(count)))


def _restored(source: AnyStr, kept: Kept) -> re.Pattern[AnyStr]:
    """Return the pattern; the matcher checks the words. Raises various exceptions."""
    import _sre

    flags, words, groups, numbers, names = kept
    pattern: re.Pattern[AnyStr] = _sre.compile(
        source, flags, memoryview(words).cast("I").tolist(), groups, numbers, names
    )
    return pattern


def _is_same(one: re.Pattern[Any], other: re.Pattern[Any]) -> bool:
    """Tell whether two patterns are the same to the matcher (`==` compares its words) and to those who use it."""
    return one == other and (one.groups, one.groupindex) == (other.groups, other.groupindex)


_patterns = PatternFile(kept_place("patterns"))
