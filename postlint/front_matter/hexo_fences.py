"""Where Hexo puts front matter (hexo-front-matter `split`), by its versions."""

from __future__ import annotations

from postlint.front_matter.fences import build_split
from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span, new_span

_OPEN = late_pattern(r"(-{3,}|;{3,})\r?\n")
# after a blank line the opening fence is the start of a YAML document inside an old-style block
_LATE_OPEN = late_pattern(r"[ \t]*\r?\n(---)\r?\n")
_OLD_CLOSE = late_pattern(r"\n(-{3,}|;{3,})")


def split_hexo(text: str, *, closes_strictly: bool = False) -> Split | None:
    """Split as hexo-front-matter does (CRLF counts as LF, as Hexo's reader makes it).

    The closing run repeats the opening one and may be followed by anything, unless `closes_strictly`
    (hexo-front-matter 0.2, in Hexo 3). Without an opening run everything up to the first line that starts
    with one is the block: format `hexo-old`, or `hexo-json` if that run is of `;`.
    """
    opened = _OPEN.match(text)
    if opened is not None:
        start = opened.end()
        closing = _find_close(text, opened[1], start, closes_strictly)
        if closing is not None:
            kind = "hexo-json" if opened[1][0] == ";" else "yaml"
            return build_split(text, kind, new_span(0, opened.end(1)), start, closing)
    if text.startswith(("---", ";;;")):
        return None
    return _split_old_style(text, closes_strictly)


def _find_close(text: str, run: str, start: int, strictly: bool) -> Span | None:
    """Return the closing run; the block before it holds at least one character."""
    mark = "\n" + run
    at = start + (2 if text.startswith("\r\n", start) else 1)
    while (found := text.find(mark, at)) >= 0:
        end = found + len(mark)
        if not strictly or _is_line_end(text, end):
            return new_span(found + 1, end)
        at = found + 1
    return None


def _split_old_style(text: str, strictly: bool) -> Split | None:
    # most posts without front matter have no such run at all, and `in` says so fastest
    if "---" not in text and ";;;" not in text:
        return None
    at = 2 if text.startswith("\r\n") else 1
    while (found := _OLD_CLOSE.search(text, at)) is not None:
        if not strictly or _is_line_end(text, found.end()):
            kind = "hexo-json" if found[1][0] == ";" else "hexo-old"
            opened = _LATE_OPEN.match(text)
            if opened is not None and kind == "hexo-old" and opened.end() <= found.start() + 1:
                return build_split(text, "yaml", Span(*opened.span(1)), opened.end(), Span(*found.span(1)))
            return build_split(text, kind, Span(0, 0), 0, Span(*found.span(1)))
        at = found.start() + 1
    return None


def _is_line_end(text: str, at: int) -> bool:
    return at >= len(text) or text.startswith(("\n", "\r\n"), at)
