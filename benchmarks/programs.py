"""The programs to compare, where they are installed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """A linter: its command, what makes it start afresh, and the folders in which it remembers."""

    name: str
    command: tuple[str, ...]
    cold: tuple[str, ...] = ()
    caches: tuple[str, ...] = ()
    # what a folder must be called for it to be walked
    folder: tuple[str, ...] = (".",)
    is_slow: bool = False

    def on(self, paths: Sequence[str] = (), *, cold: bool = False) -> list[str]:
        """Return the command for some files, or for the working directory."""
        return [*self.command, *(self.cold if cold else ()), *(paths or self.folder)]

    def forget(self, folder: Path) -> None:
        """Remove what it remembers below a folder."""
        for name in self.caches:
            for found in folder.rglob(name):
                shutil.rmtree(found, ignore_errors=True)


POSTLINT = Program(
    "postlint", (sys.executable, "-m", "postlint", "check"), ("--no-cache",), (".postlint_cache",)
)  # fmt: skip
_PEERS = (
    Program("rumdl", ("rumdl", "check"), ("--no-cache",), (".rumdl_cache",)),
    Program("lychee", ("lychee", "--offline", "--no-progress"), folder=("./**/*.md",)),
    Program("markdownlint-cli2", ("markdownlint-cli2",), folder=("**/*.md",), is_slow=True),
    Program("pymarkdown", ("pymarkdown", "scan"), folder=("-r", "."), is_slow=True),
)


def installed(names: Sequence[str] = ()) -> list[Program]:
    """Return postlint and the peers that can be run, or those of `names`."""
    peers = [program for program in _PEERS if shutil.which(program.command[0])]
    return [POSTLINT, *(program for program in peers if not names or program.name in names)]
