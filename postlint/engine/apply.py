"""Writes fixed files whole or not at all, and draws diffs."""

from __future__ import annotations

import contextlib
import difflib
import os
import stat
import tempfile
from hashlib import sha256

from postlint.source.source import Source
from postlint.values.file_result import FixedFile


class NotWritten(Exception):
    """A file could not be written; the text says why, and nothing was changed."""


def write_fixed(path: str, fixed: FixedFile) -> None:
    """Replace a file by rename, keeping mode and owner; a link's target is written. Raises NotWritten."""
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            if sha256(file.read()).hexdigest() != fixed.digest:
                raise NotWritten("it changed on disk while it was linted; run again")
        status = os.stat(target)
        _replace(target, fixed.raw, status)
    except OSError as error:
        raise NotWritten(error.strerror or str(error)) from None


def _replace(target: str, raw: bytes, status: os.stat_result) -> None:
    folder, name = os.path.split(target)
    if not status.st_mode & stat.S_IWUSR:
        raise PermissionError(None, "the file is read-only")
    handle, sibling = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".postlint", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(sibling, stat.S_IMODE(status.st_mode))
        if hasattr(os, "chown"):
            with contextlib.suppress(PermissionError):
                os.chown(sibling, status.st_uid, status.st_gid)
        os.replace(sibling, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(sibling)
        raise


def draw_diff(path: str, fixed: FixedFile) -> str:
    """Return a unified diff that `git apply` takes; line ends are kept as they are."""
    old, new = Source(fixed.old_raw), Source(fixed.raw)
    before = _lines(old.text)
    after = _lines(new.text)
    quoted = path.removeprefix("./")
    parts = []
    for line in difflib.unified_diff(before, after, f"a/{quoted}", f"b/{quoted}"):
        parts.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(parts)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    ended = [f"{line}\n" for line in lines[:-1]]
    return [*ended, lines[-1]] if lines[-1] else ended
