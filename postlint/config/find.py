"""Which config file counts for a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable

from postlint.config.trust import Trust
from postlint.source.regular import open_regular

# of a pyproject.toml that is looked at for a table of ours
_MOST_BYTES = 4_000_000
NAMES = ("postlint.toml", ".postlint.toml", "pyproject.toml")


class ConfigFinder:
    """Finds the nearest config file above a folder; every folder is looked at once.

    `config_file` counts for every path instead of a search; `is_isolated` means that no file counts.
    `root` is the folder that globs are relative to where it is not the config file's own: the working
    directory for `config_file` (as in Ruff and ESLint). `trust` tells which of the files may do everything.
    """

    def __init__(
        self, config_file: str | None = None, *, is_isolated: bool = False, trust: Trust | None = None
    ) -> None:
        self.trust = trust or Trust()
        self._fixed = os.path.abspath(config_file) if config_file else None
        self._is_isolated = is_isolated
        self.root = os.getcwd() if config_file else None
        self._found: dict[str, str | None] = {}

    def of_folder(self, folder: str) -> str | None:
        """Return the absolute path of the config file for an absolute folder, or None."""
        if self._fixed or self._is_isolated:
            return self._fixed
        if folder not in self._found:
            found, parent = config_in(folder), os.path.dirname(folder)
            self._found[folder] = found if found or parent == folder else self.of_folder(parent)
        return self._found[folder]

    def of_run(self, paths: Iterable[str]) -> str | None:
        """Return the config file whose settings count for the whole run.

        That is the one that all `paths` (absolute, existing or not) share, else that of the working
        directory.
        """
        folders = {path if os.path.isdir(path) else os.path.dirname(path) for path in paths}
        files = {self.of_folder(folder) for folder in folders}
        return files.pop() if len(files) == 1 else self.of_folder(os.getcwd())


def config_in(folder: str) -> str | None:
    """Return the config file in a folder; a pyproject.toml counts only with `[tool.postlint]`."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _has_table(path)):
            return path
    return None


def _has_table(path: str) -> bool:
    try:
        with open_regular(path) as file:
            text = file.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return False
    if "postlint" not in text:
        return False
    import tomllib

    try:
        tool = tomllib.loads(text).get("tool")
    except ValueError:
        # broken, but meant for us: the error is told when it is loaded
        return "[tool.postlint" in text
    return isinstance(tool, dict) and "postlint" in tool
