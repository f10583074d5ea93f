"""What many rules are about: one look at a post tells that all of them have nothing to say.

These views do not keep the post, which would then hold itself and wait for the garbage collector.
"""

from __future__ import annotations

from postlint import Civil, Entry, FrontMatter, Mapping, Options, Post, Scalar, Sequence, View
from postlint_front_matter.lost import find_rest
from postlint_front_matter.meant import PROSE_KEYS, TEXT_KEYS, YAML_FORMATS
from postlint_front_matter.wide import COMMAS, OPENERS

_TYPED = frozenset({Civil, bool})
_ORDINARY = frozenset("123456789")
# longer ones may be beyond what JavaScript can hold
_SHORT = 16


class TroubledBlock(View[Options]):
    """A block that is missing, not read, not closed, not valid, or holds a key twice."""

    is_empty = False

    def __init__(self, post: Post, options: Options) -> None:
        reading = post.reading
        split, parsed = reading.split, reading.parsed
        self.is_empty = (
            reading.is_read
            and not reading.is_swallowed
            and split is not None
            and parsed is not None
            and not split.span.start
            and not parsed.problems
            and not parsed.duplicates
        )


class OddValues(View[Options]):
    """Values that may not be read as they are written, or in which odd signs stand.

    It is empty where a valid block holds nothing but plain words, dates and whole numbers.
    """

    is_empty = False

    def __init__(self, post: Post, options: Options) -> None:
        block = post.front_matter
        self.is_empty = block is None or not _is_odd(block)


def _is_odd(block: FrontMatter) -> bool:
    if block.format not in YAML_FORMATS or block.problems or not block.is_map or not block.is_read:
        return True
    lines = block.split.block.of(block.text)
    return may_lose(lines) or find_rest(block) is not None or _holds_odd_value(block.root, lines)


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


def _holds_odd_value(root: Mapping, lines: str) -> bool:
    """Written out for the one kind of value that nearly all are, since every post is asked."""
    is_printable = lines.replace("\n", "").isprintable()
    for entry in root.entries:
        key, node = entry[0], entry[1]
        if not key.isascii():
            return True
        if node.__class__ is not Scalar or node.value.__class__ is not str:
            if not _is_ordinary(entry):
                return True
        elif node.raw[:1] in OPENERS or not (is_printable or _is_printable(node.raw)):
            return True
    return False


def _is_ordinary(entry: Entry) -> bool:
    key, node = entry.key.lower(), entry.node
    if isinstance(node, Scalar):
        return (node.value.__class__ in _TYPED and key not in TEXT_KEYS) or _is_plain(node)
    if isinstance(node, Mapping) or key in PROSE_KEYS:
        return False
    return all(isinstance(item, Scalar) and _is_plain(item) and _has_no_comma(node, item) for item in node.items)


def _is_plain(node: Scalar) -> bool:
    """Tell whether a scalar is text without odd signs at its start, or a number like 2024."""
    raw, value = node.raw, node.value
    if value is None or value.__class__ is str:
        return _is_plain_text(raw)
    return value.__class__ is int and raw[:1] in _ORDINARY and len(raw) < _SHORT and raw.isdigit()


def _is_plain_text(raw: str) -> bool:
    return raw[:1] not in OPENERS and _is_printable(raw)


def _is_printable(raw: str) -> bool:
    return raw.isprintable() or all(map(str.isprintable, raw.split("\n")))


def _has_no_comma(node: Sequence, item: Scalar) -> bool:
    return node.style != "flow" or item.raw.isascii() or COMMAS.search(item.raw) is None
