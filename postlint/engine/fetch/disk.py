"""Writes files of a site whole or not at all, and never outside of it."""

from __future__ import annotations

import contextlib
import os
import secrets

from postlint.engine.apply import NotWritten, Writer

# beside the cache: on the site's own disk, and out of git's and the generator's sight
STAGING = ".postlint_cache/images"


def write_whole(root: str, path: str, data: bytes) -> None:
    """Put a file below `root` by rename. A killed run leaves nothing but a scrap in the staging folder.

    Raises NotWritten.
    """
    target = os.path.join(root, path)
    try:
        _refuse_outside(root, target)
        staging = os.path.join(root, STAGING)
        os.makedirs(staging, exist_ok=True)
        _refuse_outside(root, staging)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        scrap = os.path.join(staging, f"{secrets.token_hex(8)}.part")
        # not `mkstemp`, whose files nobody else may read
        handle = os.open(scrap, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(scrap, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(scrap)
            raise
        _sync_folder(os.path.dirname(target))
    except OSError as error:
        raise NotWritten(f"{path}: {error.strerror or error}") from None


def clear_staging(root: str) -> None:
    """Remove what earlier runs left in the staging folder."""
    staging = os.path.join(root, STAGING)
    with contextlib.suppress(OSError):
        for name in os.listdir(staging):
            os.unlink(os.path.join(staging, name))
        os.rmdir(staging)
    if os.path.isdir(os.path.dirname(staging)):
        # takes along what a killed run left half-written, and the cache's folder where nothing else is in it
        with Writer(root):
            pass


def _refuse_outside(root: str, target: str) -> None:
    """Refuse a target that a link leads out of the site, before anything is made there."""
    inside = os.path.realpath(root).rstrip(os.sep) + os.sep
    if not (os.path.realpath(target) + os.sep).startswith(inside):
        raise PermissionError(None, "a link leads out of the site")


def _sync_folder(folder: str) -> None:
    """Make a rename last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
