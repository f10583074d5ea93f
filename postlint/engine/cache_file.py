"""The one file of a site's cache: SQLite, opened when it is first asked.

A cache is never worth a failed run: whatever goes wrong here means that nothing was remembered. A file
that is damaged or that somebody else wrote is made anew, with a note.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

FOLDER = ".postlint_cache"
FILE = "cache.sqlite3"
# raise it whenever a table or the meaning of a column changes
FORMAT = 3
# "plnt": tells our files from other people's
_APPLICATION_ID = 0x706C6E74
_PAGE = 4096
MAX_BYTES = 512_000_000
_BUSY_SECONDS = 2.0
_PAUSE_SECONDS = 0.01
# primary result codes: SQLITE_ERROR (a table of ours is not there), SQLITE_CORRUPT, SQLITE_NOTADB
_DAMAGED = frozenset({1, 11, 26})
_FULL = 13
_BUSY = 5

_TABLES: tuple[str, ...] = (
    "CREATE TABLE contexts (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)",
    """CREATE TABLE results (
        context INTEGER, path TEXT, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER, digest TEXT,
        first_day INTEGER, last_day INTEGER, probes TEXT, tallies TEXT, records_digest TEXT, directives TEXT,
        records TEXT, PRIMARY KEY (context, path)) WITHOUT ROWID""",
    """CREATE TABLE found (
        context INTEGER, path TEXT, digest TEXT, diagnostics TEXT, PRIMARY KEY (context, path)) WITHOUT ROWID""",
    """CREATE TABLE site_results (
        context TEXT PRIMARY KEY, records TEXT, first_day INTEGER, last_day INTEGER, probes TEXT, found TEXT)""",
    # of the network: by address, and by how it was asked
    """CREATE TABLE answers (
        url TEXT NOT NULL, asked_as TEXT NOT NULL, until REAL NOT NULL, outcome TEXT NOT NULL,
        PRIMARY KEY (asked_as, url)) WITHOUT ROWID""",
)
_TAG = """\
Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of postlint; it may be removed at any time.
# See https://bford.info/cachedir/
"""

Row = tuple[Any, ...]
Statement = tuple[str, Iterable[Sequence[Any]]]


class _ForeignFile(Exception):
    """The file is a database, but not one of postlint's."""


class CacheFile:
    """The cache of the site at `root`; several processes may use it at once.

    `notes` are remarks for the user. No method raises for what is wrong with the file, the disk or
    another process: reading then finds nothing, and writing does nothing.
    """

    def __init__(self, root: str) -> None:
        self.folder = os.path.join(root, FOLDER)
        self.path = os.path.join(self.folder, FILE)
        self.notes: list[str] = []
        self._connection: sqlite3.Connection | None = None
        self._is_given_up = False

    @property
    def is_there(self) -> bool:
        """Tell whether the file exists, without opening it."""
        return os.path.isfile(self.path)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Return the rows of a query; none where there is no cache. Never makes the file."""
        if self._connection is None and not self.is_there:
            return []
        for _ in range(2):
            connection = self._open()
            if connection is None:
                break
            try:
                return connection.execute(sql, parameters).fetchall()
            except sqlite3.Error as error:
                self._take(error)
        return []

    def write(self, statements: Sequence[Statement]) -> bool:
        """Run statements, each with any number of parameter rows, in one transaction.

        Tells whether they were written. If another process keeps the file for more than two seconds, or the
        cache would outgrow its bound, they were not.
        """
        connection = self._open()
        if connection is None:
            return False
        try:
            connection.execute("BEGIN IMMEDIATE")
            for sql, parameters in statements:
                connection.executemany(sql, parameters)
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            self._take(error)
            return False
        return True

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def __del__(self) -> None:
        # findings are read from it while they are printed, when the run is over
        self.close()

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._is_given_up:
            try:
                _make_folder(self.folder)
                self._connection = self._connected()
            except (OSError, sqlite3.Error):
                # read-only, locked, no space: this run goes without
                self._is_given_up = True
        return self._connection

    def _connected(self) -> sqlite3.Connection:
        try:
            return _connect(self.path)
        except _ForeignFile:
            self._remove("it was not written by postlint")
        except sqlite3.DatabaseError as error:
            if _code(error) not in _DAMAGED:
                raise
            self._remove("it was damaged")
        return _connect(self.path)

    def _take(self, error: sqlite3.Error) -> None:
        """Answer an error of a statement: remove a file that is of no use any more, or do without it."""
        code = _code(error)
        self.close()
        if code in _DAMAGED:
            self._remove("it was damaged")
        elif code == _FULL:
            self._remove("")
        else:
            self._is_given_up = True

    def _remove(self, why: str) -> None:
        if why:
            self.notes.append(f"the cache {self.path} was made anew: {why}")
        try:
            for end in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    os.remove(self.path + end)
        except OSError:
            self._is_given_up = True


def _make_folder(folder: str) -> None:
    """Make the folder with what keeps it out of git and backups. Raises OSError."""
    if os.path.islink(folder):
        # a link in a repository of somebody else's could lead anywhere
        raise NotADirectoryError(folder)
    try:
        os.mkdir(folder)
    except FileExistsError:
        # it was there, or another process has made it just now
        if not os.path.isdir(folder):
            raise
        return
    for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(text)


def _connect(path: str) -> sqlite3.Connection:
    """Return a connection to a file of the current format, made if need be. Raises sqlite3.Error, _ForeignFile."""
    if os.path.islink(path):
        raise _ForeignFile
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection)
        except BaseException as error:
            connection.close()
            # SQLite does not wait by itself where two processes turn a new file to WAL
            if not isinstance(error, sqlite3.Error) or _code(error) != _BUSY or time.monotonic() > deadline:
                raise
        else:
            return connection
        time.sleep(_PAUSE_SECONDS)


def _prepare(connection: sqlite3.Connection) -> None:
    application, version, count = connection.execute(
        "SELECT * FROM pragma_application_id, pragma_user_version, (SELECT count(*) FROM sqlite_master)"
    ).fetchone()
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA max_page_count = {MAX_BYTES // _PAGE}")
    if (application, version) == (_APPLICATION_ID, FORMAT):
        return
    if application != _APPLICATION_ID and (application or count):
        raise _ForeignFile
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    # another process may have been first
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
        _make_tables(connection)
    connection.execute("COMMIT")


def _make_tables(connection: sqlite3.Connection) -> None:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        quoted = name.replace('"', '""')
        connection.execute(f'DROP TABLE "{quoted}"')
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def _code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code; the upper bits of the extended one say more."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
