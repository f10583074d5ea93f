"""Gitignore patterns over paths relative to a site's root, fast enough for every file of a walk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WILD = re.compile(r"[*?\[]")


class PathGlobs:
    """A set of gitignore patterns (no negation). A pattern that matches a folder matches all below it."""

    __slots__ = ("_folder", "_name", "_names", "_path")

    def __init__(self, patterns: Iterable[str]) -> None:
        names: set[str] = set()
        folder: list[str] = []
        name: list[str] = []
        path: list[str] = []
        for pattern in patterns:
            bare = pattern.rstrip("/")
            if "/" in bare:
                path.append(_translate_path(pattern))
            elif pattern.endswith("/") and not _WILD.search(bare):
                names.add(bare)
            elif bare:
                (folder if pattern.endswith("/") else name).append(_translate(bare))
        self._names = frozenset(names)
        # a pattern without a slash is for each part of the path, one with a slash at its end for folders
        self._name = _compile(name)
        self._folder = _compile(folder + name)
        self._path = _compile(path)

    def matches(self, path: str) -> bool:
        """Tell whether a file's path (with `/`) is matched, itself or by one of its folders."""
        *folders, name = path.split("/")
        if not self._names.isdisjoint(folders) or (self._name and self._name.fullmatch(name)):
            return True
        if self._folder and any(map(self._folder.fullmatch, folders)):
            return True
        return self._path is not None and self._path.fullmatch(path) is not None


@lru_cache(maxsize=128)
def path_globs(patterns: tuple[str, ...]) -> PathGlobs:
    """Return the compiled patterns; equal tuples share one object."""
    return PathGlobs(patterns)


def _compile(regexes: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(regexes), re.DOTALL) if regexes else None


def _translate_path(pattern: str) -> str:
    tail = "/.+" if pattern.endswith("/") else "(?:/.*)?"
    return _translate(pattern.strip("/")) + tail


def _translate(text: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        if text.startswith("**/", at):
            out.append("(?:.*/)?")
            at += 3
        elif text.startswith("**", at):
            out.append(".*")
            at += 2
        elif text[at] == "[" and (end := text.find("]", at + 2)) > 0:
            inside = text[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            out.append(f"[^{inside[1:]}]" if inside[0] in "!^" else f"[{inside}]")
            at = end + 1
        else:
            out.append({"*": "[^/]*", "?": "[^/]"}.get(text[at]) or re.escape(text[at]))
            at += 1
    return "".join(out)
