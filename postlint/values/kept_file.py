"""Files of what Python would work out anew in every process, beside its byte code.

They are written where and when Python keeps byte code, so that whoever could change one could as well change the code
itself; a site brings none. What is not exactly as this interpreter and this version wrote it is not read, and nothing
is lost without it.
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


def place_beside(cached: str | None, end: str) -> str | None:
    """Return the path of a file beside a module's byte code (`__spec__.cached`); None where there is none."""
    return f"{os.path.splitext(cached)[0]}.{end}" if cached else None


class KeptFile:
    """One file with a value that `marshal` takes, and bytes that need not be taken apart with it.

    None as path where Python keeps no byte code.
    """

    def __init__(self, path: str | None, *, most_bytes: int) -> None:
        self.path, self._most = path, most_bytes

    @property
    def is_writable(self) -> bool:
        """Tell whether byte code would be kept here."""
        return self.path is not None and not sys.dont_write_bytecode

    def read(self) -> tuple[Any, memoryview]:
        """Return the value, None if there is none to be trusted, and the bytes."""
        with suppress(Exception):
            if self.path is not None and os.path.getsize(self.path) <= self._most:
                with open(self.path, "rb") as file:
                    data = memoryview(file.read())
                if source_hash(data[_SUM:]) == data[:_SUM]:
                    stamp, size, value = marshal.loads(data[_SUM:])  # noqa: S302  # as byte code
                    if stamp == _stamp():
                        return value, data[len(data) - size :]
        return None, memoryview(b"")

    def write(self, value: Any, more: bytes = b"") -> None:
        """Put a file in the place of the other one, at once, as others may be reading it; fails silently."""
        if self.path is None or sys.dont_write_bytecode:
            return
        data = marshal.dumps((_stamp(), len(more), value)) + more
        if len(data) + _SUM > self._most:
            return
        beside = f"{self.path}.{os.getpid()}"
        try:
            with open(beside, "xb") as file:
                file.write(source_hash(data) + data)
            os.replace(beside, self.path)
        except OSError:
            with suppress(OSError):
                os.remove(beside)


def _stamp() -> tuple[Any, ...]:
    return __version__, sys.version
