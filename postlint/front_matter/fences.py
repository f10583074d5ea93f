"""Where each grammar of fenced front matter puts the block.

Every function takes the text without its BOM, line ends as in the file, and returns the split or None. They
cost a `startswith` where there is no opening fence, and a `str.find` or an anchored search where there is.
"""

from __future__ import annotations

import re

from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span, new_span

_JEKYLL_OPEN = late_pattern(r"---[ \t\r\f\v]*\n")
_JEKYLL_CLOSE = late_pattern(r"^(?:---|\.\.\.)[ \t\r\f\v]*(?=\n|\Z)", re.MULTILINE)
# what JavaScript's \s matches; its ^ is the start of the text, BOM included
_ASTRO_OPEN = late_pattern(r"(?:[\s\ufeff]*\n)?(---|\+\+\+)")
_ASTRO_CLOSE = late_pattern(r"\n(?:---|\+\+\+)")
_MKDOCS_OPEN = late_pattern(r"---[ \t]*(?:\r\n|\n|\r)")
_MKDOCS_CLOSE = late_pattern(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=\r\n|\n|\r)")
# after a lone \r, too: python-frontmatter reads files with universal newlines
_PLAIN_OPEN = {
    "-": ("yaml", late_pattern(r"-{3,}[^\S\r\n]*(?=[\r\n]|\Z)")),
    "{": ("json", late_pattern(r"\{(?=[\r\n]|\Z)")),
    "+": ("toml", late_pattern(r"\+{3,}[^\S\r\n]*(?=[\r\n]|\Z)")),
}
_PLAIN_CLOSE = {
    "yaml": late_pattern(r"(?<=[\r\n])-{3,}[^\S\r\n]*(?=[\r\n]|\Z)"),
    "json": late_pattern(r"(?<=[\r\n])[{}](?=[\r\n]|\Z)"),
    "toml": late_pattern(r"(?<=[\r\n])\+{3,}[^\S\r\n]*(?=[\r\n]|\Z)"),
}
_ZOLA_OPEN = late_pattern(r"[ \t\r\n\f\v]*(\+\+\+|---)(?=\r?\n)")
_ZOLA_CLOSE = {
    "toml": late_pattern(r"\+\+\+[ \t\r\n\f\v]*(?:\n|\Z)"),
    "yaml": late_pattern(r"---[ \t\r\n\f\v]*(?:\n|\Z)"),
}


def next_line(text: str, at: int) -> int:
    """Return the offset after the line end at `at` (`\\n`, `\\r\\n`, a lone `\\r`), if one stands there."""
    if text.startswith("\r\n", at):
        return at + 2
    return at + 1 if text[at : at + 1] in ("\n", "\r") and at < len(text) else at


def before_line_end(text: str, at: int, floor: int) -> int:
    """Return where the line that ends just before `at` ends without its line end, but not below `floor`."""
    if at > floor and text[at - 1] == "\n":
        at -= 1
    if at > floor and text[at - 1] == "\r":
        at -= 1
    return at


def build_split(text: str, kind: str, opening: Span, block_start: int, closing: Span, body: int | None = None) -> Split:
    """Return the split between two fences; the body starts on the line after the closing one."""
    end = max(before_line_end(text, closing.start, block_start), block_start)
    after = next_line(text, closing.end) if body is None else body
    return Split(kind, new_span(opening.start, closing.end), new_span(block_start, end), after, opening, closing)


def split_jekyll(text: str) -> Split | None:
    """Split as Jekyll 3 and 4 do (`document.rb`): blanks may follow a fence, `...` may close."""
    opened = _JEKYLL_OPEN.match(text) if text.startswith("---") else None
    if opened is None:
        return None
    closed = _JEKYLL_CLOSE.search(text, opened.end())
    if closed is None:
        return None
    opening = Span(0, before_line_end(text, opened.end(), 0))
    return build_split(text, "yaml", opening, opened.end(), Span(*closed.span()))


def split_astro(text: str) -> Split | None:
    """Split as Astro does (`internal-helpers`, `frontmatter`): three characters each, blank lines may lead.

    An opening `---` may be closed by `+++` and the reverse; what follows the opening on its line is block.
    """
    opened = _ASTRO_OPEN.match(text)
    if opened is None:
        return None
    closed = _ASTRO_CLOSE.search(text, opened.end())
    if closed is None:
        return None
    kind = "toml" if opened[1] == "+++" else "yaml"
    closing = Span(closed.start() + 1, closed.end())
    return build_split(text, kind, Span(*opened.span(1)), _block_start(text, opened.end()), closing)


def split_mkdocs(text: str) -> Split | None:
    """Split as MkDocs does (`mkdocs/utils/meta.py`): a line end must follow the closing fence."""
    opened = _MKDOCS_OPEN.match(text) if text.startswith("---") else None
    if opened is None:
        return None
    start = opened.end()
    closed = _MKDOCS_CLOSE.search(text, max(next_line(text, start), start + 1))
    if closed is None:
        return None
    return build_split(text, "yaml", Span(0, before_line_end(text, start, 0)), start, Span(*closed.span()))


def split_plain(text: str) -> Split | None:
    """Split as python-frontmatter 1 does: the text is stripped, fences may be longer than three.

    TOML as if the package `toml` were installed.
    """
    start = len(text) - len(text.lstrip())
    found = _PLAIN_OPEN.get(text[start : start + 1])
    opened = found[1].match(text, start) if found is not None else None
    if found is None or opened is None:
        return None
    kind = found[0]
    closed = _PLAIN_CLOSE[kind].search(text, opened.end())
    if closed is None:
        return None
    opening, closing = Span(start, opened.end()), Span(*closed.span())
    if kind == "json":
        whole = Span(start, closing.end)
        return Split(kind, whole, whole, next_line(text, closing.end), opening, closing)
    return build_split(text, kind, opening, next_line(text, opened.end()), closing)


def split_zola(text: str) -> Split | None:
    """Split as Zola does (`front_matter/split.rs`): the first fence that blanks and a line end follow."""
    opened = _ZOLA_OPEN.match(text)
    if opened is None:
        return None
    kind = "toml" if opened[1] == "+++" else "yaml"
    closed = _ZOLA_CLOSE[kind].search(text, opened.end() + 1)
    if closed is None:
        return None
    closing = Span(closed.start(), closed.start() + 3)
    return build_split(text, kind, Span(*opened.span(1)), next_line(text, opened.end()), closing, closed.end())


def _block_start(text: str, at: int) -> int:
    """Return where a block starts whose fence may have text after it; blanks alone are skipped."""
    end = at
    while text[end : end + 1] in (" ", "\t", "\r"):
        end += 1
    return end + 1 if text[end : end + 1] == "\n" else at
