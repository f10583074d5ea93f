"""Known findings of a run: which are there, which are gone, which were renamed along with their post."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from postlint.engine.apply import NotWritten, Writer
from postlint.engine.baseline_file import Entry, mark_for_git, numbered, parse, render
from postlint.engine.sketch import find_renames, sketch_of
from postlint.source.regular import open_regular
from postlint.values.count_words import plural
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.errors import UsageError
from postlint.values.file_result import FixedFile
from postlint.values.known import KnownFinding, known_form, match_known


@dataclass
class Baseline:
    """The file at an absolute `path`, and what a run makes of its entries.

    `renamed` maps old paths to new ones. Paths are relative to the file's folder, with `/`.
    """

    path: str
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    raw: bytes | None = None
    renamed: dict[str, str] = field(default_factory=dict)
    there: list[tuple[Entry, Diagnostic]] = field(default_factory=list)
    gone: list[Entry] = field(default_factory=list)
    fresh: list[Entry] = field(default_factory=list)

    @classmethod
    def load(cls, path: str, *, must_exist: bool) -> Baseline:
        """Read a file. Raises UsageError if it cannot be read, is no baseline, or is not there but must be."""
        shown = os.path.relpath(path)
        baseline = cls(path)
        try:
            with open_regular(path) as file:
                baseline.raw = file.read()
            text = baseline.raw.decode("utf-8-sig")
        except FileNotFoundError:
            if must_exist:
                raise UsageError(f'the baseline "{shown}" is not there; `postlint baseline write` makes one') from None
            return baseline
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f'the baseline "{shown}" cannot be read: {error}') from None
        for entry in parse(text, shown):
            baseline.entries[entry.path].append(entry)
        return baseline

    @property
    def root(self) -> str:
        """Return the folder that paths are relative to."""
        return os.path.dirname(self.path)

    @property
    def size(self) -> int:
        """Return how many findings are known."""
        return sum(map(len, self.entries.values()))

    def relative(self, full: str) -> str:
        """Return an absolute path as entries name it."""
        return os.path.relpath(full, self.root).replace(os.sep, "/")

    def follow(self, posts: Iterable[str]) -> None:
        """Find posts under their new names. `posts` are the absolute paths of a run."""
        gone = {
            path: entries[0].post
            for path, entries in self.entries.items()
            if not os.path.lexists(os.path.join(self.root, path))
        }
        if not gone:
            return
        fresh = [path for path in map(self.relative, posts) if path not in self.entries]
        self.renamed = find_renames(gone, fresh, self.root)
        for old, new in self.renamed.items():
            self.entries[new] = [replace(entry, path=new) for entry in self.entries.pop(old)]

    def known(self, full: str) -> tuple[KnownFinding, ...]:
        """Return the known findings of a post."""
        return tuple(entry.finding for entry in self.entries.get(self.relative(full), ()))

    def settle(
        self, full: str, diagnostics: Sequence[Diagnostic], is_judged: Callable[[str], bool]
    ) -> tuple[list[Diagnostic], int]:
        """Return the new findings of a post, and how many are known.

        Entries whose finding is gone are noted if their rule was asked (`is_judged`, by code).
        """
        path = self.relative(full)
        entries = self.entries.get(path, [])
        pairs = match_known(diagnostics, [entry.finding for entry in entries])
        there = set(pairs.values())
        self.gone += [e for n, e in enumerate(entries) if n not in there and is_judged(e.finding.code)]
        left = [diagnostic for number, diagnostic in enumerate(diagnostics) if number not in pairs]
        self.there += [(entries[known], diagnostics[number]) for number, known in pairs.items()]
        return left, len(pairs)

    def add(self, full: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Note new findings of a post."""
        path = self.relative(full)
        self.fresh += [Entry(path, known_form(diagnostic), 1, "") for diagnostic in diagnostics]

    def forget_deleted(self, folders: Collection[str]) -> None:
        """Note the entries of posts that are no longer there, below folders (absolute) that were walked."""
        for path, entries in self.entries.items():
            full = os.path.normpath(os.path.join(self.root, path))
            inside = any(full.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)
            if inside and not os.path.lexists(full):
                self.gone += entries

    def shrunk(self) -> list[Entry]:
        """Return the entries without those that are gone."""
        gone = set(self.gone)
        return [entry for entry in self.all() if entry not in gone]

    def grown(self) -> list[Entry]:
        """Return the entries without those that are gone and with the new findings."""
        return numbered([*self.shrunk(), *self._sketched()])

    def _sketched(self) -> list[Entry]:
        sketches: dict[str, str] = {}
        for entry in self.fresh:
            if entry.path not in sketches:
                sketches[entry.path] = _sketch(os.path.join(self.root, entry.path))
        return [replace(entry, post=sketches[entry.path]) for entry in self.fresh]

    def settle_file(self, *, grows: bool, is_complete: bool) -> list[str]:
        """Write what a run made of the file, if anything; return remarks. Raises UsageError if it must and cannot."""
        shown = os.path.relpath(self.path)
        gone = len(self.gone) if is_complete else 0
        if grows:
            entries = self.grown() if is_complete else numbered([*self.all(), *self._sketched()])
            self._write(entries)
            marked = mark_for_git(self.path)
            notes = [f"{shown}: {plural(len(entries), 'known finding')}: {len(self.fresh)} added, {gone} dropped"]
            return [*notes, f"{os.path.relpath(marked)}: git merges the baseline line by line"] if marked else notes
        if not is_complete or (not self.gone and not self.renamed):
            return []
        try:
            self._write(self.shrunk())
        except UsageError:
            # a read-only checkout, or another run that was faster: the next run does it
            return [f"{shown}: {gone} of its findings are gone; the file could not be written"]
        moved = f", {plural(len(self.renamed), 'post')} renamed" if self.renamed else ""
        return [f"{shown} shrank by {gone}{moved}; commit it"]

    def all(self) -> list[Entry]:
        return [entry for entries in self.entries.values() for entry in entries]

    def _write(self, entries: Iterable[Entry]) -> None:
        raw = render(entries).encode()
        if raw == self.raw:
            return
        try:
            if self.raw is None:
                with open(self.path, "xb") as file:
                    file.write(raw)
            else:
                with Writer(self.root) as writer:
                    writer.write(self.path, FixedFile.of(raw, self.raw))
        except (OSError, NotWritten) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise UsageError(f'the baseline "{os.path.relpath(self.path)}" was not written: {reason}') from None


def _sketch(full: str) -> str:
    try:
        with open_regular(full) as file:
            return sketch_of(file.read())
    except OSError:
        return ""
