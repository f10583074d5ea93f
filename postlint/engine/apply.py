"""Writes fixed files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from hashlib import sha256
from types import TracebackType
from typing import Self

from postlint.values.file_result import FixedFile

CACHE_FOLDER = ".postlint_cache"
_FOLDER = "writing"
# what lies in the cache's folder only while something is written
_PASSING = {".gitignore", "images"}
_BINARY = getattr(os, "O_BINARY", 0)
_IGNORE = "# written by postlint\n*\n"


class NotWritten(Exception):
    """A file could not be written; the text says why, and nothing was changed."""


class Writer:
    """Replaces files by renaming new ones over them.

    The new files are made in a folder of the cache at `root` (absolute), on the same disk as the posts but
    not among them: whatever a killed run leaves behind is no post, is ignored by git, and is removed by
    the next run. A lock keeps two runs out of one another's way; the kernel takes it from a killed one.
    """

    def __init__(self, root: str) -> None:
        self._cache = os.path.join(root, CACHE_FOLDER)
        self._folder: str | None = os.path.join(self._cache, _FOLDER)
        self._has_made_ignore = False
        self._lock: int | None = None

    def __enter__(self) -> Self:
        try:
            self._open()
        except OSError:
            # a root that may not be written to; the posts may be: new files are made beside them
            self._folder = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            if self._folder is not None:
                os.rmdir(self._folder)
            if self._has_made_ignore and set(os.listdir(self._cache)) <= _PASSING:
                os.unlink(os.path.join(self._cache, ".gitignore"))
                os.rmdir(self._cache)
        if self._lock is not None:
            os.close(self._lock)

    def _open(self) -> None:
        if os.path.islink(self._cache) or (self._folder and os.path.islink(self._folder)):
            raise OSError("a link in place of the folder may lead anywhere")
        os.makedirs(self._cache, exist_ok=True)
        ignore = os.path.join(self._cache, ".gitignore")
        if not os.path.lexists(ignore):
            with open(ignore, "x", encoding="utf-8", newline="\n") as file:
                file.write(_IGNORE)
        self._lock = _locked(self._cache)
        # a folder that holds nothing else was made just now, or left by a killed run
        self._has_made_ignore = set(os.listdir(self._cache)) <= {*_PASSING, _FOLDER}
        folder = os.path.join(self._cache, _FOLDER)
        os.makedirs(folder, exist_ok=True)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False):
                    os.unlink(entry.path)

    def write(self, path: str, fixed: FixedFile) -> None:
        """Replace a file, keeping mode, owner, times and a link's target. Raises NotWritten."""
        target = os.path.realpath(path)
        try:
            status = os.stat(target)
            if not status.st_mode & stat.S_IWUSR:
                raise NotWritten("it is read-only")
            if status.st_nlink > 1:
                raise NotWritten("it has a second name (a hard link), which would keep the old text")
            self._replace(target, fixed, status)
        except OSError as error:
            raise NotWritten(error.strerror or str(error)) from None

    def _replace(self, target: str, fixed: FixedFile, status: os.stat_result) -> None:
        folder, name = os.path.split(target)
        staging = self._folder
        if staging is not None and os.stat(staging).st_dev != status.st_dev:
            staging = None
        # the name is there before the file: a Ctrl-C between the two must find what to remove
        new = os.path.join(staging or folder, f".{name[:40]}.{secrets.token_hex(8)}.postlint")
        try:
            with open(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600), "wb") as file:
                file.write(fixed.raw)
                file.flush()
                os.fsync(file.fileno())
            _keep_owner(new, status)
            shutil.copystat(target, new)
            # as late as can be: whoever saves the post meanwhile must not lose it
            with open(target, "rb") as file:
                if sha256(file.read()).hexdigest() != fixed.digest:
                    raise NotWritten("it changed on disk while it was linted; run again")
            os.replace(new, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(new)
            raise


def _keep_owner(path: str, status: os.stat_result) -> None:
    if not hasattr(os, "chown"):
        return
    try:
        os.chown(path, status.st_uid, status.st_gid)
    except PermissionError:
        # only root gives files away; the group may be one of the user's own
        with contextlib.suppress(PermissionError):
            os.chown(path, -1, status.st_gid)


def _locked(folder: str) -> int | None:
    """Return a folder opened with an exclusive lock on it, waiting for another run; None where there are none."""
    try:
        import fcntl
    except ImportError:
        return None
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle
