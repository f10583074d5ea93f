"""The byte code of postlint's own modules, kept in one file.

A run over one post imports four hundred modules, and a fifth of its time went into finding, opening and checking as
many files. Here a module takes one look at its source, which must be as old and as long as it was. Modules are none
the less loaded as ever, each with a file, a source and a loader of its own.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import source_hash
from types import CodeType, ModuleType
from typing import Any

from postlint.values.kept_file import KeptFile, kept_place

_MOST_BYTES = 16_000_000
_OWN = "postlint"

# whether it is a package, when its source was changed (ns), how long that is, the path of its byte code, a sum of it,
# and that
Kept = tuple[bool, int, int, str | None, bytes, bytes | memoryview]
# when it was changed (ns), and its modules
Folder = tuple[int, dict[str, Kept]]


def import_from_kept() -> KeptCode:
    """Let modules of postlint be imported from what was kept. The result keeps those that were not, when told so."""
    kept = KeptCode(kept_place("code"))
    sys.meta_path.insert(0, kept)
    return kept


class KeptCode:
    """Finds modules of postlint's packages; a folder to which files were added is not known any more."""

    def __init__(self, path: str | None) -> None:
        self._file = KeptFile(path, most_bytes=_MOST_BYTES)
        self._folders: dict[str, Folder] = {}
        with suppress(Exception):
            self._folders = _with_code(*self._file.read())
        self._current: dict[str, dict[str, Kept]] = {}
        self._before = frozenset(sys.modules)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what to import, as a finder must; None to leave it to others."""
        if path is None or len(path) != 1 or not name.startswith(_OWN):
            return None
        folder, stem = path[0], name.rpartition(".")[2]
        kept = self._modules(folder).get(stem)
        if kept is None:
            return None
        is_package, changed, size, cached, whole, code = kept
        within = f"{folder}{os.sep}{stem}"
        source = f"{within}{os.sep}__init__.py" if is_package else f"{within}.py"
        if _status(source) != (changed, size) or source_hash(code) != whole:
            return None
        spec = ModuleSpec(name, _Loader(name, source, code), origin=source, is_package=is_package)
        spec.has_location, spec.cached = True, cached
        if is_package:
            spec.submodule_search_locations = [within]
        return spec

    def keep(self) -> None:
        """Keep the modules that others have found, for the next process; fails silently."""
        if self._file.path is None:
            return
        has_more = False
        # not what was there before this finder was, nor packages of the first rank
        names = [name for name in sys.modules if name.startswith(_OWN) and "." in name and name not in self._before]
        for name in names:
            module = sys.modules[name]
            loader = getattr(module, "__loader__", None)
            if type(loader) is SourceFileLoader:
                with suppress(Exception):
                    has_more = self._add(name, loader, is_package=hasattr(module, "__path__")) or has_more
        if has_more:
            current = {folder: (_time(folder), modules) for folder, modules in self._current.items()}
            self._file.write(*_without_code(self._folders | current))

    def _add(self, name: str, loader: SourceFileLoader, *, is_package: bool) -> bool:
        """Add a module, by what its own loader says. Raises various exceptions."""
        source, cached = loader.path, getattr(sys.modules[name].__spec__, "cached", None)
        folder = os.path.dirname(os.path.dirname(source) if is_package else source)
        status, code = _status(source), loader.get_code(name)
        if status is None or code is None:
            return False
        modules, stem = self._modules(folder), name.rpartition(".")[2]
        kept = marshal.dumps(code)
        modules[stem] = (is_package, *status, cached, source_hash(kept), kept)
        return True

    def _modules(self, folder: str) -> dict[str, Kept]:
        """Return what is known of a folder, unless it has changed."""
        modules = self._current.get(folder)
        if modules is None:
            changed, modules = self._folders.get(folder, (0, {}))
            if changed != _time(folder):
                modules = {}
            self._current[folder] = modules
        return modules


class _Loader(SourceFileLoader):
    """Loads a module from its source as ever, but for the byte code."""

    def __init__(self, name: str, path: str, code: bytes | memoryview) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return what was kept; anew if it is asked for once more."""
        code, self._code = self._code, b""
        found: CodeType | None = marshal.loads(code) if code else super().get_code(fullname)  # noqa: S302  # checked
        return found


def _with_code(found: dict[str, tuple[int, dict[str, Any]]] | None, code: memoryview) -> dict[str, Folder]:
    """Return folders of a file, whose modules have the place of their byte code in it. Raises various exceptions."""
    return {
        folder: (changed, {stem: (*facts, code[start:end]) for stem, (*facts, start, end) in modules.items()})
        for folder, (changed, modules) in (found or {}).items()
    }


def _without_code(folders: dict[str, Folder]) -> tuple[dict[str, tuple[int, dict[str, Any]]], bytes]:
    pieces, size = [], 0
    found: dict[str, tuple[int, dict[str, Any]]] = {}
    for folder, (changed, modules) in folders.items():
        found[folder] = changed, {}
        for stem, (*facts, code) in modules.items():
            found[folder][1][stem] = (*facts, size, size + len(code))
            pieces.append(code)
            size += len(code)
    return found, b"".join(pieces)


def _status(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _time(path: str) -> int:
    status = _status(path)
    return status[0] if status else 0
