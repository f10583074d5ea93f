"""Keys that are nearly one that the generator or its themes read."""

from __future__ import annotations

from functools import lru_cache

from postlint import FrontMatter, NamedTuple, Post, known_keys, late_pattern

# what sites of no known generator write, too
_COMMON_TEXT = """
title date tags categories description draft published author layout keywords permalink updated summary
"""
_COMMON = frozenset(_COMMON_TEXT.split())
# words of their own that are a letter away from a key
_WORDS_TEXT = """
data dates tile titles tiles tangs covers images links orders pages parents types weights authored logos
price place plate range rang sage cage state states statue stats mode modes made note notes node nodes
location locations rating ratings rates gate lady later label labels level levels
"""
_WORDS = frozenset(_WORDS_TEXT.split())
# of these the singular is a slip
_PLURALS = frozenset({"tags", "categories", "keywords", "aliases"})
# what an input method or a paste leaves beside a key: a letter or two, or signs without width
_STRAYS = late_pattern(r"^[^\x00-\x7f]{1,2}|[^\x00-\x7f]{1,2}$")
_MIN_LENGTH = 4
_LONG = 9
_SAMPLE = 60
_MANY = 3
_HEAD = 2048


class NearMiss(NamedTuple):
    """The key that was probably meant, and whether only capitals or separators differ."""

    wanted: str
    is_case: bool


def find_near_miss(post: Post, key: str) -> NearMiss | None:
    """Return what a key was meant to be; None if it is known, unlike any other, or as good as known."""
    profile = post.generator.profile
    known = profile.known_keys or _COMMON
    name = key.lower() if profile.folds_key_case else key
    if name in known or not _MIN_LENGTH <= len(key) <= 30 or key[0] == "_":
        return None
    found = _without_strays(name, known) or _nearest(name, known, tuple(profile.key_types))
    if found is None:
        return None
    is_plain_case = found.is_case and key.lower() == found.wanted.lower()
    return found if is_plain_case or (name not in known_keys() and name not in _WORDS) else None


def count_users(post: Post, key: str) -> int:
    """Return how many posts near this one start a line with a key; counting stops where they are many."""
    paths = [path for path in _neighbours(post) if path != post.path]
    step = max(1, len(paths) // _SAMPLE)
    marks = [f"\n{key}{sign}".encode() for sign in (":", " :", " =", "=")] + [f'"{key}"'.encode()]
    users = 0
    for path in paths[::step]:
        head = post.site.files.head(path, _HEAD)
        users += any(mark in head for mark in marks)
        if users >= _MANY:
            break
    return users


def _neighbours(post: Post) -> list[str]:
    """Return the paths of the posts in this post's folder and in the folders beside it."""
    names = post.site.files.names
    folder, _, name = post.path.rpartition("/")
    extension = name[name.rfind(".") :]
    above = folder.rpartition("/")[0]
    paths = [_join(folder, other) for other in names(folder) if other.endswith(extension)]
    if above:
        beside = [other for other in names(above) if "." not in other and _join(above, other) != folder]
        for other in beside[:_SAMPLE]:
            path = _join(above, other)
            paths.extend(_join(path, inner) for inner in names(path)[:_SAMPLE] if inner.endswith(extension))
    return paths


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def is_habit(post: Post, key: str) -> bool:
    """Tell whether many posts of the site use a key: it is the site's own."""
    return count_users(post, key) >= _MANY


def is_there(block: FrontMatter, wanted: str, *, folds: bool) -> bool:
    """Tell whether a block has a key, in any case if the generator `folds` it."""
    if folds:
        return any(entry.key.lower() == wanted.lower() for entry in block.root.entries)
    return any(entry.key == wanted for entry in block.root.entries)


def _without_strays(key: str, known: frozenset[str]) -> NearMiss | None:
    """Return the key that is left without letters of another script or signs that no one sees at an end of it."""
    if key.isascii():
        return None
    bare = _STRAYS.sub("", key)
    return NearMiss(bare, is_case=False) if bare in known and bare.isascii() else None


def _squashed(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


@lru_cache(maxsize=32)
def _by_squashed(known: frozenset[str]) -> dict[str, str]:
    return {_squashed(key): key for key in sorted(known, reverse=True)}


@lru_cache(maxsize=4096)
def _nearest(key: str, known: frozenset[str], core: tuple[str, ...]) -> NearMiss | None:
    """Return the known key that another one resembles; the keys of a site's own come again in every post."""
    return _by_case(key, known) or _by_spelling(key, known, _COMMON.union(core))


def _by_case(key: str, known: frozenset[str]) -> NearMiss | None:
    wanted = _by_squashed(known).get(_squashed(key))
    return NearMiss(wanted, is_case=True) if wanted is not None else None


def _by_spelling(key: str, known: frozenset[str], core: frozenset[str]) -> NearMiss | None:
    """Find a key that one slip of the pen makes of another (two in a long one), core ones first."""
    if not key.isascii() or not key.replace("_", "").replace("-", "").isalpha():
        return None
    lower = key.lower()
    most = 2 if len(key) >= _LONG else 1
    best: tuple[int, bool, str] | None = None
    for wanted in known:
        other = wanted.lower()
        if abs(len(other) - len(lower)) > most or len(other) < _MIN_LENGTH or other[0] not in lower[:2]:
            continue
        if other == f"{lower}s" and wanted not in _PLURALS:
            continue
        if lower == f"{other}s":
            continue
        steps = slips_between(lower, other, most)
        if steps <= most:
            best = min(best or (9, True, ""), (steps, wanted not in core, wanted))
    return NearMiss(best[2], is_case=False) if best is not None else None


def slips_between(one: str, other: str, most: int) -> int:
    """Return how many letters are left out, put in, replaced or changed over; more than `most` is `most + 1`."""
    rows: list[list[int]] = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        rows.append(row)
    return min(rows[-1][-1], most + 1)
