"""A file that will be read."""

from __future__ import annotations

from postlint.engine.git import Past
from postlint.values.dataclass import dataclass
from postlint.values.known import KnownFinding
from postlint.values.settings import Settings


@dataclass(frozen=True, slots=True)
class Candidate:
    """A post to read: its absolute path, as shown, and as its site counts.

    `site` and `settings` are indexes into the run's lists. `is_reported` is False for posts that are only
    read so that rules can compare them. `raw` holds the bytes of standard input. `known` is the digest of
    bytes whose result is known, where the file may still hold them. `accepted` findings, and those outside
    of what changed since `past`, are not fixed.
    """

    full: str
    shown: str
    relative: str
    role: str
    site: int
    settings: int
    is_reported: bool = True
    raw: bytes | None = None
    known: str | None = None
    accepted: tuple[KnownFinding, ...] = ()
    past: Past | None = None


class SettingsTable:
    """The distinct settings of a run, by index, so that candidates stay small."""

    def __init__(self) -> None:
        self.all: list[Settings] = []
        self._indexes: dict[int, int] = {}

    def index(self, settings: Settings) -> int:
        """Return the index of a settings object."""
        found = self._indexes.get(id(settings))
        if found is None:
            found = self._indexes[id(settings)] = len(self.all)
            self.all.append(settings)
        return found
