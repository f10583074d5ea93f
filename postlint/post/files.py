"""The disk and the calendar as rules may see them: every answer is remembered as a probe."""

from __future__ import annotations

import os
import time
import unicodedata
from functools import cached_property
from json import dumps
from typing import TypeVar

from postlint.source.regular import open_regular
from postlint.values.hashing import sha256_of

T = TypeVar("T")
_MOST = 10_000_000
_SETTLED_NS = 2_000_000_000
_READING = ("head", "tail", "read")


class Files:
    """Read-only look at the files below a root; never leads out of it.

    `probes` holds every question with its answer, as JSON values, since it was last emptied: a cached
    result counts only while the disk would still answer the same.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.probes: dict[tuple[str, str], object] = {}
        self._states: dict[str, list[int] | None] = {}
        self._listings: dict[str, dict[str, bool]] = {}
        self._contents: dict[str, bytes | None] = {}
        self._folded: dict[str, dict[str, list[str]]] = {}
        # absolute paths by those from the root, None where a link leads out of it
        self._inside: dict[str, str | None] = {}

    def exists(self, path: str) -> bool:
        """Tell whether a file is there, in exactly this case, on any file system."""
        return self._ask("exists", path, self._is(path, folder=False))

    def is_dir(self, path: str) -> bool:
        """Tell whether a folder is there, in exactly this case."""
        return self._ask("is_dir", path, self._is(path, folder=True))

    def find_case(self, path: str) -> str | None:
        """Return the path as it is on disk if it differs in case or Unicode normalisation only, else None."""
        return self._ask("find_case", path, self._search(path))

    def size(self, path: str) -> int | None:
        """Return the size of a file in bytes, None if it is not there."""
        full = self._full(path)
        try:
            found = os.stat(full).st_size if full and self._is(path, folder=False) else None
        except OSError:
            found = None
        return self._ask("size", path, found)

    def head(self, path: str, count: int = 64) -> bytes:
        """Return the first bytes of a file; empty if it is not there."""
        self._note_state(path)
        full = self._full(path)
        found = b""
        if full and self._is(path, folder=False):
            try:
                with open_regular(full) as file:
                    found = file.read(count)
            except OSError:
                found = b""
        self._ask(f"head {count}", path, found.hex())
        return found

    def tail(self, path: str, count: int = 64) -> bytes:
        """Return the last bytes of a file; empty if it is not there."""
        self._note_state(path)
        full = self._full(path)
        found = b""
        if full and self._is(path, folder=False):
            try:
                with open_regular(full) as file:
                    file.seek(0, os.SEEK_END)
                    file.seek(max(0, file.tell() - count))
                    found = file.read(count)
            except OSError:
                found = b""
        self._ask(f"tail {count}", path, found.hex())
        return found

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes, None if it is not there or larger than 10 MB; asks the disk once a run."""
        if path not in self._contents:
            self._note_state(path)
            self._contents[path] = self._load(path)
        found = self._contents[path]
        self._ask("read", path, None if found is None else sha256_of(found))
        return found

    def _load(self, path: str) -> bytes | None:
        full = self._full(path)
        if not full or not self._is(path, folder=False):
            return None
        try:
            with open_regular(full) as file:
                found = file.read(_MOST + 1)
        except OSError:
            return None
        return found if len(found) <= _MOST else None

    def names(self, path: str) -> tuple[str, ...]:
        """Return the sorted names in a folder; empty if it is not there."""
        found = tuple(sorted(self._listing(self._normal(path) or "")))
        self._ask("names", path, list(found))
        return found

    def encoded_probes(self) -> str:
        """Return the probes as JSON rows of question, path and answer; empty for none.

        Where a file was read, its state follows if it can stand for the bytes.
        """
        rows = [
            [question, path, answer, state]
            if question.startswith(_READING) and (state := self._states.get(path))
            else [question, path, answer]
            for (question, path), answer in self.probes.items()
        ]
        return dumps(rows, separators=(",", ":")) if rows else ""

    def still_answers(self, question: str, path: str, answer: object, state: object = None) -> bool:
        """Tell whether the disk answers as it did; a file in the same state is not read again."""
        if state and self._is(path, folder=False) and self._state(path) == state:
            return True
        return self.answer(question, path) == answer

    def _note_state(self, path: str) -> None:
        """Remember the state of a file that is about to be read; one changed just now may change within its tick."""
        state = self._state(path)
        is_settled = state is not None and time.time_ns() - max(state[1], state[2]) > _SETTLED_NS
        self._states[path] = state if is_settled else None

    def _state(self, path: str) -> list[int] | None:
        full = self._full(path)
        try:
            found = os.stat(full) if full else None
        except OSError:
            found = None
        return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino] if found else None

    def answer(self, question: str, path: str) -> object:
        """Return what the disk answers now to a question of `probes`. Raises ValueError for an unknown one."""
        name, _, count = question.partition(" ")
        if name not in _QUESTIONS:
            raise ValueError(f"nobody asks {question!r}")
        getattr(self, name)(path, *([int(count)] if count else []))
        return self.probes[question, path]

    def _ask(self, question: str, path: str, answer: T) -> T:
        self.probes[question, path] = answer
        return answer

    @staticmethod
    def _normal(path: str) -> str | None:
        """Return the path without `.` and `..`; None if it leads out of the root."""
        parts: list[str] = []
        for part in path.split("/"):
            if part in ("", "."):
                continue
            if part == "..":
                if not parts:
                    return None
                parts.pop()
            elif "\0" in part:
                return None
            else:
                parts.append(part)
        return "/".join(parts)

    def _full(self, path: str) -> str | None:
        normal = self._normal(path)
        if normal is None:
            return None
        if normal not in self._inside:
            full = os.path.join(self.root, normal)
            real = os.path.realpath(full)
            is_inside = real == self._real_root or real.startswith(self._real_root + os.sep)
            self._inside[normal] = full if is_inside else None
        return self._inside[normal]

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root).rstrip(os.sep)

    def _listing(self, folder: str) -> dict[str, bool]:
        """Return the names in a folder (normalised, relative to the root) and whether each is a folder."""
        found = self._listings.get(folder)
        if found is None:
            found = {}
            full = self._full(folder)
            try:
                if full:
                    with os.scandir(full) as entries:
                        found = {entry.name: entry.is_dir() for entry in entries}
            except OSError:
                found = {}
            self._listings[folder] = found
        return found

    def _twins(self, folder: str, name: str) -> list[str]:
        """Return the names in a folder that are the same but for case and the form of their characters."""
        known = self._folded.get(folder)
        if known is None:
            known = self._folded[folder] = {}
            for other in self._listing(folder):
                known.setdefault(_fold(other), []).append(other)
        return known.get(_fold(name), [])

    def _is(self, path: str, *, folder: bool) -> bool:
        normal = self._normal(path)
        if normal is None:
            return False
        if normal == "":
            return folder
        at = ""
        *parents, last = normal.split("/")
        for part in parents:
            if self._listing(at).get(part) is not True:
                return False
            at = f"{at}/{part}" if at else part
        return self._listing(at).get(last) is folder and (folder or self._full(normal) is not None)

    def _search(self, path: str) -> str | None:
        normal = self._normal(path)
        if not normal:
            return None
        at = ""
        for part in normal.split("/"):
            listing = self._listing(at)
            if part not in listing:
                twins = self._twins(at, part)
                if len(twins) != 1:
                    return None
                part = twins[0]
            at = f"{at}/{part}" if at else part
        return at if at != normal and self._is(at, folder=False) else None


_QUESTIONS = frozenset({"exists", "is_dir", "find_case", "size", "head", "tail", "read", "names"})


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
