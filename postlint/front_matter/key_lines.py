"""Lines that look like keys and their values, in a block or where one may start."""

from __future__ import annotations

import re

from postlint.front_matter.fences import next_line
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# keys that hardly any prose starts a line with, and that blogs of every kind use
_COMMON = """
title date tags tag categories category layout author authors description slug permalink draft published
updated lastmod modified pubdate publishdate summary excerpt cover image thumbnail keywords lang weight
aliases url id toc comments subtitle type template heroimage index_img banner_img featuredimage status
created 标题 日期 标签 分类 作者
"""
_COMMON_KEYS = frozenset(_COMMON.split())
MAX_LINES = 400
"""Lines of a block that are looked at."""

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00a0\u3000"
"""Characters before a fence or a key that a person does not see."""

_LINE = late_pattern(r"[^\r\n]*")
_KEY = late_pattern(
    rf"(?P<indent>[ \t{INVISIBLE}]*)[\"']?(?P<key>[^\W\d][\w.\-]*)[\"']?"
    rf"[ \t{INVISIBLE}]*(?P<mark>[:=：])(?P<after>.?)"
)
_MORE = late_pattern(r"[ \t]+\S|-[ \t]|-\Z|#|\[[\w.\"' -]+\]{1,2}[ \t]*\Z|[\]}],?[ \t]*\Z")


def line_at(text: str, at: int) -> str:
    """Return the rest of a line without its line end."""
    found = _LINE.match(text, at)
    return found[0] if found else ""


def is_common_key(key: str) -> bool:
    """Tell whether blogs of every kind use a key that hardly any prose starts a line with."""
    return key.casefold() in _COMMON_KEYS


def first_key(line: str) -> str | None:
    """Return the key that a line starts with, without a blank before it; None if there is none."""
    found = _KEY.match(line)
    return found["key"] if found is not None and not found["indent"] and _is_key(found) else None


def is_continuation(line: str) -> bool:
    """Tell whether a line may go on with the value before it: indented, an item, a comment, a table's head."""
    return _MORE.match(line) is not None


class Keys:
    """The keys met so far: how many, and whether one of them is common."""

    def __init__(self) -> None:
        self.count, self.known = 0, False

    def take(self, line: str) -> bool:
        """Count the key of a line; tell whether it has one."""
        found = _KEY.match(line)
        if found is None or not _is_key(found):
            return False
        self.count += 1
        self.known = self.known or found["key"].casefold() in _COMMON_KEYS
        return True

    @property
    def are_meant(self) -> bool:
        """Tell whether this is more than a line of prose with a colon."""
        return self.known or self.count >= 2


def _is_key(found: re.Match[str]) -> bool:
    # `https://…` and `12:30` are no keys
    return found["mark"] != ":" or found["after"] != "/" or found["key"].casefold() in _COMMON_KEYS


def is_meant(text: str, block: Span) -> bool:
    """Tell whether a block that needs no opening fence looks like front matter and not like prose.

    It does if a common key stands among the lines at its start that look like keys and their values.
    """
    keys, at = Keys(), block.start
    for _ in range(MAX_LINES):
        line = line_at(text, at)
        if at >= block.end or keys.known:
            break
        if not keys.take(line) and line.strip() and not (keys.count and is_continuation(line)) and line[0] != "#":
            break
        at = next_line(text, at + len(line))
    return keys.known
