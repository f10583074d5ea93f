"""What parsers made of texts, kept from one run to the next.

Loading a YAML or TOML parser takes longer than to read a post, and a site's config is the same in most runs. The same
text gives the same data: nothing else has to be compared.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from postlint.values.kept_file import KeptFile, kept_place

_MOST_BYTES = 4_000_000
_MOST_TEXTS = 32
_LONGEST = 100_000


def parse_kept(kind: str, text: str, parse: Callable[[str], Any]) -> Any:
    """Return what `parse` returns, from what was kept where it was. Raises what `parse` raises.

    `kind` tells parsers apart; what they return is plain data.
    """
    return _data.parse(kind, text, parse)


def keep_data() -> None:
    """Keep what was parsed in this process, for the next ones; fails silently."""
    _data.keep()


class DataFile:
    """The file of one installation and interpreter."""

    def __init__(self, path: str | None) -> None:
        self._file = KeptFile(path, most_bytes=_MOST_BYTES)
        self._kept: dict[tuple[str, str], bytes] | None = None
        self._has_more = False

    def parse(self, kind: str, text: str, parse: Callable[[str], Any]) -> Any:
        """Return the data of a text: each time anew, so that nobody's changes are kept."""
        if self._kept is None:
            value, _ = self._file.read()
            self._kept = value if isinstance(value, dict) else {}
        with suppress(Exception):
            return marshal.loads(self._kept[kind, text])  # noqa: S302  # the user's own
        data = parse(text)
        if len(text) <= _LONGEST:
            # dates are none that it takes
            with suppress(ValueError):
                self._kept[kind, text] = marshal.dumps(data)
                self._has_more = True
        return data

    def keep(self) -> None:
        """Write the newest texts with their data, if there are new ones."""
        if self._has_more and self._kept is not None:
            self._has_more = False
            self._file.write(dict(list(self._kept.items())[-_MOST_TEXTS:]))


_data = DataFile(kept_place("data"))
