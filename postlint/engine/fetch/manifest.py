"""The list of fetched pictures with their sources, so that the credit is not lost."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import Any

from postlint.engine.fetch.disk import write_whole
from postlint.values.errors import UsageError

# a dotfile: no generator publishes it
FILE = ".postlint-images.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A fetched picture: `path` in the site, `source` whence its bytes came, `written` as posts named it.

    `fetched` is the moment in UTC (ISO 8601). `also` are other addresses under which posts named it.
    """

    path: str
    source: str
    written: str
    fetched: str
    sha256: str
    bytes: int
    kind: str
    also: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()

    def named(self, post: str, written: str) -> Entry:
        """Return the entry with one more post, and one more address, under which it is named."""
        also = self.also if written in (self.written, *self.also) else tuple(sorted({*self.also, written}))
        return replace(self, also=also, posts=tuple(sorted({*self.posts, post})))


class Manifest:
    """The manifest of the site at `root`. Raises UsageError for a file that is no manifest."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.entries: dict[str, Entry] = {}
        self._whole: dict[str, bool] = {}
        self._by_url: dict[str, dict[str, None]] = {}
        self._read()

    def find(self, url: str) -> list[Entry]:
        """Return the pictures that were fetched for a URL and are still what they were."""
        found = (self.entries[path] for path in self._by_url.get(url, ()))
        return [entry for entry in found if self.is_whole(entry)]

    def is_whole(self, entry: Entry) -> bool:
        """Tell whether the file is there with the bytes that were fetched."""
        if entry.path not in self._whole:
            self._whole[entry.path] = _digest_of(os.path.join(self._root, entry.path)) == entry.sha256
        return self._whole[entry.path]

    def is_taken(self, path: str, written: str, digest: str) -> bool:
        """Tell whether another picture has a path: in the list, or on the disk without being listed."""
        entry = self.entries.get(path)
        full = os.path.join(self._root, path)
        if entry is not None and (self.is_whole(entry) or not os.path.lexists(full)):
            return written not in (entry.written, *entry.also) and entry.sha256 != digest
        # a killed run may have written the very same picture; what somebody edited is theirs
        return os.path.lexists(full) and _digest_of(full) != digest

    def add(self, entry: Entry) -> None:
        """List a picture whose file has just been written."""
        self._list(entry)
        self._whole[entry.path] = True

    def _list(self, entry: Entry) -> None:
        self.entries[entry.path] = entry
        for url in (entry.source, entry.written, *entry.also):
            self._by_url.setdefault(url, {})[entry.path] = None

    def write(self) -> None:
        """Write the file if it would differ. Raises NotWritten."""
        listed = [asdict(entry) for _, entry in sorted(self.entries.items())]
        text = json.dumps({"format": _FORMAT, "images": listed}, ensure_ascii=False, indent=1) + "\n"
        data = text.encode("utf-8", "backslashreplace")
        try:
            with open(os.path.join(self._root, FILE), "rb") as file:
                if file.read() == data:
                    return
        except OSError:
            pass
        write_whole(self._root, FILE, data)

    def _read(self) -> None:
        try:
            with open(os.path.join(self._root, FILE), "rb") as file:
                found = json.loads(file.read())
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            raise UsageError(f"{FILE} cannot be read: {error}; mend or move it") from None
        images = found.get("images") if isinstance(found, Mapping) else None
        if not isinstance(images, list) or found.get("format") != _FORMAT:
            raise UsageError(f"{FILE} is no list of fetched pictures that this version knows; mend or move it")
        for item in images:
            self._list(_entry(item))


def _digest_of(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return None


def _entry(item: Any) -> Entry:
    try:
        lists = {name: tuple(str(text) for text in item[name]) for name in ("also", "posts")}
        return Entry(**{**item, **lists})
    except (TypeError, KeyError):
        raise UsageError(f"{FILE} holds an entry that is none; mend or move it") from None
