"""The block that an author meant, where the generator's own grammar finds none."""

from __future__ import annotations

import re

from postlint.front_matter.fences import before_line_end, next_line
from postlint.front_matter.key_lines import (
    INVISIBLE,
    MAX_LINES,
    Keys,
    first_key,
    is_common_key,
    is_continuation,
    line_at,
)
from postlint.front_matter.split import Split
from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

# departures that need telling apart, but have one name outside
_NAMES = {"blank-lines": "blank-line", "named": "wrong-fence"}
_LEAD = late_pattern(rf"[\s{INVISIBLE}]*")
_OPENING = late_pattern(
    r"(?P<yaml>-{3,}(?=\s|\Z))|(?P<toml>\+{3,}(?=\s|\Z))|(?P<hexo>;{3,}(?=\s|\Z))"
    r"|(?P<json>\{)|(?P<named>(?:---[ \t]?|```[ \t]?|~~~[ \t]?)(?:ya?ml|toml|json)\b)"
    r"|(?P<odd>--(?=[ \t]*[\r\n])|(?:- ){2,}-|[—－–−_*=~]{2,}(?=[ \t]*[\r\n]))",
    re.IGNORECASE,
)
_CLOSING = late_pattern(r"[ \t]*(?:-{3,}|\.{3}|\+{3,}|;{3,}|```|~~~|(?:- ){2,}-|--[ \t]*\Z|[—－–−=]{2,}[ \t]*\Z)")
_JSON_HEAD = late_pattern(r'\{\s*"[\w.-]+"\s*:')


class Missed(NamedTuple):
    """A block that was meant, and how it departs from `---`, a line each, at the very start.

    `departures` are names of obstacles, those of the opening fence as `open:NAME`, of the closing one as
    `close:NAME`, of what stands before as `lead:NAME`.
    """

    split: Split
    departures: tuple[str, ...]

    def why(self, accepted: frozenset[str]) -> str:
        """Return the first obstacle that the generator does not accept, without its place."""
        names = [name for name in self.departures if name not in accepted]
        name = (*names, *self.departures, "open:format")[0].partition(":")[2]
        return _NAMES.get(name, name)


def find_missed_block(text: str, *, has_bom: bool = False) -> Missed | None:
    """Return the block an author obviously meant, or None; prose between two rules is none.

    `has_bom` tells that the file starts with a BOM (the text is without it).
    """
    start = _lead_end(text)
    opened = _OPENING.match(text, start)
    if opened is None:
        return _find_without_opening(text, start)
    departures = _lead_departures(text[:start], has_bom)
    if opened["json"]:
        return _find_json(text, start, departures)
    line = line_at(text, start)
    opening = Span(start, start + len(line.rstrip()))
    departures += _opening_departures(opened, line)
    kind = _kind(opened)
    if text.find("\n", 0, 2000) < 0 and "\r" in text[:2000]:
        departures += ("line:line-ends",)
    return _walk(text, kind, opening, next_line(text, start + len(line)), departures)


def _lead_end(text: str) -> int:
    """Return where blanks, invisible characters and HTML comments at the start end."""
    at = 0
    for _ in range(8):
        blank = _LEAD.match(text, at)
        at = blank.end() if blank is not None else at
        end = text.find("-->", at, at + 4000) if text.startswith("<!--", at) else -1
        if end < 0:
            break
        at = end + 3
    return at


def _kind(opened: re.Match[str]) -> str:
    if opened["named"]:
        name = opened["named"].casefold()
        return "toml" if name.endswith("toml") else "json" if name.endswith("json") else "yaml"
    if opened["toml"]:
        return "toml"
    return "hexo-json" if opened["hexo"] else "yaml"


def _lead_departures(lead: str, has_bom: bool) -> tuple[str, ...]:
    found: list[str] = []
    if "\ufeff" in lead or (has_bom and lead):
        found.append("lead:bom")
    elif has_bom:
        found.append("lead:one-bom")
    rest = lead.replace("\ufeff", "")
    if rest.strip(" \t\r\n"):
        found.append("lead:leading-text")
    elif "\n" in rest or "\r" in rest:
        count = rest.count("\n") or rest.count("\r")
        found.append("lead:blank-line" if count == 1 else "lead:blank-lines")
    elif rest:
        found.append("lead:indented")
    return tuple("lead:bom" if name == "lead:one-bom" and not rest else name for name in found)


