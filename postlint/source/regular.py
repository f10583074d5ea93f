"""Opens files that are files."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

# without it, opening a pipe waits for somebody to write
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
NOT_REGULAR = "it is no regular file"


def open_regular(path: str) -> BinaryIO:
    """Open a regular file for reading bytes. Raises OSError, also for a folder, pipe, socket or device."""
    try:
        handle = os.open(path, _FLAGS)
    except ValueError as error:
        raise OSError(errno.EINVAL, "the path holds a NUL", path) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, NOT_REGULAR, path)
    return open(handle, "rb")
