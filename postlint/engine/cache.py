"""Results of earlier runs that still hold.

A result is kept under its context (rules, settings, site, time zone, versions) and path. It holds while the
file's bytes are the same, the disk answers the same to what its rules asked, and the day is one of those on
which they would say the same.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from sys import intern

from postlint.engine.cache_file import CacheFile, Row
from postlint.engine.cache_key import context_key
from postlint.engine.candidate import Candidate
from postlint.engine.reading import status_of
from postlint.engine.worker import Worker
from postlint.post.files import Files
from postlint.values.dataclass import replace
from postlint.values.packed_result import PackedResult

# contexts of one site: branches of settings that are used in turn
_MOST_CONTEXTS = 8
_GET = """SELECT path, size, mtime, ctime, inode, digest, first_day, last_day, probes, tallies, records_digest,
    directives FROM results WHERE context = ?"""
_PUT = "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_FOUND = "INSERT OR REPLACE INTO found (context, path, digest, diagnostics) VALUES (?, ?, ?, ?)"
_GET_FOUND = "SELECT diagnostics FROM found WHERE context = ? AND path = ? AND digest = ?"
_GET_RECORDS = "SELECT path, digest, records FROM results WHERE context = ?"
_TOUCH = "UPDATE results SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE context = ? AND path = ?"


class ResultCache:
    """The caches of the sites of one run. Only the parent process uses it."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._files: dict[int, CacheFile] = {}
        self._contexts: dict[tuple[int, int, bool], _Context] = {}
        self._probed: dict[int, dict[str, bool]] = {}
        self._day = (worker.setup.today or datetime.now(UTC).date()).toordinal()
        self._keys: dict[tuple[int, str], _Context] = {}

    @property
    def notes(self) -> list[str]:
        """Return remarks for the user."""
        return [note for file in self._files.values() for note in file.notes]

    def look_up(self, candidates: Sequence[Candidate]) -> tuple[list[PackedResult], list[Candidate]]:
        """Return the results that still hold, and the candidates that must be read.

        Those whose bytes may be the same as before carry the digest in `known`.
        """
        hits: list[PackedResult] = []
        misses: list[Candidate] = []
        key, context = None, None
        for candidate in candidates:
            if candidate.raw is not None or not _is_storable(candidate.relative):
                misses.append(candidate)
                continue
            if context is None or key != _key(candidate):
                # most posts are in the context of the one before
                key, context = _key(candidate), self._context(candidate)
            self._keys[candidate.site, candidate.relative] = context
            row = context.rows.get(candidate.relative)
            if row is None or not self.still_holds(candidate.site, row[6], row[7], row[8]):
                misses.append(candidate)
            elif _is_as_before(candidate.full, row):
                hits.append(_result(candidate, row))
            else:
                misses.append(replace(candidate, known=row[5]))
        return hits, misses

    def settle(self, candidate: Candidate, result: PackedResult) -> PackedResult:
        """Return what to make of a result that was read: the one known before, if its bytes were the same."""
        if result.facts is None or not result.facts.is_known:
            return result
        row = self._contexts[_key(candidate)].rows[candidate.relative]
        found = _result(candidate, row)
        found.facts = result.facts
        return found

    def store(self, results: Iterable[PackedResult]) -> None:
        """Keep results; those that are kept give up their `found` and `records`."""
        by_context: dict[_Context, list[PackedResult]] = {}
        for result in results:
            context = self._keys.get((result.site, result.relative))
            if context is not None and result.facts is not None and not result.failures:
                by_context.setdefault(context, []).append(result)
        for context, kept in by_context.items():
            if context.store(kept):
                for result in kept:
                    result.found = None if result.tallies else ""
                    result.records = None if result.records_digest else ""

    def found(self, result: PackedResult) -> str | None:
        """Return the findings of a result that has given them up; None if they are no longer there."""
        context = self._keys[result.site, result.relative]
        rows = context.file.rows(_GET_FOUND, (context.number, result.relative, context.digest(result)))
        return str(rows[0][0]) if rows else None

    def records(self, result: PackedResult) -> str | None:
        """Return the records of a result that has given them up; None if they are no longer there."""
        context = self._keys[result.site, result.relative]
        return context.records.get((result.relative, context.digest(result)))

    def file_of(self, site: int) -> CacheFile:
        """Return the file of a site."""
        if site not in self._files:
            self._files[site] = CacheFile(self._worker.site(site).root)
        return self._files[site]

    def close(self) -> None:
        """Close the files, after forgetting what is of no use any more."""
        for context in self._contexts.values():
            context.forget_missing()
        for file in self._files.values():
            file.close()

    def _context(self, candidate: Candidate) -> _Context:
        key = _key(candidate)
        found = self._contexts.get(key)
        if found is None:
            name = context_key(self._worker, candidate.site, candidate.settings, is_reported=candidate.is_reported)
            root = self._worker.site(candidate.site).root
            found = self._contexts[key] = _Context(self.file_of(candidate.site), name, root)
        return found

    def still_holds(self, site: int, first_day: int, last_day: int, probes: str) -> bool:
        """Tell whether a result of a site that asked these questions would be the same today."""
        if not first_day <= self._day <= last_day:
            return False
        if not probes:
            return True
        known = self._probed.setdefault(site, {})
        if probes not in known:
            known[probes] = _answers_hold(self._worker.site(site).files, probes)
        return known[probes]


