"""A few hashes that stay much the same while a post is edited, to know it again under another name."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from postlint.source.regular import open_regular
from postlint.values.late_pattern import late_pattern

_SIZE = 8
_LEAST = 0.35
# Chinese posts are often one long line: a sentence is a piece, too
_PIECE = late_pattern(r"[^\n。！？]+")
_MAX = 1_000_000
_MAX_HOLDERS = 50


def sketch_of(raw: bytes) -> str:
    """Return the 8 smallest hashes of a post's lines and sentences, 4 hex digits each, with `.` between."""
    text = raw[:_MAX].decode("utf-8", "replace")
    pieces = {" ".join(match.group().split()) for match in _PIECE.finditer(text)}
    hashes = sorted({sha256(piece.encode()).hexdigest()[:4] for piece in pieces if len(piece) > 3})
    return ".".join(hashes[:_SIZE])


def likeness(left: str, right: str) -> float:
    """Return how much two sketches have in common, from 0 to 1."""
    one, two = set(left.split(".")) - {""}, set(right.split(".")) - {""}
    smallest = sorted(one | two)[:_SIZE]
    return sum(1 for item in smallest if item in one and item in two) / len(smallest) if smallest else 0.0


def find_renames(gone: Mapping[str, str], fresh: Sequence[str], root: str) -> dict[str, str]:
    """Return the new path of each post that is gone, where one is much like it.

    `gone` maps paths relative to `root` to sketches, `fresh` are paths that no known finding names. The
    likest pair goes first; of equals, the one that kept its file name or its folder.
    """
    sketches = {path: _read_sketch(os.path.join(root, path)) for path in fresh}
    holders: dict[str, list[str]] = defaultdict(list)
    for path, sketch in sketches.items():
        for item in (sketch, *set(sketch.split("."))):
            holders[item].append(path)
    pairs = []
    for old, sketch in gone.items():
        # what half the posts share (a layout, an author) tells nothing
        rare = [holders[item] for item in set(sketch.split(".")) if 0 < len(holders.get(item, ())) <= _MAX_HOLDERS]
        likely = {path for paths in (holders.get(sketch, [])[:_MAX_HOLDERS], *rare) for path in paths}
        pairs += [(likeness(sketch, sketches[new]), _closeness(old, new), old, new) for new in likely]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for alike, _, old, new in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if alike >= _LEAST and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _closeness(old: str, new: str) -> int:
    return 2 * (os.path.basename(old) == os.path.basename(new)) + (os.path.dirname(old) == os.path.dirname(new))


def _read_sketch(path: str) -> str:
    try:
        with open_regular(path) as file:
            return sketch_of(file.read(_MAX))
    except OSError:
        return ""
