"""Which files Astro's loaders take for entries of a collection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from postlint.generators.astro.zod import CONFIG_FILES, read_patterns
from postlint.generators.facts import SiteFacts
from postlint.generators.path_globs import path_globs
from postlint.values.late_pattern import late_pattern

# `{md,mdx}`, `(md|mdx)` and `@(md|mdx)`, without any of them inside
_CHOICE = late_pattern(r"\{([^{}()]*)\}|(?:(?<![!?*+@\w])|@)\(([^{}()]*)\)")
_UNREAD = late_pattern(r"[(){}\\]")
_MOST_CHOICES = 64
# a collection without a loader of its own
_HIDDEN = ("/**/_*",)


def is_entry(path: str, facts: SiteFacts) -> bool:
    """Tell whether a file below the folder of a collection is one of its entries; True for any other file.

    An extension counts in any case: that Astro does not read `a.MD` is for the outcome to say.
    """
    dot = path.rfind(".")
    path = path[:dot] + path[dot:].lower()
    config = next((facts.files[name] for name in CONFIG_FILES if name in facts.files), "")
    below = [
        (path[len(folder) + 1 :] if folder else path, globs)
        for folder, globs in read_patterns(config)
        if not folder or path.startswith(f"{folder}/")
    ]
    return not below or any(globs is None or _takes(globs, rest) for rest, globs in below)


def _takes(globs: tuple[str, ...], path: str) -> bool:
    if not globs:
        return not path_globs(_HIDDEN).matches(path)
    wanted = _expanded(glob for glob in globs if not glob.startswith("!"))
    refused = _expanded(glob[1:] for glob in globs if glob.startswith("!"))
    if wanted is None or refused is None:
        return True
    return path_globs(wanted).matches(path) and not path_globs(refused).matches(path)


def _expanded(globs: Iterable[str]) -> tuple[str, ...] | None:
    """Return globs without choices, from the folder on; None if one is of a kind that is not read."""
    found: list[str] = []
    for glob in globs:
        parts = list(_parts(glob.removeprefix("./")))
        if any(_UNREAD.search(part) for choice in parts for part in choice):
            return None
        found += ["/" + "".join(chosen) for chosen in product(*parts)]
        if len(found) > _MOST_CHOICES:
            return None
    return tuple(found)


def _parts(glob: str) -> Iterator[tuple[str, ...]]:
    at = 0
    for match in _CHOICE.finditer(glob):
        yield (glob[at : match.start()],)
        yield tuple(re.split(r"[,|]", match[1] if match[1] is not None else match[2]))
        at = match.end()
    yield (glob[at:],)
