"""What git knows of the posts: which changed since a commit, and what they were."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postlint.values.dataclass import dataclass
from postlint.values.errors import UsageError

if TYPE_CHECKING:
    import subprocess

# a repository's own settings must not start programs, nor fetch what is missing
_SAFE = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"),
    "--no-optional-locks",
)
_FILTERS = r"^filter\..*\.(clean|process|required)$"


@dataclass(frozen=True, slots=True)
class Past:
    """What a post was at the commit: `raw` bytes; None where it was not there. `is_same`: nothing changed."""

    raw: bytes | None = None
    is_same: bool = False


class History:
    """The changes of the working tree since the point where it left a commit."""

    def __init__(self, ref: str, folder: str) -> None:
        """Ask git. Raises UsageError where there is no repository, no such commit, or no git."""
        self._folder = folder
        self._safe: tuple[str, ...] = _SAFE
        self._safe += tuple(self._without_filters())
        self.root = os.path.realpath(os.fsdecode(self._git("rev-parse", "--show-toplevel")).rstrip("\n"))
        commit = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", what=ref)
        self._commit = commit.decode().strip()
        base = self._run("merge-base", self._commit, "HEAD")
        if base.returncode == 0:
            self._commit = base.stdout.decode().strip()
        self._old_names = self._changed()

    def _without_filters(self) -> Iterator[str]:
        """Yield the options that switch off the filters of the config: git compares files as they are."""
        listed = self._run("config", "--null", "--name-only", "--get-regexp", _FILTERS)
        for key in filter(None, os.fsdecode(listed.stdout).split("\0")):
            if "=" in key:
                raise UsageError(f"--since: git's setting {key} can't be switched off; rename the filter")
            yield from ("-c", f"{key}={'false' if key.endswith('.required') else ''}")

    def past(self, full: str) -> Past:
        """Return what a post (absolute path) was."""
        real = os.path.realpath(full)
        if not real.startswith(self.root + os.sep):
            return Past()
        name = os.path.relpath(real, self.root).replace(os.sep, "/")
        if name not in self._old_names:
            return Past(is_same=True)
        old = self._old_names[name]
        return Past() if old is None else Past(self._git("cat-file", "blob", f"{self._commit}:{old}", what=old))

    def _changed(self) -> dict[str, str | None]:
        """Return the old name of every changed file by its new one; None for files that were not there."""
        names: dict[str, str | None] = {}
        options = ("--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
        fields = os.fsdecode(self._git("diff", *options, self._commit, "--")).split("\0")
        at = 0
        while at + 1 < len(fields):
            status, name = fields[at], fields[at + 1]
            if status[:1] in ("R", "C"):
                names[fields[at + 2]] = name
                at += 3
                continue
            if status[:1] != "D":
                names[name] = None if status[:1] == "A" else name
            at += 2
        untracked = os.fsdecode(self._git("ls-files", "--others", "--exclude-standard", "-z", "--", self.root))
        top = self.root + os.sep
        for name in filter(None, untracked.split("\0")):
            full = os.path.normpath(os.path.join(self._folder, name))
            names[os.path.realpath(full).removeprefix(top).replace(os.sep, "/")] = None
        return names

    def _git(self, *arguments: str, what: str = "") -> bytes:
        done = self._run(*arguments)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            reason = said[0] if said else f'git knows no commit "{what}"'
            raise UsageError(f"--since: {reason}")
        return done.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        # no other run starts programs
        import subprocess

        try:
            return subprocess.run(  # git with fixed words, a commit and paths
                ["git", *self._safe, *arguments],  # noqa: S607  # the user's own git
                cwd=self._folder,
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except OSError as error:
            raise UsageError(f"--since: git cannot be run: {error.strerror or error}") from None
