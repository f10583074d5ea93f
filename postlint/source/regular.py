"""Opens files that are files."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

# without it, opening a pipe waits for somebody to write
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
NOT_REGULAR = "it is no regular file"


def open_regular(path: str) -> BinaryIO:
    """Open a regular file for reading bytes. Raises OSError, also for a folder, pipe, socket or device."""
    try:
        return open(path, "rb", opener=_opener)
    except ValueError as error:
        raise OSError(errno.EINVAL, "the path holds a NUL", path) from error


def _opener(path: str, flags: int) -> int:
    handle = os.open(path, flags | _NO_WAIT)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, NOT_REGULAR, path)
    return handle
