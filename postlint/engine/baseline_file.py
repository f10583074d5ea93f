"""The file of known findings.

One line a finding, in the order of a hash: two branches that add or drop findings, be they of one post,
touch lines far apart, so that git merges the file by itself. Where they meet all the same, `merge=union`
in .gitattributes takes the lines of both. Every line stands for itself, equal lines count once, and what
a merge brings back is dropped by the next run.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable

from postlint.values.dataclass import dataclass, replace
from postlint.values.errors import UsageError
from postlint.values.known import KnownFinding, short_hash

NAME = "postlint-baseline.jsonl"
_HEAD = '{"postlint": "baseline", "version": 1}'
_KEYS = ("code", "path", "text", "line", "nth", "post")


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding: its post's path relative to the file's folder, with `/`, and the post's sketch.

    `nth` counts, from 1, findings of a post that are equal in all else.
    """

    path: str
    finding: KnownFinding
    nth: int
    post: str

    @property
    def id(self) -> str:
        """Return the name that decides the place in the file."""
        finding = self.finding
        return short_hash("\0".join((finding.code, self.path, finding.text, finding.line, str(self.nth))))


def parse(text: str, shown: str) -> list[Entry]:
    """Return the entries of a file, each once. Raises UsageError that names `shown` and the line."""
    lines = text.splitlines()
    entries: dict[Entry, None] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and line != _HEAD:
            entries[_entry(line, number, shown)] = None
    if lines and _HEAD not in lines:
        raise UsageError(f"{shown}:1: this is no baseline of this version of postlint; write it anew")
    return list(entries)


def _entry(line: str, number: int, shown: str) -> Entry:
    try:
        found = json.loads(line)
        code, path, text, context, nth, post = (found[key] for key in _KEYS)
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = "; resolve the merge conflict" if line.startswith(("<<<<<<<", "=======", ">>>>>>>")) else ""
        raise UsageError(f"{shown}:{number}: this is no entry of a baseline{hint}") from None
    if not all(isinstance(part, str) for part in (code, path, text, context, post)) or not isinstance(nth, int):
        raise UsageError(f"{shown}:{number}: this is no entry of a baseline")
    return Entry(path, KnownFinding(code, text, context), nth, post)


def render(entries: Iterable[Entry]) -> str:
    """Return the text of a file."""
    rows = []
    for entry in set(entries):
        finding = entry.finding
        values = (finding.code, entry.path, finding.text, finding.line, entry.nth, entry.post)
        row = json.dumps({"id": entry.id, **dict(zip(_KEYS, values, strict=True))}, ensure_ascii=False)
        rows.append((entry.id, row.encode("utf-8", "replace").decode()))
    return "".join(f"{line}\n" for line in (_HEAD, *(row for _, row in sorted(rows))))


def numbered(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries with equal ones counted."""
    seen: Counter[tuple[str, KnownFinding]] = Counter()
    done = []
    for entry in entries:
        seen[entry.path, entry.finding] += 1
        done.append(replace(entry, nth=seen[entry.path, entry.finding]))
    return done


def mark_for_git(path: str) -> str | None:
    """Make git take both sides' lines of a baseline; return the path of the .gitattributes that was changed.

    Does nothing outside a repository, or where the file is named there already. Raises OSError.
    """
    folder, name = os.path.split(path)
    at = folder
    while not os.path.exists(os.path.join(at, ".git")):
        at, below = os.path.dirname(at), at
        if at == below:
            return None
    attributes = os.path.join(folder, ".gitattributes")
    old = b""
    if os.path.isfile(attributes):
        with open(attributes, "rb") as file:
            old = file.read()
    if any(line.split()[:1] == [name.encode()] and b"merge=" in line for line in old.splitlines()):
        return None
    gap = b"\n" if old and not old.endswith(b"\n") else b""
    with open(attributes, "ab") as file:
        file.write(gap + f"{name} text eol=lf merge=union\n".encode())
    return attributes
