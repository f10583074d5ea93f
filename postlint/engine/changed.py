"""Which findings lie in what changed of a post."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.diagnostic import Diagnostic

# difflib looks at every pair of equal lines; beyond this, lines that were not there before count as changed
_MAX_LINES = 4000


def changed_test(old: Post, new: Post) -> Callable[[Diagnostic], bool]:
    """Return a test of findings of `new`: does one lie on a line that `old` did not have there?

    Front matter counts as one: a finding in it is new as soon as any of it changed, a key taken away too.
    """
    ranges = changed_lines(old.source, new.source)
    starts = [start for start, _ in ranges]
    block = new.front_matter.span if new.front_matter else None
    is_block_same = (
        block is not None
        and old.front_matter is not None
        and (old.front_matter.span.of(old.text) == block.of(new.text))
    )

    def is_changed(diagnostic: Diagnostic) -> bool:
        if block is not None and diagnostic.span.start < block.end:
            return not is_block_same
        last = max(diagnostic.location.line, diagnostic.end_location.line)
        at = bisect_right(starts, last) - 1
        return at >= 0 and ranges[at][1] > diagnostic.location.line

    return is_changed


def changed_lines(old: Source, new: Source) -> list[tuple[int, int]]:
    """Return the line numbers of `new` that differ from `old`, as sorted half-open ranges, from 1."""
    left, right = _lines(old), _lines(new)
    lead, least = 0, min(len(left), len(right))
    while lead < least and left[lead] == right[lead]:
        lead += 1
    tail = 0
    while tail < least - lead and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    left, right = left[lead : len(left) - tail], right[lead : len(right) - tail]
    if max(len(left), len(right)) > _MAX_LINES:
        known = set(left)
        return [(lead + n + 1, lead + n + 2) for n, line in enumerate(right) if line not in known]
    import difflib

    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    return [(lead + c + 1, lead + d + 1) for tag, _, _, c, d in matcher.get_opcodes() if tag != "equal" and d > c]


def _lines(source: Source) -> list[str]:
    lines = source.lines
    return [lines.line_span(number).of(source.text) for number in range(1, len(lines) + 1)]
