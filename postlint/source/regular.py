"""Opens files that are files."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

# text mode, which some systems have, changes line ends
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# without it, opening a pipe waits for somebody to write
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
NOT_REGULAR = "it is no regular file"


def read_regular(path: str, most: int) -> tuple[bytes, os.stat_result]:
    """Return at most so many bytes of a regular file, and its status before. Raises OSError as `open_regular` does.

    For loops over every post: it takes half the time of opening and reading.
    """
    try:
        handle, found = _open(path, _READ)
    except ValueError as error:
        raise OSError(errno.EINVAL, "the path holds a NUL", path) from error
    try:
        size = found.st_size
        # asked for as much as may come, it would take room for all of that first
        raw = os.read(handle, min(size, most) + 1)
        if len(raw) != size:
            raw = _read_on(handle, raw, most)
        return raw[:most], found
    finally:
        os.close(handle)


def _read_on(handle: int, raw: bytes, most: int) -> bytes:
    """Return the bytes of a file that grows, has no size, or comes in pieces, from its start."""
    parts, left = [raw], most - len(raw)
    while left > 0 and parts[-1]:
        parts.append(os.read(handle, left))
        left -= len(parts[-1])
    return b"".join(parts)


def open_regular(path: str) -> BinaryIO:
    """Open a regular file for reading bytes. Raises OSError, also for a folder, pipe, socket or device."""
    try:
        return open(path, "rb", opener=_opener)
    except ValueError as error:
        raise OSError(errno.EINVAL, "the path holds a NUL", path) from error


def _opener(path: str, flags: int) -> int:
    return _open(path, flags)[0]


def _open(path: str, flags: int) -> tuple[int, os.stat_result]:
    handle = os.open(path, flags | _NO_WAIT)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, NOT_REGULAR, path)
    return handle, found
