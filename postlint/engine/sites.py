"""Which site a folder belongs to."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping

from postlint.config.trust import is_inside, project_root
from postlint.engine.request import CheckRequest
from postlint.generators.detect import detect_generator, read_facts
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import Generator
from postlint.generators.known import find_generator
from postlint.generators.site_paths import join_path
from postlint.source.regular import open_regular

_MAX_SITE_FILE = 4_000_000


def make_sites(request: CheckRequest, extra: Mapping[str, Generator]) -> Sites:
    """Return the sites of a run, whose generators flags and config files may name."""

    def asked(folder: str) -> tuple[str, str] | None:
        settings = request.configuration.settings_for(os.path.join(folder, "index.md"))
        return (settings.generator, settings.config_root or "") if settings.generator else None

    return Sites(request.generator, os.getcwd(), extra, asked)


class Sites:
    """The sites met in a run, by index; a folder without one belongs to a `plain` site.

    `forced` is the generator of every site; else `asked` tells by folder which generator the config names,
    and the config's folder, which is the site's root where no sign of the generator shows one.
    """

    def __init__(
        self,
        forced: str | None,
        working_dir: str,
        extra: Mapping[str, Generator] | None = None,
        asked: Callable[[str], tuple[str, str] | None] | None = None,
    ) -> None:
        self.forced, self.working_dir, self.asked = forced, working_dir, asked
        self.extra = extra or {}
        self.facts: list[SiteFacts] = []
        self._generators: dict[int, Generator] = {}
        self._by_root: dict[tuple[str, str], int] = {}
        self._by_folder: dict[str, int] = {}

    def generator(self, site: int) -> Generator:
        """Return the generator of a site."""
        found = self._generators.get(site)
        if found is None:
            name = self.facts[site].generator
            found = self._generators[site] = self.extra.get(name) or find_generator(name)
        return found

    def of_folder(self, folder: str) -> int:
        """Return the site that holds an absolute folder: the nearest folder above that a generator builds."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def below(self, folder: str, names: Collection[str], current: int) -> int:
        """Return the site of a folder met on a walk whose parent belongs to `current`."""
        found = detect_generator(names, FileReader(folder), _FolderTest(folder))
        wanted, root = self._wanted(folder)
        site = current
        if found and wanted in (None, found):
            site = self._add(folder, found)
        elif wanted and wanted != self.facts[current].generator:
            site = self._add(root or folder, wanted)
        self._by_folder[folder] = site
        return site

    def _wanted(self, folder: str) -> tuple[str | None, str | None]:
        """Return the generator that a folder's site must have, if it was told, and the root that goes with it."""
        told = self.asked(folder) if self.asked and not self.forced else None
        return told or (self.forced, None)

    def _find(self, folder: str) -> int:
        wanted, root = self._wanted(folder)
        at = folder
        while True:
            try:
                names = os.listdir(at)
            except OSError:
                names = []
            found = detect_generator(names, FileReader(at), _FolderTest(at))
            if found and wanted in (None, found):
                return self._add(at, found)
            parent = os.path.dirname(at)
            if parent == at or ".git" in names:
                break
            at = parent
        return self._add(root or self._plain_root(folder), wanted or "plain")

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
    """Reads a small text file below a folder; None if it cannot be read, or a link leads out of the project."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __call__(self, path: str) -> str | None:
        """Return the text, at most 4 MB of it, undecodable bytes replaced."""
        try:
            full = self._full(path)
            if full is None:
                return None
            with open_regular(full) as file:
                text = file.read(_MAX_SITE_FILE).decode("utf-8-sig", "replace")
        except OSError:
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    def _full(self, path: str) -> str | None:
        """Return the absolute path; None for what leads out: a site's own files may name anything."""
        inside = join_path("", path)
        if inside is None:
            return None
        full = os.path.join(self.folder, inside)
        if os.path.realpath(full) == full:
            return full
        return full if is_inside(full, project_root(os.path.join(self.folder, "site"))) else None


class _FolderTest:
    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __call__(self, path: str) -> bool:
        return os.path.isdir(os.path.join(self.folder, path))
