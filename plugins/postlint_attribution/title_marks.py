"""Marks that a title begins with: `[转载]`, `【原创】`, `[翻訳]`."""

from __future__ import annotations

import re

from postlint import Post, Span
from postlint_attribution.folding import fold


def title_mark(post: Post, words: re.Pattern[str]) -> Span | None:
    """Return where the title has a mark of some (folded) words in brackets at its start, or None.

    `words` is matched from the title's start and holds the mark with its brackets in the group `mark`.
    """
    entry = post.front_matter.find_any(*post.generator.profile.title_keys) if post.front_matter else None
    if entry is None or not isinstance(entry.value, str):
        return None
    mark = words.match(fold(entry.value))
    if mark is None:
        return None
    written = entry.value[mark.start("mark") : mark.end("mark")]
    at = post.text.find(written, entry.node.span.start, entry.node.span.end)
    return Span(at, at + len(written)) if at >= 0 else entry.node.span
