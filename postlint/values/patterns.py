"""Gitignore patterns of repositories and configs, matched in linear time however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

# no path is longer, and RE2 is slow to take longer ones
_LONGEST = 1000
_MOST = 5000
# RE2 takes some thousand in one set, fewer if they hold many stars
_CHUNK = 200


class PathPatterns:
    """Patterns in their order; of those that match, the last decides.

    A pattern that cannot be compiled or has more than 1,000 characters matches nothing, as in git; so do
    those after the first 5,000.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        kept = [line for line in lines if len(line) <= _LONGEST][:_MOST]
        chunks = [kept[at : at + _CHUNK] for at in range(0, len(kept), _CHUNK)]
        self._specs = [spec for chunk in chunks for spec in _specs(chunk)][::-1]

    def find(self, path: str) -> bool | None:
        """Tell whether a relative path (with `/` at its end: a folder) is included; None: no pattern matches."""
        for spec in self._specs:
            found: bool | None = spec.check_file(path).include
            if found is not None:
                return found
        return None


@lru_cache(maxsize=256)
def path_patterns(lines: tuple[str, ...]) -> PathPatterns:
    """Return patterns ready to match, the same object for the same lines."""
    return PathPatterns(lines)


def is_pattern(text: str) -> bool:
    """Tell whether a text can be a gitignore pattern."""
    return len(text) <= _LONGEST and bool(list(_specs([text])))


def _specs(lines: Sequence[str]) -> Iterator[Any]:
    """Yield matchers of consecutive patterns; halves until what cannot be compiled is left out."""
    # only who has patterns pays for the imports
    import pathspec
    import re2

    try:
        # never Python's own `re`: `*a*a*a*a*b` would take it hours
        yield pathspec.GitIgnoreSpec.from_lines(lines, backend="re2")
    except (re.error, re2.error, ValueError):
        if len(lines) > 1:
            middle = len(lines) // 2
            yield from _specs(lines[:middle])
            yield from _specs(lines[middle:])
