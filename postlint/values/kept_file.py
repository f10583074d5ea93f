"""Files of what Python would work out anew in every process, in the user's cache folder.

A file is read if it belongs to the user that runs postlint and nobody else may write to it or its folder: whoever could
change it could change the user's programs as well, and a site brings none. What is not exactly as this interpreter and
this version wrote it is not read, and nothing is lost without it.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from importlib.util import source_hash
from typing import Any

from postlint.values.version import __version__

_SUM = 8
# with the length of the value behind it
_HEAD = 16
# each installation and each interpreter has its own
_MOST_FILES = 24
_WRITABLE_BY_OTHERS = 0o022


def kept_place(name: str) -> str | None:
    """Return the path of a file of this installation and interpreter; None where the user has no cache folder."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library/Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    if not os.path.isabs(folder):
        return None
    own = f"{os.path.abspath(__file__)} {sys.implementation.cache_tag}"
    return os.path.join(folder, "postlint", f"{source_hash(os.fsencode(own)).hex()}.{name}")


class KeptFile:
    """One file with a value that `marshal` takes, and bytes that need not be taken apart with it.

    A sum tells whether the value is whole; who uses the bytes has sums of their own, for those that are used. None as
    path where there is no place for it.
    """

    def __init__(self, path: str | None, *, most_bytes: int) -> None:
        self.path, self._most = path, most_bytes

    def read(self) -> tuple[Any, memoryview]:
        """Return the value, None if there is none to be trusted, and the bytes."""
        with suppress(Exception):
            data = self._trusted()
            start = _HEAD + int.from_bytes(data[_SUM:_HEAD], "little")
            if source_hash(data[_SUM:start]) == data[:_SUM]:
                stamp, size, value = marshal.loads(data[_HEAD:start])  # noqa: S302  # the user's own
                if stamp == _stamp() and start + size == len(data):
                    return value, data[start:]
        return None, memoryview(b"")

    def _trusted(self) -> memoryview:
        if self.path is not None and _is_own(os.stat(os.path.dirname(self.path))):
            with open(self.path, "rb") as file:
                found = os.fstat(file.fileno())
                if _is_own(found) and found.st_size <= self._most:
                    return memoryview(file.read())
        return memoryview(b"")

    def write(self, value: Any, more: bytes = b"") -> None:
        """Put a file in the place of the other one, at once, as others may be reading it; fails silently."""
        if self.path is None:
            return
        head = marshal.dumps((_stamp(), len(more), value))
        head = len(head).to_bytes(_HEAD - _SUM, "little") + head
        if _SUM + len(head) + len(more) > self._most:
            return
        beside = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(source_hash(head) + head + more)
            os.replace(beside, self.path)
            _remove_oldest(os.path.dirname(self.path))
        except OSError:
            with suppress(OSError):
                os.remove(beside)


def _is_own(found: os.stat_result) -> bool:
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _WRITABLE_BY_OTHERS


def _remove_oldest(folder: str) -> None:
    """Remove the files of installations that are long gone."""
    with os.scandir(folder) as entries:
        files = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.is_file())
    for _, path in files[:-_MOST_FILES]:
        os.remove(path)


def _stamp() -> tuple[Any, ...]:
    return __version__, sys.version
