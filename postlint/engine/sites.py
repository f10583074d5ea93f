"""Which site a folder belongs to."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping

from postlint.generators.detect import detect_generator, read_facts
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import Generator
from postlint.generators.known import find_generator

_MAX_SITE_FILE = 4_000_000


class Sites:
    """The sites met in a run, by index; a folder without one belongs to a `plain` site."""

    def __init__(
        self,
        forced: str | None,
        working_dir: str,
        extra: Mapping[str, Generator] | None = None,
    ) -> None:
        self.forced, self.working_dir = forced, working_dir
        self.extra = extra or {}
        self.facts: list[SiteFacts] = []
        self._by_root: dict[tuple[str, str], int] = {}
        self._by_folder: dict[str, int] = {}

    def generator(self, site: int) -> Generator:
        """Return the generator of a site."""
        name = self.facts[site].generator
        return self.extra.get(name) or find_generator(name)

    def of_folder(self, folder: str) -> int:
        """Return the site that holds an absolute folder: the nearest folder above that a generator builds."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def below(self, folder: str, names: Collection[str], current: int) -> int:
        """Return the site of a folder met on a walk whose parent belongs to `current`."""
        found = detect_generator(names, FileReader(folder), _FolderTest(folder))
        site = self._add(folder, self.forced or found) if found and self._is_wanted(found) else current
        self._by_folder[folder] = site
        return site

    def _is_wanted(self, found: str) -> bool:
        return self.forced is None or self.forced == found

    def _find(self, folder: str) -> int:
        at = folder
        while True:
            try:
                names = os.listdir(at)
            except OSError:
                names = []
            found = detect_generator(names, FileReader(at), _FolderTest(at))
            if found and self._is_wanted(found):
                return self._add(at, found)
            parent = os.path.dirname(at)
            if parent == at or ".git" in names:
                break
            at = parent
        return self._add(self._plain_root(folder), self.forced or "plain")

    def _plain_root(self, folder: str) -> str:
        inside = folder == self.working_dir or folder.startswith(self.working_dir.rstrip(os.sep) + os.sep)
        return self.working_dir if inside else folder

    def _add(self, root: str, generator: str) -> int:
        key = root, generator
        if key not in self._by_root:
            self._by_root[key] = len(self.facts)
            self.facts.append(read_facts(root, generator, FileReader(root)))
        return self._by_root[key]


class FileReader:
    """Reads a small text file below a folder; None if it cannot be read."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __call__(self, path: str) -> str | None:
        """Return the text, at most 4 MB of it, undecodable bytes replaced."""
        try:
            with open(os.path.join(self.folder, path), encoding="utf-8-sig", errors="replace") as file:
                return file.read(_MAX_SITE_FILE)
        except (OSError, ValueError):
            return None


class _FolderTest:
    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __call__(self, path: str) -> bool:
        return os.path.isdir(os.path.join(self.folder, path))
