"""What the rules are about: one look at a post tells that none of them has anything to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postlint import Civil, FrontMatter, Mapping, Options, Post, Scalar, Sequence, View
from postlint_front_matter.lost import find_rest
from postlint_front_matter.meant import PROSE_KEYS, TEXT_KEYS, YAML_FORMATS, read_block
from postlint_front_matter.near_misses import find_near_miss
from postlint_front_matter.titles import is_suspect
from postlint_front_matter.wide import COMMAS, OPENERS

_ORDINARY = frozenset("123456789")
# longer ones may be beyond what JavaScript can hold
_SHORT = 16
_DATE = frozenset({"date", "datetime"})
_TYPES: dict[type, frozenset[str]] = {
    str: frozenset({"str"}), int: frozenset({"int"}), bool: frozenset({"bool"}), list: frozenset({"list"}), Civil: _DATE
}  # fmt: skip
_MOST_KEYS = 10_000

Kinds = frozenset[type]


class _Prose:
    """Stands among the kinds of a key whose text may hold any blank or sign that cannot be seen."""


class UnusualBlock(View[Options]):
    """Front matter in which any rule may find something: all but the block that nearly every post has.

    That block is YAML at the top of the file, read and published by the generator, with known keys and those of the
    site's own, and values that are plain words, dates, whole numbers and lists of these, as each key has them.
    It does not keep the post, which would then hold itself and wait for the garbage collector.
    """

    is_empty = False

    def __init__(self, post: Post, options: Options) -> None:
        block = read_block(post)
        self.is_empty = block is not None and _is_sound(block) and _is_usual(post, block) and _is_published(post)


def _is_sound(block: FrontMatter) -> bool:
    """Tell whether a block stands where it should, holds no mistake, and nothing that is not read."""
    split, parsed = block.split, block.parsed
    return (
        split.format in YAML_FORMATS
        and not split.span.start
        and parsed.root.__class__ is Mapping
        and not parsed.problems
        and not parsed.duplicates
        and not may_lose(split.block.of(block.text))
        and find_rest(block) is None
    )


def may_lose(lines: str) -> bool:
    """Tell whether a sign stands in lines of a block that may start a comment, an anchor, a tag, a map or a list."""
    # a single character is found ten times as fast as two
    return (
        ("#" in lines and (" #" in lines or "\t#" in lines))
        or ("&" in lines and " &" in lines)
        or ("!" in lines and " !" in lines)
        or ("{" in lines and " {" in lines)
        or ("[" in lines and "[[" in lines)
    )


def _is_published(post: Post) -> bool:
    outcome = post.outcome
    return outcome.status == "published" and not outcome.faults


def _is_usual(post: Post, block: FrontMatter) -> bool:
    """Tell whether all keys are there that are needed, and every value is one that its key usually has.

    Written out for a text, which most values are, since every value of every post is asked.
    """
    profile = post.generator.profile
    if profile.required_keys and any(block.find_dotted(key) is None for key in profile.required_keys):
        return False
    usual = _usual_kinds(post)
    for entry in block.root.entries:
        key, node = entry[0], entry[1]
        kinds = usual.get(key)
        if kinds is None:
            kinds = usual[key] = _kinds_of(post, key)
        if node.__class__ is not Scalar:
            if list not in kinds or not _is_plain_list(node):
                return False
            continue
        raw, kind = node[2], node[3].__class__
        if kind not in kinds or raw[:1] in OPENERS:
            return False
        if (kind is int or not raw.isprintable()) and not _is_plain(node, is_prose=_Prose in kinds):
            return False
    return not _has_odd_title(block, profile.title_keys)


def _has_odd_title(block: FrontMatter, keys: Iterable[str]) -> bool:
    for key in keys:
        entry = block.find(key)
        if entry is not None and entry.node.value.__class__ is str and is_suspect(entry.node.value):
            return True
    return False


def _is_plain_list(node: Any) -> bool:
    if node.__class__ is not Sequence:
        return False
    may_hold_commas = node.style != "flow"
    for item in node.items:
        if item.__class__ is not Scalar or item[3].__class__ not in _ITEMS or item[2][:1] in OPENERS:
            return False
        if not (_is_plain(item) and (may_hold_commas or item[2].isascii() or COMMAS.search(item[2]) is None)):
            return False
    return True


_ITEMS: Kinds = frozenset({str, int, type(None)})


def _is_plain(node: Scalar, *, is_prose: bool = False) -> bool:
    """Tell whether a scalar holds no blank or sign that cannot be seen, unless as prose may, and is no odd number."""
    raw = node[2]
    if node[3].__class__ is int:
        return raw[:1] in _ORDINARY and len(raw) < _SHORT and raw.isdigit()
    # behind a dash they may make another thing of it than an item
    return (is_prose and raw[:1] != "-") or all(map(str.isprintable, raw.split("\n")))


def _usual_kinds(post: Post) -> dict[str, Kinds]:
    """Return what was found out of the keys under a generator's profile."""
    profile = post.generator.profile
    kept = _KEPT.get(id(profile))
    if kept is None or kept[0] is not profile or len(kept[1]) > _MOST_KEYS:
        kept = _KEPT[id(profile)] = (profile, {})
    return kept[1]


# profiles hold a mapping and cannot be hashed; there are as many as generators
_KEPT: dict[int, tuple[object, dict[str, Kinds]]] = {}


def _kinds_of(post: Post, key: str) -> Kinds:
    """Return the classes of values that a key usually has; none for one that may be a slip."""
    profile, name = post.generator.profile, key.lower()
    if not key.isascii() or (key not in profile.known_keys and find_near_miss(post, key) is not None):
        return frozenset()
    kinds: set[type] = {str, int} if name in PROSE_KEYS else {str, int, list}
    if name not in TEXT_KEYS:
        kinds |= {Civil, bool}
    if name in PROSE_KEYS:
        kinds.add(_Prose)
    wanted = profile.key_types.get(key)
    if wanted and key not in profile.date_keys:
        kinds = {kind for kind in kinds if kind is _Prose or _TYPES[kind].issubset(wanted)}
    if key != "title" and key not in profile.never_null_keys:
        kinds.add(type(None))
    return frozenset(kinds)