def _opening_departures(opened: re.Match[str], line: str) -> tuple[str, ...]:
    if opened["named"]:
        return ("open:named" if line[0] == "-" else "open:wrong-fence",)
    if opened["odd"]:
        return ("open:wrong-fence",)
    found = ["open:format"] if opened["yaml"] is None else []
    fence = opened[0]
    rest = line[len(fence) :]
    if len(fence) > 3:
        found.append("open:long-fence")
    if rest.strip():
        found.append("open:wrong-fence")
    elif rest:
        found.append("open:trailing-blank")
    return tuple(found)


def _closing_departures(line: str, opening: str) -> tuple[str, ...]:
    text = line.rstrip()
    found: list[str] = []
    if text[:1] in " \t":
        found.append("close:indented")
        text = text.lstrip()
    run = len(text) - len(text.lstrip(text[0]))
    if text[0] != opening[:1] or run < 3:
        found.append("close:wrong-close")
    elif run > 3 and text != opening:
        found.append("close:long-fence")
    if text[run:] and "close:wrong-close" not in found:
        found.append("close:wrong-close")
    if line != line.rstrip():
        found.append("close:trailing-blank")
    return tuple(found)


def _walk(text: str, kind: str, opening: Span, start: int, departures: tuple[str, ...]) -> Missed | None:
    """Follow the lines of a block to its closing fence, or to where it stops to look like one."""
    at, end, keys = start, start, Keys()
    gap = False
    for _ in range(MAX_LINES):
        line = line_at(text, at)
        if at >= len(text):
            break
        if _is_closing(line):
            return _close(text, kind, opening, start, at, departures) if keys.are_meant else None
        if not keys.take(line) and line.strip() and (gap or not is_continuation(line)):
            break
        gap = not line.strip()
        at = next_line(text, at + len(line))
        if not gap:
            end = at
    if not keys.known:
        return None
    stop = before_line_end(text, end, start)
    return _build(text, kind, opening, start, Span(stop, stop), end, (*departures, "close:unclosed"))


def _is_closing(line: str) -> bool:
    return _CLOSING.match(line) is not None


def _close(text: str, kind: str, opening: Span, start: int, at: int, departures: tuple[str, ...]) -> Missed:
    line = line_at(text, at)
    closing = Span(at, at + len(line.rstrip()))
    found = departures + _closing_departures(line, opening.of(text))
    return _build(text, kind, opening, start, closing, next_line(text, at + len(line)), found)


def _find_json(text: str, start: int, departures: tuple[str, ...]) -> Missed | None:
    from json import JSONDecoder

    if not _JSON_HEAD.match(text, start):
        return None
    try:
        data, end = JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    if not any(is_common_key(str(key)) for key in data):
        return None
    whole = Span(start, end)
    body = next_line(text, end)
    split = Split("json", whole, whole, body, Span(start, start + 1), Span(end - 1, end))
    return Missed(split, (*departures, "open:format"))


def _find_without_opening(text: str, start: int) -> Missed | None:
    """Find `Key: value` lines without an opening fence, closed by one or by a blank line."""
    key = first_key(line_at(text, start))
    if key is None or not is_common_key(key):
        return None
    missed = _walk(text, "yaml", Span(start, start), start, _lead_departures(text[:start], False))
    if missed is None:
        return None
    split = missed.split
    if not split.is_closed:
        split = Split("meta", split.span, split.block, split.body, split.opening, split.closing)
        is_lone = _count_keys(text, split.block) < 2
        return None if is_lone else Missed(split, ("open:wrong-fence",))
    return Missed(split, (*_lead_departures(text[:start], False), "open:wrong-fence"))


def _build(
    text: str, kind: str, opening: Span, start: int, closing: Span, body: int, departures: tuple[str, ...]
) -> Missed:
    end = max(before_line_end(text, closing.start, start), start) if len(closing) else closing.start
    split = Split(kind, Span(opening.start, closing.end), Span(start, end), body, opening, closing)
    return Missed(split, departures)


def _count_keys(text: str, block: Span) -> int:
    keys, at = Keys(), block.start
    while at < block.end and keys.count < 2:
        line = line_at(text, at)
        keys.take(line)
        at = next_line(text, at + len(line))
    return keys.count
