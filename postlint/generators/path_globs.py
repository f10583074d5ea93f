"""Gitignore patterns over paths relative to a site's root, fast enough for every file of a walk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from postlint.values.late_pattern import late_pattern

_WILD = late_pattern(r"[*?\[]")
_STARS = late_pattern(r"\*+")
# a pattern with more stars, which only a site's own config has, could take a regular expression ages
_MOST_STARS = 2


class PathGlobs:
    """A set of gitignore patterns (no negation). A pattern that matches a folder matches all below it."""

    __slots__ = ("_below", "_folder", "_hides_dots", "_name", "_names", "_path", "_prefixes", "_slow")

    def __init__(self, patterns: Iterable[str]) -> None:
        names: set[str] = set()
        folder: list[str] = []
        name: list[str] = []
        path: list[str] = []
        slow: list[tuple[str, ...]] = []
        prefixes: list[str] = []
        self._hides_dots = False
        for pattern in patterns:
            bare = pattern.rstrip("/")
            if pattern == ".*":
                self._hides_dots = True
            elif pattern.startswith("/") and pattern.endswith("/") and not _WILD.search(bare):
                prefixes.append(pattern[1:])
            elif len(_STARS.findall(bare)) > _MOST_STARS:
                slow.append(_parts(pattern))
            elif "/" in bare:
                path.append(_translate_path(pattern))
            elif pattern.endswith("/") and not _WILD.search(bare):
                names.add(bare)
            elif bare:
                (folder if pattern.endswith("/") else name).append(_translate(bare))
        self._names = frozenset(names)
        self._prefixes = tuple(prefixes)
        # a pattern without a slash is for each part of the path, one with a slash at its end for folders
        self._name = _compile(name)
        self._folder = _compile(folder + name)
        self._path = _compile(path)
        self._slow = tuple(slow)
        self._below: dict[str, bool] = {}

    def matches(self, path: str) -> bool:
        """Tell whether a file's path (with `/`) is matched, itself or by one of its folders."""
        if path.startswith(self._prefixes) or (self._hides_dots and (path.startswith(".") or "/." in path)):
            return True
        folder, _, name = path.rpartition("/")
        is_below = self._below.get(folder)
        if is_below is None:
            is_below = self._below[folder] = self._matches_folder(folder)
        if is_below or (self._name and self._name.fullmatch(name)):
            return True
        if self._path is not None and self._path.fullmatch(path) is not None:
            return True
        return bool(self._slow) and any(_matches_parts(parts, path.split("/")) for parts in self._slow)

    def _matches_folder(self, folder: str) -> bool:
        """Tell whether a part of a folder's path is matched."""
        parts = folder.split("/") if folder else []
        if not self._names.isdisjoint(parts):
            return True
        return self._folder is not None and any(map(self._folder.fullmatch, parts))


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


def _parts(pattern: str) -> tuple[str, ...]:
    """Return the parts of a pattern as it is matched from the root; `**` stands for any number of folders."""
    bare = pattern.rstrip("/")
    parts = [part for part in bare.split("/") if part]
    return (*(() if "/" in bare else ("**",)), *parts, *(("*",) if pattern.endswith("/") else ()))


def _matches_parts(parts: tuple[str, ...], path: list[str]) -> bool:
    """Match part by part, in the product of both lengths; what is below a matched folder is matched."""
    reached = {0}
    for number in range(len(path) + 1):
        # `**` may stand for nothing
        for at in sorted(reached):
            while at < len(parts) and parts[at] == "**":
                at += 1
                reached.add(at)
        if len(parts) in reached:
            return True
        if number == len(path):
            break
        step = {at for at in reached if at < len(parts) and parts[at] == "**"}
        step |= {at + 1 for at in reached if at < len(parts) and _matches_part(parts[at], path[number])}
        reached = step
    return False


def _matches_part(part: str, name: str) -> bool:
    return part == "**" or fnmatchcase(name, part)
