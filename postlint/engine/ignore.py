"""Which paths git ignores, and which the config excludes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from postlint.source.regular import open_regular
from postlint.values.patterns import PathPatterns, path_patterns

_MAX_FILE = 1_000_000


def is_matched(lines: Sequence[str], relative: str, *, is_dir: bool = False) -> bool:
    """Tell whether gitignore patterns match a relative path or one of its parent folders."""
    if not lines:
        return False
    return bool(path_patterns(tuple(lines)).find(f"{relative}/" if is_dir else relative))


class GitIgnore:
    """The .gitignore files of one repository, each read when its folder is met.

    As ripgrep: only inside a repository, the deepest file decides, `.git/info/exclude` counts.
    """

    def __init__(self) -> None:
        self._roots: dict[str, str | None] = {}
        self._specs: dict[str, PathPatterns | None] = {}
        self._chains: dict[str, tuple[tuple[str, PathPatterns], ...]] = {}

    def root(self, folder: str) -> str | None:
        """Return the top of the repository that holds an absolute folder, or None."""
        if folder not in self._roots:
            parent = os.path.dirname(folder)
            if os.path.exists(os.path.join(folder, ".git")):
                self._roots[folder] = folder
            else:
                self._roots[folder] = None if parent == folder else self.root(parent)
        return self._roots[folder]

    def is_ignored(self, path: str, *, is_dir: bool) -> bool:
        """Tell whether an absolute path is ignored by itself; its parents are the caller's to ask."""
        for base, spec in self._chain(os.path.dirname(path)):
            relative = os.path.relpath(path, base).replace(os.sep, "/")
            found = spec.find(f"{relative}/" if is_dir else relative)
            if found is not None:
                return found
        return False

    def has_patterns(self, folder: str) -> bool:
        """Tell whether any pattern is for the files of an absolute folder."""
        return bool(self._chain(folder))

    def _chain(self, folder: str) -> tuple[tuple[str, PathPatterns], ...]:
        """Return the patterns for the files of a folder with the folders that they are in, the deepest first."""
        if folder not in self._chains:
            root = self.root(folder)
            spec = self._spec(folder, is_root=folder == root) if root is not None else None
            above = self._chain(os.path.dirname(folder)) if root not in (None, folder) else ()
            self._chains[folder] = ((folder, spec), *above) if spec is not None else above
        return self._chains[folder]

    def is_below_ignored(self, path: str) -> bool:
        """Tell whether an absolute path or one of its parents is ignored."""
        if self.is_ignored(path, is_dir=os.path.isdir(path)):
            return True
        folder = os.path.dirname(path)
        root = self.root(folder)
        while root is not None and folder != root:
            if self.is_ignored(folder, is_dir=True):
                return True
            folder = os.path.dirname(folder)
        return False

    def _spec(self, folder: str, *, is_root: bool) -> PathPatterns | None:
        if folder not in self._specs:
            lines = _read_lines(os.path.join(folder, ".gitignore"))
            if is_root:
                lines = [*_read_lines(os.path.join(folder, ".git", "info", "exclude")), *lines]
            self._specs[folder] = PathPatterns(lines) if lines else None
        return self._specs[folder]


def _read_lines(path: str) -> list[str]:
    try:
        with open_regular(path) as file:
            lines = file.read(_MAX_FILE).decode("utf-8", "replace").split("\n")
    except OSError:
        return []
    return [line.rstrip("\r") for line in lines if line.strip() and not line.startswith("#")]
