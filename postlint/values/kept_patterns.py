"""Compiled patterns, kept beside the byte code of this module.

Python keeps what it makes of source code, and compiles patterns anew in every process: two fifths of a run over one
post went into that. Kept is what `re` hands to its matcher, in the same folder and under the same conditions as byte
code, so that whoever could write it could as well write the code itself; never in the folder of a site. What is not
exactly as this interpreter wrote it is not read, and nothing is lost without it.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from importlib.util import source_hash
from typing import Any, AnyStr

from postlint.values.version import __version__

_MOST_BYTES = 8_000_000
_SUM = 8

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
    """The file of one interpreter; None as path where Python keeps no byte code either."""

    def __init__(self, path: str | None) -> None:
        self.path = path
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
        """Write what was read and what was compiled since, unless there is nothing new or no place for it."""
        if not self._fresh or self.path is None or sys.dont_write_bytecode:
            return
        patterns = dict(self._kept or {})
        for key, pattern in self._fresh.items():
            with suppress(Exception):
                kept = _taken_apart(*key)
                # the modules of `re` are nobody's interface: what it makes of a pattern is what counts
                if _is_same(_restored(key[0], kept), pattern):
                    patterns[key] = kept
        self._fresh.clear()
        with suppress(OSError, ValueError):
            self._write(marshal.dumps((_stamp(), patterns)))

    def _read(self) -> dict[Key, Kept]:
        with suppress(Exception):
            if self.path is not None and os.path.getsize(self.path) <= _MOST_BYTES:
                with open(self.path, "rb") as file:
                    data = file.read()
                if source_hash(data[_SUM:]) == data[:_SUM]:
                    stamp, patterns = marshal.loads(memoryview(data)[_SUM:])  # noqa: S302  # as byte code
                    if stamp == _stamp() and isinstance(patterns, dict):
                        return patterns
        return {}

    def _write(self, data: bytes) -> None:
        """Put a file in the place of the other one, at once: others may be reading it."""
        if len(data) + _SUM > _MOST_BYTES or self.path is None:
            return
        beside = f"{self.path}.{os.getpid()}"
        try:
            with open(beside, "xb") as file:
                file.write(source_hash(data) + data)
            os.replace(beside, self.path)
        except OSError:
            with suppress(OSError):
                os.remove(beside)


def _stamp() -> tuple[Any, ...]:
    import _sre  # type: ignore[import-not-found]  # private: see `keep`

    return __version__, sys.version, _sre.MAGIC, _sre.CODESIZE


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


def _path() -> str | None:
    cached = getattr(__spec__, "cached", None)
    return f"{os.path.splitext(cached)[0]}.patterns" if cached else None


_patterns = PatternFile(_path())
