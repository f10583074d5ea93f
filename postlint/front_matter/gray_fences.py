"""Where gray-matter puts front matter (gray-matter 4, @11ty/gray-matter 1: `index.js`)."""

from __future__ import annotations

from postlint.front_matter.fences import build_split
from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

_LINE = late_pattern(r"\r?\n")
_BLANKS = late_pattern(r"[ \t\r]*")
_LANGUAGES = {"": "yaml", "yaml": "yaml", "yml": "yaml", "json": "json", "js": "js", "javascript": "js"}


class GraySplit(NamedTuple):
    """A split, the language that the opening line names, and whether an engine for it exists.

    `is_empty` tells that the block holds nothing but blanks and comments: it is then never parsed.
    """

    split: Split
    language: str
    engine: str | None
    is_empty: bool


def split_gray(text: str) -> GraySplit | None:
    """Split as gray-matter does; without a closing fence the block runs to the end of the text."""
    if not text.startswith("---") or text.startswith("-", 3):
        return None
    line = _LINE.search(text, 3)
    # JavaScript's search gives -1, and slice(0, -1) leaves out the last character
    line_end = line.start() if line is not None else max(len(text) - 1, 3)
    language = text[3:line_end].strip()
    start = line_end if language or line is not None else 3
    found = text.find("\n---", start)
    closing = Span(found + 1, found + 4) if found >= 0 else Span(len(text), len(text))
    opening = Span(0, line_end)
    block_start = line.end() if line is not None and line.end() <= closing.start else start
    if not language and not _BLANKS.fullmatch(text, 3, line_end):
        # JavaScript trims it away, YAML does not: NBSP, U+3000, form feed
        opening, block_start = Span(0, 3), 3
    split = build_split(text, "yaml", opening, block_start, closing)
    is_empty = _is_empty(text[start : found if found >= 0 else len(text)])
    engine = _LANGUAGES.get(language) or _LANGUAGES.get(language.lower())
    if engine == "json":
        split = build_split(text, "json", opening, block_start, closing)
    return GraySplit(split, language, engine, is_empty)


def _is_empty(block: str) -> bool:
    """Tell whether every line is blank or a comment of at least one character."""
    if not block.lstrip().startswith("#"):
        return not block.strip()
    lines = (line.strip() for line in block.split("\n"))
    return all(not line or (line[0] == "#" and len(line) > 1) for line in lines)
