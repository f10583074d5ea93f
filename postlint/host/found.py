"""Finds plugins, without importing any."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from postlint.host.entry_points import EntryPoint, find_entry_points
from postlint.values.dataclass import dataclass
from postlint.values.failure import Failure
from postlint.values.lazy import lazy

GROUP = "postlint"


@dataclass(frozen=True)
class FoundPlugin:
    """A plugin before its import: an entry point, or a file of the site's own, whose path is the distribution."""

    name: str
    distribution: str
    version: str
    entry: EntryPoint | None = None

    @property
    def is_local(self) -> bool:
        """Tell whether it is a file given with `-p FILE`."""
        return self.entry is None

    @property
    def label(self) -> str:
        """Return how messages call it."""
        return f"plugin {self.name} ({self.distribution} {self.version})"

    @lazy
    def module(self) -> Any:
        """Return what the entry point names, imported now. Raises whatever that raises."""
        if self.entry is not None:
            return self.entry.load()
        from postlint.host.local_file import import_file

        return import_file(f"postlint_local_{self.name}", self.distribution)


def find_plugins(local: Sequence[str]) -> tuple[list[FoundPlugin], list[Failure]]:
    """Return entry points by name, then local files, and what is wrong with some.

    `local` are paths of Python files, or names of entry points where POSTLINT_DISABLE_PLUGIN_AUTOLOAD is set.
    """
    named = [name for name in local if not name.endswith(".py")]
    autoload = not os.environ.get("POSTLINT_DISABLE_PLUGIN_AUTOLOAD")
    found: dict[str, FoundPlugin] = {}
    failures = []
    for entry in sorted(find_entry_points(GROUP), key=lambda entry: (entry.name, entry.value)):
        if not autoload and entry.name not in named:
            continue
        if entry.name in found:
            message = f'two distributions bring a plugin "{entry.name}"; the one of {entry.distribution} is left out'
            failures.append(Failure("PL007", message))
            continue
        found[entry.name] = FoundPlugin(entry.name, entry.distribution, entry.version, entry)
    for name in named:
        if name not in found:
            message, hint = f'there is no plugin "{name}"', "give the path of a .py file, or install it"
            failures.append(Failure("PL007", message, hint=hint))
    return [*found.values(), *(_local(path) for path in local if path.endswith(".py"))], failures


def _local(path: str) -> FoundPlugin:
    return FoundPlugin(os.path.splitext(os.path.basename(path))[0], path, "local")
