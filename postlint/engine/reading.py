"""Reads the bytes of a candidate."""

from __future__ import annotations

import errno
import os
import time

from postlint.engine.candidate import Candidate
from postlint.engine.rule_crash import limit_failure
from postlint.source.regular import read_regular
from postlint.values.failure import Failure
from postlint.values.notices import NOT_READABLE

MAX_BYTES = 10_000_000
# a file written just now may be written again within the same tick of its clock
_SETTLED_NS = 2_000_000_000

Status = tuple[int, int, int, int]


def read_candidate(candidate: Candidate) -> tuple[bytes | Failure, Status | None]:
    """Return the bytes of a candidate, or why they cannot be had, and what `status_of` says of the file."""
    if candidate.raw is not None:
        size = len(candidate.raw)
        return candidate.raw if size <= MAX_BYTES else _too_large(candidate, size), None
    try:
        raw, found = read_regular(candidate.full, MAX_BYTES + 1)
    except OSError as error:
        message = "permission denied" if error.errno == errno.EACCES else error.strerror or str(error)
        return Failure(NOT_READABLE.code, message, candidate.shown, "make it readable, or exclude it"), None
    if len(raw) > MAX_BYTES:
        return _too_large(candidate, max(found.st_size, len(raw))), None
    is_settled = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > _SETTLED_NS
    return raw, status_of(found) if is_settled else None


def status_of(found: os.stat_result) -> Status:
    """Return what changes with a file's bytes: its size, mtime and ctime in ns, and inode."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _too_large(candidate: Candidate, size: int) -> Failure:
    message = f"the file has {size / 1_000_000:.0f} MB, more than {MAX_BYTES // 1_000_000} MB; it was not linted"
    return limit_failure(message, candidate.shown)
