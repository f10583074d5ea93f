"""What plugins bring, kept from one run to the next.

A third of a run over one post went into a hundred modules of rules, most of which had nothing to say of it. A plugin
that promises constant answers (`PluginInfo.is_constant`) is asked once; from then on a rule is imported when it first
runs. What is kept counts while all Python files that the plugin had loaded are as old and as long as they were, and
its package is still the first of its name on the path.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from postlint.host.brought import Brought
from postlint.host.entry_points import EntryPoint
from postlint.host.found import FoundPlugin
from postlint.values.kept_file import KeptFile, kept_place

_MOST_BYTES = 2_000_000
# what makes a class into facts
_CORE = ("postlint.host", "postlint.rulekit")

# path, when it was changed (ns), how long it is
Status = tuple[str, int, int]
# the files of a plugin, and what it brings
Kept = tuple[Sequence[Status], tuple[Any, ...]]


class KeptPlugins:
    """The file of one installation and interpreter."""

    def __init__(self, path: str | None) -> None:
        self._file = KeptFile(path, most_bytes=_MOST_BYTES)
        self._kept: dict[tuple[str, ...], Kept] = {}
        self._has_more = False
        with suppress(Exception):
            (core, kept), _ = self._file.read()
            if _are_as_they_were(core):
                self._kept = kept

    @classmethod
    def of_user(cls) -> KeptPlugins:
        """Return what is kept for the user that runs postlint."""
        return cls(kept_place("plugins"))

    def find(self, plugin: FoundPlugin) -> Brought | None:
        """Return what a plugin brings; None if it must be asked."""
        if plugin.entry is not None:
            with suppress(Exception):
                files, row = self._kept[_key(plugin, plugin.entry)]
                brought = Brought.from_row(row)
                if _is_first(_package(plugin.entry), brought.location) and _are_as_they_were(files):
                    return brought
        return None

    def add(self, plugin: FoundPlugin, brought: Brought) -> None:
        """Take what a plugin brings, if it can be kept."""
        if plugin.entry is not None:
            with suppress(Exception):
                row, package = brought.to_row(), _package(plugin.entry)
                if _is_first(package, brought.location):
                    self._kept[_key(plugin, plugin.entry)] = _files_of((package,)), row
                    self._has_more = True

    def keep(self) -> None:
        """Write what was added, for the next process; fails silently."""
        if self._has_more:
            with suppress(Exception):
                self._file.write((_files_of(_CORE), self._kept))


def _key(plugin: FoundPlugin, entry: EntryPoint) -> tuple[str, ...]:
    """Return what tells an installed plugin from others."""
    return plugin.name, entry.value, plugin.distribution, plugin.version


def _package(entry: EntryPoint) -> str:
    """Return the name of the package or module of the first rank in which a plugin lies."""
    return entry.module.partition(".")[0]


def _is_first(package: str, location: str) -> bool:
    """Tell whether an import would find the package where it was, as far as the path tells."""
    for folder in sys.path:
        for found in (os.path.join(folder, package, "__init__.py"), os.path.join(folder, f"{package}.py")):
            if os.path.isfile(found):
                return location.startswith(found.removesuffix("__init__.py"))
    return False


def _files_of(packages: Iterable[str]) -> list[Status]:
    """Return the files of loaded modules. Raises OSError and AttributeError for one without a file."""
    within = tuple(f"{package}." for package in packages)
    names = [name for name in sorted(sys.modules) if f"{name}.".startswith(within)]
    return [_status(str(sys.modules[name].__file__)) for name in names]


def _are_as_they_were(files: Iterable[Status]) -> bool:
    """Compare files with the disk. Raises OSError for one that is gone."""
    return all(_status(kept[0]) == kept for kept in files)


def _status(path: str) -> Status:
    found = os.stat(path)
    return path, found.st_mtime_ns, found.st_size