class _Context:
    """The rows of one context; `number` is 0 until the context is in the file."""

    def __init__(self, file: CacheFile, key: str, root: str) -> None:
        self.file, self.key, self.root = file, key, root
        found = file.rows("SELECT id FROM contexts WHERE key = ?", (key,))
        self.number = int(found[0][0]) if found else 0
        self.rows: dict[str, Row] = {row[0]: row for row in file.rows(_GET, (self.number,))} if found else {}
        self._seen: set[str] = set()
        self._has_written = False

    @cached_property
    def records(self) -> dict[tuple[str, str], str]:
        """Return the records by path and digest of the post: all at once, as rules compare all posts."""
        return {(path, digest): text for path, digest, text in self.file.rows(_GET_RECORDS, (self.number,))}

    def digest(self, result: PackedResult) -> str:
        """Return the digest of the bytes that a result is about: one that was looked up brings no facts."""
        row = self.rows.get(result.relative)
        return result.facts.digest if result.facts else str(row[5]) if row else ""

    def store(self, results: Sequence[PackedResult]) -> bool:
        """Write results. Tells whether they lie in the file now."""
        if not self.number and not self._make():
            return False
        self._has_written = True
        touched, rows, found = [], [], []
        for result in results:
            facts = result.facts
            if facts is None:
                continue
            self._seen.add(result.relative)
            status = facts.status or (0, 0, 0, 0)
            if facts.is_known:
                touched.append((*status, self.number, result.relative))
                continue
            row = (result.relative, *status, facts.digest, facts.first_day, facts.last_day, facts.probes)
            rows.append((self.number, *row, result.tallies, result.records_digest, result.directives, result.records))
            if result.found:
                found.append((self.number, result.relative, facts.digest, result.found))
        return self.file.write([(_TOUCH, touched), (_PUT, rows), (_PUT_FOUND, found)])

    def forget_missing(self) -> None:
        """Remove the rows of files that are gone, in a run that writes anyway."""
        if self._has_written:
            gone = [path for path in self.rows if path not in self._seen and not os.path.lexists(f"{self.root}/{path}")]
            rows = [(self.number, path) for path in gone]
            self.file.write(
                [
                    ("DELETE FROM results WHERE context = ? AND path = ?", rows),
                    ("DELETE FROM found WHERE context = ? AND path = ?", rows),
                ]
            )

    def _make(self) -> bool:
        """Add the context, in place of the one that was made longest ago."""
        self.file.write(
            [
                ("INSERT OR IGNORE INTO contexts (key) VALUES (?)", [(self.key,)]),
                ("DELETE FROM contexts WHERE id <= (SELECT max(id) FROM contexts) - ?", [(_MOST_CONTEXTS,)]),
                ("DELETE FROM results WHERE context NOT IN (SELECT id FROM contexts)", [()]),
                ("DELETE FROM found WHERE context NOT IN (SELECT id FROM contexts)", [()]),
            ]
        )
        rows = self.file.rows("SELECT id FROM contexts WHERE key = ?", (self.key,))
        self.number = int(rows[0][0]) if rows else 0
        return bool(self.number)


def _key(candidate: Candidate) -> tuple[int, int, bool]:
    return candidate.site, candidate.settings, candidate.is_reported


def _is_as_before(path: str, row: Row) -> bool:
    try:
        return status_of(os.stat(path)) == row[1:5]
    except OSError:
        return False


def _result(candidate: Candidate, row: Row) -> PackedResult:
    """Return a result without its findings, records and facts: those of most results are not asked for."""
    tallies, records_digest, directives = row[9:]
    found, records = None if tallies else "", None if records_digest else ""
    shown, relative, site = candidate.shown, candidate.relative, candidate.site
    return PackedResult(shown, relative, site, intern(tallies), found, records, records_digest, directives)


def _answers_hold(files: Files, probes: str) -> bool:
    """Tell whether the disk answers now as it did."""
    try:
        return all(files.still_answers(*row) for row in json.loads(probes))
    except (ValueError, TypeError):
        return False


def _is_storable(name: str) -> bool:
    """Tell whether SQLite takes a name: not one of bytes that the file system's encoding does not know."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
