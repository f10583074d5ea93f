"""Paths to candidates: which files are posts, and why the others are not."""

from __future__ import annotations

import os
import stat
from collections import defaultdict

from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.content_filter import FOREIGN_LINK, ContentFilter, extension_of
from postlint.engine.folder import Folder
from postlint.engine.request import CheckRequest
from postlint.engine.sites import Sites
from postlint.values.dataclass import dataclass, field
from postlint.values.failure import Failure
from postlint.values.run_result import Dropped


@dataclass
class Discovery:
    """What was found: candidates of the report scope, failures, and what was left out by which setting."""

    candidates: list[Candidate] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    dropped: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    walked_sites: set[int] = field(default_factory=set)
    walked_folders: list[str] = field(default_factory=list)

    def dropped_values(self) -> tuple[Dropped, ...]:
        """Return what was left out, by reason."""
        return tuple(Dropped(reason, tuple(sorted(paths))) for reason, paths in sorted(self.dropped.items()))


class Discoverer:
    """Walks the paths of one request."""

    def __init__(self, request: CheckRequest, sites: Sites, table: SettingsTable) -> None:
        self.request, self.sites, self.table = request, sites, table
        self.working_dir = os.getcwd()
        self._inside = self.working_dir.rstrip(os.sep) + os.sep
        self.filter = ContentFilter(request, sites, self.working_dir)
        self.found = Discovery()
        self._seen: set[str] = set()
        self._walked: set[str] = set()

    def run(self) -> Discovery:
        """Return the candidates of all paths, each once, sorted as shown."""
        for path in self.request.paths or (self._default_path(),):
            self._take(path)
        self.found.candidates.sort(key=lambda candidate: candidate.shown)
        return self.found

    def index_scope(self, site: int) -> list[Candidate]:
        """Return the posts of a site outside the report scope, for rules that compare posts."""
        root = self.sites.facts[site].root
        if root in self._walked:
            # what that walk passed over would be passed over again
            return []
        before = len(self.found.candidates)
        dropped = self.found.dropped
        self.found.dropped = defaultdict(list)
        self._walk(root, site)
        self.found.dropped = dropped
        extra = [c for c in self.found.candidates[before:] if c.site == site]
        del self.found.candidates[before:]
        return [Candidate(c.full, c.shown, c.relative, c.role, c.site, c.settings, is_reported=False) for c in extra]

    def _default_path(self) -> str:
        site = self.sites.of_folder(self.working_dir)
        root = self.sites.facts[site].root
        return os.path.relpath(root, self.working_dir) if root else "."

    def _take(self, path: str) -> None:
        if path == "-":
            self._take_stdin()
            return
        full = os.path.normpath(os.path.join(self.working_dir, path))
        try:
            mode = os.stat(full).st_mode
        except OSError as error:
            self._fail(full, _reason(full, error), "check the path")
            return
        except ValueError:
            self._fail(path, "the path holds a NUL", "check the path")
            return
        if stat.S_ISDIR(mode):
            if self.filter.is_foreign_link(full):
                self._drop(FOREIGN_LINK, full)
                return
            site = self.sites.of_folder(full)
            self.found.walked_sites.add(site)
            self.found.walked_folders.append(full)
            self._walk(full, site)
        else:
            self._take_named(full, mode)

    def _take_stdin(self) -> None:
        full = os.path.normpath(os.path.join(self.working_dir, self.request.stdin_name))
        site = self.sites.of_folder(os.path.dirname(full))
        self._add(full, site, self.filter.role(full, site) or "post", raw=self.request.stdin or b"")

    def _take_named(self, full: str, mode: int) -> None:
        """Take a file that the user named; it passes the same filters as a walked one."""
        site = self.sites.of_folder(os.path.dirname(full))
        if not stat.S_ISREG(mode):
            self._fail(full, "it is no regular file", "name files or folders")
            return
        reason = self.filter.why_not_named(full, site)
        if reason:
            self._drop(reason, full)
            return
        self._add(full, site, self.filter.role(full, site) or "post")

    def _walk(self, folder: str, site: int) -> None:
        # a stack of its own: folders may be nested deeper than Python's recursion limit
        stack = [(folder, site)]
        while stack:
            at, site = stack.pop()
            try:
                with os.scandir(at) as entries:
                    listing = list(entries)
            except OSError as error:
                self._fail(at, error.strerror or "it cannot be listed", "check its permissions")
                continue
            site = self.sites.below(at, {entry.name for entry in listing}, site)
            self.found.walked_sites.add(site)
            self._walked.add(at)
            files = Folder(at, self.shown(os.path.join(at, "_"))[:-1], site, self.filter)
            for entry in listing:
                if not _is_folder(entry):
                    self._visit_file(entry, files)
                elif reason := self.filter.why_not_walked(entry, site):
                    self._drop(reason, f"{entry.path}/")
                else:
                    stack.append((entry.path, site))

    def _visit_file(self, entry: os.DirEntry[str], folder: Folder) -> None:
        extension = extension_of(entry.name)
        if not folder.may_hold(extension) or entry.path in self._seen:
            return
        if entry.is_symlink() and not self._is_good_link(entry, folder.site):
            return
        if not entry.is_file():
            self._fail(entry.path, "it is no regular file", "remove it, or list it under `exclude`")
            return
        role = folder.role(entry.name)
        reason = folder.why_not_read(entry, extension, role)
        if reason:
            self._drop(reason, entry.path)
            return
        settings = folder.settings or self.request.configuration.settings_for(entry.path)
        self._seen.add(entry.path)
        self.found.candidates.append(
            Candidate(
                entry.path,
                folder.shown + entry.name,
                folder.prefix + entry.name,
                role or "post",
                folder.site,
                self.table.index(settings),
            )
        )

    def _is_good_link(self, entry: os.DirEntry[str], site: int) -> bool:
        target = os.path.realpath(entry.path)
        root = os.path.realpath(self.sites.facts[site].root or self.working_dir)
        if not os.path.exists(target):
            self._fail(entry.path, f"the link's target {os.readlink(entry.path)} is not there", "mend or remove it")
            return False
        if not target.startswith(root + os.sep):
            self._drop(FOREIGN_LINK, entry.path)
            return False
        return True

    def _add(self, full: str, site: int, role: str, raw: bytes | None = None) -> None:
        if full in self._seen:
            return
        self._seen.add(full)
        settings = self.table.index(self.request.configuration.settings_for(full))
        shown, relative = self.shown(full), self.filter.relative(full, site)
        self.found.candidates.append(Candidate(full, shown, relative, role, site, settings, raw=raw))

    def shown(self, full: str) -> str:
        """Return a path as users see it: relative to the working directory where it lies below."""
        if full.startswith(self._inside):
            return full[len(self._inside) :].replace(os.sep, "/")
        if full == self.working_dir:
            return "."
        return os.path.relpath(full, self.working_dir).replace(os.sep, "/")

    def _drop(self, reason: str, full: str) -> None:
        self.found.dropped[reason].append(self.shown(full))

    def _fail(self, full: str, message: str, hint: str) -> None:
        self.found.failures.append(Failure("PL004", message, self.shown(full), hint))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _reason(full: str, error: OSError) -> str:
    if os.path.islink(full):
        return f"the link's target {os.readlink(full)} is not there"
    return "no such file or folder" if isinstance(error, FileNotFoundError) else error.strerror or str(error)
