"""Unified diffs that `git apply` takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postlint.values.file_result import FixedFile
from postlint.values.late_pattern import late_pattern

_CONTEXT = 3
# difflib looks at every pair of equal lines: beyond this a change is drawn as one piece
_MAX_LINES = 4000
_QUOTED = late_pattern(r'[\x00-\x1f\x7f"\\]')
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def draw_diff(path: str, fixed: FixedFile) -> str:
    """Return the change of one file; line ends as they are, bytes that are not UTF-8 as surrogate escapes."""
    old = _lines(fixed.old_raw)
    new = _lines(fixed.raw)
    name = path.removeprefix("./")
    parts = [f"--- {_quote(f'a/{name}')}\n", f"+++ {_quote(f'b/{name}')}\n"]
    for group in _groups(old, new):
        parts.append(_header(group))
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                parts.extend(_marked(" ", old[start:end]))
                continue
            parts.extend(_marked("-", old[start:end]))
            parts.extend(_marked("+", new[new_start:new_end]))
    return "".join(parts)


def _lines(raw: bytes) -> list[str]:
    # git ends lines at LF alone, whatever the encoding
    return [line.decode("utf-8", "surrogateescape") for line in raw.split(b"\n")[:-1]] + _rest(raw)


def _rest(raw: bytes) -> list[str]:
    last = raw.rpartition(b"\n")[2]
    return [f"{last.decode('utf-8', 'surrogateescape')}\n\\ No newline at end of file"] if last else []


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line}\n"


Opcode = tuple[str, int, int, int, int]


def _groups(old: list[str], new: list[str]) -> Iterator[list[Opcode]]:
    """Yield hunks; what is equal before and after the change is taken off first, as most of a post is."""
    lead = 0
    least = min(len(old), len(new))
    while lead < least and old[lead] == new[lead]:
        lead += 1
    tail = 0
    while tail < least - lead and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    start, tail = max(0, lead - _CONTEXT), max(0, tail - _CONTEXT)
    left, right = old[start : len(old) - tail], new[start : len(new) - tail]
    if max(len(left), len(right)) > _MAX_LINES:
        yield _one_piece(start, lead, len(old) - tail, len(new) - tail, old, new)
        return
    import difflib

    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        yield [(tag, a + start, b + start, c + start, d + start) for tag, a, b, c, d in group]


def _one_piece(start: int, lead: int, old_end: int, new_end: int, old: list[str], new: list[str]) -> list[Opcode]:
    after = 0
    while after < _CONTEXT and old_end - after > lead and new_end - after > lead:
        if old[old_end - 1 - after] != new[new_end - 1 - after]:
            break
        after += 1
    return [
        ("equal", start, lead, start, lead),
        ("replace", lead, old_end - after, lead, new_end - after),
        ("equal", old_end - after, old_end, new_end - after, new_end),
    ]


def _header(group: list[Opcode]) -> str:
    first, last = group[0], group[-1]
    return f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"


def _range(start: int, end: int) -> str:
    if end == start:
        return f"{start},0"
    return f"{start + 1}" if end - start == 1 else f"{start + 1},{end - start}"


def _quote(name: str) -> str:
    """Return a name as git writes it: in quotes where it must be, with a tab behind it where it holds a blank."""
    if _QUOTED.search(name):
        return f'"{_QUOTED.sub(_escape, name)}"'
    return f"{name}\t" if " " in name else name


def _escape(match: re.Match[str]) -> str:
    return _NAMED.get(match.group()) or f"\\{ord(match.group()):03o}"
