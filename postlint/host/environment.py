"""What is installed, told by the names of folders: nothing is imported or parsed for it."""

from __future__ import annotations

import os
import re
import sys
from functools import cache

from postlint.values.hashing import blake2_of
from postlint.values.version import __version__

_METADATA = (".dist-info", ".egg-info", ".egg-link")
_SITE_FOLDERS = frozenset({"site-packages", "dist-packages"})
_CORE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def installed(folder: str) -> tuple[str, ...]:
    """Return the sorted names of the metadata in a folder of `sys.path`: a distribution with its version each."""
    try:
        return tuple(sorted(name for name in os.listdir(folder or ".") if name.endswith(_METADATA)))
    except OSError:
        return ()


@cache
def installed_digest() -> str:
    """Return a hash of every distribution that can be imported, with its version."""
    names = sorted({name for folder in sys.path for name in installed(folder)})
    return blake2_of("\n".join(names).encode(errors="surrogateescape"))


def code_digest(location: str, distribution: str, version: str) -> str:
    """Return a hash of the code of the module or package at `location`.

    For what an installer put there, its list of files with their hashes stands for the bytes.
    """
    folder, name = os.path.split(location)
    record = _record(folder, distribution, version)
    files = [record] if record else _python_files(folder) if name == "__init__.py" else [location]
    pieces = [f"{distribution} {version}".encode(errors="surrogateescape")]
    for path in files:
        try:
            with open(path, "rb") as file:
                pieces.append(file.read())
        except OSError:
            pieces.append(b"\0")
    return blake2_of(b"".join(pieces))


@cache
def core_digest() -> str:
    """Return the same for core."""
    return code_digest(os.path.join(_CORE, "__init__.py"), "postlint", __version__)


def _record(folder: str, distribution: str, version: str) -> str | None:
    """Return the installer's list of files, if the code lies where installers put it."""
    while folder and os.path.basename(folder) not in _SITE_FOLDERS:
        parent = os.path.dirname(folder)
        folder = parent if parent != folder else ""
    name = f"{re.sub(r'[-_.]+', '_', distribution)}-{version}.dist-info".lower()
    found = next((entry for entry in installed(folder) if entry.lower() == name), None) if folder else None
    return os.path.join(folder, found, "RECORD") if found else None


def _python_files(folder: str) -> list[str]:
    found = []
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        found += [os.path.join(at, name) for name in sorted(names) if name.endswith(".py")]
    return found
