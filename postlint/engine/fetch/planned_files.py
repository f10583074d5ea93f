"""The site's files together with those that are about to be written."""

from __future__ import annotations

from postlint.generators.generator import SiteFiles
from postlint.generators.site_paths import folder_of


class PlannedFiles:
    """The disk as it will be once the pictures in `planned` (paths relative to the site's root) are there."""

    def __init__(self, files: SiteFiles, planned: set[str]) -> None:
        self._files, self._planned = files, planned

    def exists(self, path: str) -> bool:
        """Tell whether a file is there, or will be."""
        return path in self._planned or self._files.exists(path)

    def is_dir(self, path: str) -> bool:
        """Tell whether a folder is there, or will be."""
        return any(name.startswith(f"{path}/") for name in self._planned) or self._files.is_dir(path)

    def find_case(self, path: str) -> str | None:
        """Return the path as on disk if it differs in case only."""
        return None if path in self._planned else self._files.find_case(path)

    def size(self, path: str) -> int | None:
        """Return the size of a file that is there already."""
        return self._files.size(path)

    def head(self, path: str, count: int = 64) -> bytes:
        """Return the first bytes of a file that is there already."""
        return self._files.head(path, count)

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder, those to come included."""
        coming = {name.rsplit("/", 1)[-1] for name in self._planned if folder_of(name) == path}
        return tuple(sorted({*self._files.names(path), *coming}))
