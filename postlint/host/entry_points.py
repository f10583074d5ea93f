"""Entry points, read from the metadata of what is installed.

As `importlib.metadata` finds them, whose import alone took a tenth of a run over one post: nothing is kept on
disk, so that nothing can be out of date.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

from postlint.host.environment import installed
from postlint.values.dataclass import dataclass

_FILES = {".dist-info": ("entry_points.txt", "METADATA"), ".egg-info": ("entry_points.txt", "PKG-INFO")}


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A name in a group, with the object it stands for (`package.module:object`), and who installed it."""

    name: str
    value: str
    distribution: str
    version: str

    @property
    def module(self) -> str:
        """Return the name of the module in which the object lies."""
        return self.value.partition("[")[0].partition(":")[0].strip()

    def load(self) -> Any:
        """Import the object. Raises whatever its module raises."""
        from importlib import import_module

        found: Any = import_module(self.module)
        attribute = self.value.partition("[")[0].partition(":")[2]
        for name in filter(None, attribute.strip().split(".")):
            found = getattr(found, name)
        return found


def find_entry_points(group: str) -> list[EntryPoint]:
    """Return the entry points of a group; of a distribution that is there twice, the first on the path counts."""
    found: list[EntryPoint] = []
    seen: set[str] = set()
    for folder in sys.path:
        if os.path.isfile(folder):
            found += _archived(folder, group, seen)
            continue
        for name in installed(folder):
            found += _installed(os.path.join(folder or ".", name), group, seen)
    return found


def _installed(path: str, group: str, seen: set[str]) -> Iterator[EntryPoint]:
    stem, end = os.path.splitext(path)
    project = _project(os.path.basename(stem))
    if end not in _FILES or project in seen:
        return
    seen.add(project)
    points, about = _FILES[end]
    text = _read(os.path.join(path, points))
    if f"[{group}]" not in text:
        return
    facts = _head(_read(os.path.join(path, about)))
    for name, value in _section(text, group):
        yield EntryPoint(name, value, facts.get("name", "unknown"), facts.get("version", "unknown"))


def _archived(path: str, group: str, seen: set[str]) -> Iterator[EntryPoint]:
    """Yield those of the distributions in an archive on the path."""
    from importlib import metadata

    for distribution in metadata.distributions(path=[path]):
        project = _normal(distribution.name)
        if project not in seen:
            seen.add(project)
            for entry in distribution.entry_points.select(group=group):
                yield EntryPoint(entry.name, entry.value, distribution.name, distribution.version)


def _section(text: str, group: str) -> Iterator[tuple[str, str]]:
    is_inside = False
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("["):
            is_inside = line == f"[{group}]"
        elif is_inside and "=" in line and line[0] not in "#;":
            name, _, value = line.partition("=")
            yield name.strip(), value.strip()


def _head(text: str) -> dict[str, str]:
    lines = text.replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    pairs = (line.partition(":") for line in reversed(lines))
    return {name.lower(): value.strip() for name, _, value in pairs}


def _project(stem: str) -> str:
    """Return the project of `project-version`, `project-version-py3.11` or `project`."""
    parts = stem.split("-")
    count = next((number for number, part in enumerate(parts) if number and part[:1].isdigit()), len(parts))
    return _normal("-".join(parts[:count]))


def _normal(project: str) -> str:
    return project.replace("_", "-").replace(".", "-").lower()


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
