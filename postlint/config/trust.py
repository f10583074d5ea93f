"""Whose config files are trusted, and what the project of a config file is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

VARIABLE = "POSTLINT_TRUSTED"


class Trust:
    """Whose configs may do everything: those below `folders`, or all; nobody else can say so than the user."""

    def __init__(self, folders: Iterable[str] = (), *, is_given: bool = False) -> None:
        self._folders = tuple(os.path.realpath(folder) for folder in folders if os.path.isabs(folder))
        self._is_given = is_given

    @classmethod
    def of_user(cls, environment: Mapping[str, str], *, is_given: bool) -> Trust:
        """Return the trust that the command line gives, else that of the folders named in the environment."""
        return cls(environment.get(VARIABLE, "").split(os.pathsep), is_given=is_given)

    def covers(self, path: str) -> bool:
        """Tell whether a config file (absolute path) may do everything."""
        return self._is_given or any(is_inside(path, folder) for folder in self._folders)


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a path, links followed, lies in a folder."""
    if "\0" in path:
        return False
    real, root = os.path.realpath(path), os.path.realpath(folder)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def project_root(path: str) -> str:
    """Return the folder that a config file (absolute path) may speak of.

    That is the top of its repository; without one, the working directory if the file lies below it, else
    the file's own folder. Neither the home directory nor the root of the disk is ever a project.
    """
    own = at = os.path.dirname(path)
    bounds = (os.path.dirname(at), os.path.expanduser("~")) if own == os.sep else (os.sep, os.path.expanduser("~"))
    while at not in bounds and os.path.dirname(at) != at:
        if os.path.exists(os.path.join(at, ".git")):
            return at
        at = os.path.dirname(at)
    here = os.getcwd()
    return here if here not in bounds and is_inside(own, here) else own
