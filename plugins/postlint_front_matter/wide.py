"""Full-width and invisible characters where YAML needs its own signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from postlint import Entry, FrontMatter, NamedTuple, Node, Scalar, Sequence, Span, late_pattern
from postlint_front_matter.meant import PROSE_KEYS, TERM_KEYS, YAML_FORMATS

_BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_NOTHING = "\u200b\u2060\ufeff\u00ad\u200c\u200d\u200e\u200f"
_ODD = late_pattern(f"[：＝“”‘’＂＇，、【】［］｛｝－＃{_BLANKS}{_NOTHING}]")
_FULL_WIDTH = late_pattern("[！-～]")
_KEY = late_pattern(
    rf"(?P<lead>[ \t{_BLANKS}{_NOTHING}]*)(?P<item>- +)?"
    rf"(?P<key>[^\W\d][\w.{_NOTHING}-]{{0,40}})(?P<gap>[ \t{_BLANKS}{_NOTHING}]*)"
    rf"(?P<colon>[:：])(?P<after>[{_BLANKS}{_NOTHING}]*)(?P<rest>[^\r\n]*)"
)
_LEAD = late_pattern(rf"([ \t]*[{_BLANKS}{_NOTHING}][ \t{_BLANKS}{_NOTHING}]*)(?:- |[\w-]+:)")
_ITEM = late_pattern(rf"[ \t]*-(?P<odd>[{_BLANKS}{_NOTHING}]+)[ \t]*\S")
_LINE = late_pattern(r"[^\r\n]+")
_INSIDE = frozenset({"literal", "folded", "single", "double"})
_QUOTES = late_pattern(r"[“”‘’＂＇\"']")
_PAIRS = {"“": "”", "‘": "’", "＂": "＂", "＇": "＇"}
OPENERS = frozenset("“”‘’＂＇【［")
_EDGE = late_pattern(f"^[{_BLANKS}{_NOTHING}]+|[{_BLANKS}{_NOTHING}]+$|[\u200b\u2060\ufeff]+")
_DATE = late_pattern(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?\Z", re.ASCII)
COMMAS = late_pattern("[，、]")


class Wide(NamedTuple):
    """A sign that is not YAML's own, what to write instead, what it is in words, and the keys it touches."""

    span: Span
    content: str
    what: str
    keys: tuple[str, ...]


def find_wide(block: FrontMatter, known: frozenset[str]) -> list[Wide]:
    """Return the odd signs of a block; `known` are the keys that the generator and its themes read."""
    start, end = block.split.block
    if block.text[start:end].isascii() or block.format not in (*YAML_FORMATS, "meta"):
        return []
    suspects, has_odd_key = _find_suspects(block)
    found: list[Wide] = []
    # a block that parses into keys has odd signs in its keys and values only
    if block.problems or has_odd_key or not block.is_map or block.format == "meta":
        found.extend(_find_in_lines(block, known))
    lines = {_line_start(block.text, wide.span.start) for wide in found}
    for entry in suspects:
        for wide in _find_in_value(block, entry.key, entry.node):
            if _line_start(block.text, wide.span.start) not in lines:
                found.append(wide)
    return sorted(found, key=lambda wide: wide.span)


def _find_suspects(block: FrontMatter) -> tuple[list[Entry], bool]:
    """Return the entries whose value needs a closer look, and whether a key or a dash does."""
    suspects, has_odd_key = [], False
    for entry in block.root.entries:
        if not entry.key.isascii():
            has_odd_key = True
        node = entry.node
        if node.__class__ is Scalar:
            raw = node.raw
            first = raw[:1]
            if raw.isprintable() and first not in OPENERS:
                continue
            # a dash and an odd blank make no list
            has_odd_key = has_odd_key or first == "-"
        suspects.append(entry)
    return suspects, has_odd_key


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _find_in_lines(block: FrontMatter, known: frozenset[str]) -> Iterator[Wide]:
    """Find what stands around keys and dashes."""
    nodes = [entry.node for entry in block.root.entries]
    inside = [node.span for node in nodes if isinstance(node, Scalar) and node.style in _INSIDE]
    top = min((_column(block.text, entry.key_span.start) for entry in block.root.entries), default=0)
    for match in _LINE.finditer(block.text, *block.split.block):
        line, at = match[0], match.start()
        if _ODD.search(line) is None and _FULL_WIDTH.search(line) is None:
            continue
        if any(span.start < at < span.end for span in inside):
            continue
        if (odd_lead := _LEAD.match(line)) is not None and block.problems:
            blanks = odd_lead[1].replace("\u3000", "  ")
            content = "".join(" " if char in _BLANKS else char for char in blanks if char not in _NOTHING)
            span = Span(at, at + odd_lead.end(1))
            yield Wide(span, content if len(content) > top else " " * top, f"{_name(odd_lead[1])} indents the line", ())
            continue
        item = _ITEM.match(line)
        if item is not None:
            odd = Span(at + item.start("odd"), at + item.end("odd"))
            yield Wide(odd, " ", f"{_name(odd.of(block.text))} stands after the dash", ())
            continue
        key = _KEY.match(line)
        if key is not None:
            yield from _find_at_key(block, key, at, top, known)


def _column(text: str, at: int) -> int:
    return at - _line_start(text, at)


def _find_at_key(block: FrontMatter, match: re.Match[str], at: int, top: int, known: frozenset[str]) -> Iterator[Wide]:
    raw, lead = match["key"], match["lead"]
    key = unicodedata.normalize("NFKC", "".join(char for char in raw if char not in _NOTHING))
    is_top = match["item"] is None and len(lead) <= top + (lead.strip(" \t") != "")
    is_known = key.casefold() in known
    if not is_top and not is_known:
        return
    if match["colon"] == "：":
        is_broken = bool(block.problems) or not block.is_map or block.format == "meta"
        if not (is_known or (is_broken and is_top)) or not _is_line_of_its_own(block, at):
            return
        end = at + match.end("after")
        content = ": " if match["rest"].strip() and match["rest"][0] not in " \t" else ":"
        yield Wide(Span(at + match.start("colon"), end), content, f"the colon after {key[:30]} is full-width", (key,))
    elif match["after"] and match["rest"].strip() and match["rest"][0] not in " \t":
        odd = Span(at + match.start("after"), at + match.end("after"))
        yield Wide(odd, " ", f"{_name(odd.of(block.text))} stands after the colon of {key[:30]}", (key,))
    if key != raw and (is_known or key.isascii()):
        span = Span(at + match.start("key"), at + match.end("key"))
        yield Wide(span, key, f"the key {key[:30]} holds {_name(_odd_of(raw))}", (key, raw))
    for part, place in (("lead", "before"), ("gap", "after")):
        odd_blanks = match[part].strip(" \t")
        if odd_blanks and is_known:
            span = Span(at + match.start(part), at + match.end(part))
            keys = (key, f"{odd_blanks}{raw}", f"{raw}{match['gap']}".rstrip(" \t"))
            yield Wide(span, "", f"{_name(odd_blanks)} stands {place} the key {key[:30]}", keys)


def _is_line_of_its_own(block: FrontMatter, at: int) -> bool:
    """Tell whether a line is no continuation of a value that is read well."""
    if block.problems or not block.is_map:
        return True
    return not any(entry.node.span.start < at < entry.node.span.end for entry in block.root.entries) or (
        block.text[at : at + 1] not in " \t"
    )


def _find_in_value(block: FrontMatter, key: str, node: Node) -> Iterator[Wide]:
    name = key.casefold()
    if isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar) and not item.raw.isascii():
                yield from _find_quotes(block, key, item, in_list=True)
                yield from _find_edges(key, item)
                if node.style == "flow" and item.style == "plain" and name in TERM_KEYS:
                    yield from _find_commas(key, item)
        return
    if not isinstance(node, Scalar):
        return
    yield from _find_quotes(block, key, node)
    if name not in PROSE_KEYS:
        yield from _find_edges(key, node)
    if name in TERM_KEYS and node.style == "plain" and node.raw[:1] in "【［" and node.raw[-1:] in "】］":
        for at, content in ((node.span.start, "["), (node.span.end - 1, "]")):
            yield Wide(Span(at, at + 1), content, f"the bracket around {key[:30]} is full-width", (key,))


def _find_quotes(block: FrontMatter, key: str, node: Scalar, *, in_list: bool = False) -> Iterator[Wide]:
    """Find curly quotes that were meant to be YAML's: around what is no prose, or of two kinds."""
    raw = node.raw
    if node.style != "plain" or len(raw) < 2 or (raw[0] not in _PAIRS and raw[0] not in "”’"):
        return
    inner = raw[1:-1]
    if raw[-1] not in "“”‘’＂＇\"'" or _QUOTES.search(inner) or "\n" in raw:
        return
    is_paired = _PAIRS.get(raw[0]) == raw[-1]
    if is_paired and not in_list and key.casefold() in (PROSE_KEYS | TERM_KEYS):
        return
    # in quotes some generators take a date for text
    content = inner if _DATE.match(inner) else f'"{inner}"'
    yield Wide(node.span, content, f"the quotes around {key[:30]} are not YAML's", (key,))


def _find_edges(key: str, node: Scalar) -> Iterator[Wide]:
    """Find invisible characters and odd blanks at the ends of a value that is no prose."""
    if node.style not in ("plain", "single", "double") or not isinstance(node.value, str) or node.raw.isascii():
        return
    shift = 0 if node.style == "plain" else 1
    inner = node.raw[shift : len(node.raw) - shift]
    for match in _EDGE.finditer(inner):
        start = node.span.start + shift + match.start()
        span = Span(start, start + len(match[0]))
        yield Wide(span, "", f"{_name(match[0])} stands in the value of {key[:30]}", (key,))


def _find_commas(key: str, node: Scalar) -> Iterator[Wide]:
    for match in COMMAS.finditer(node.raw):
        if match[0] == "，" and 0 < match.start() < len(node.raw) - 1:
            at = node.span.start + match.start()
            yield Wide(Span(at, at + 1), ", ", f"the comma between {key[:30]} is full-width", (key,))


def _odd_of(text: str) -> str:
    return next((char for char in text if char in _NOTHING or "！" <= char <= "～"), text)


def _name(text: str) -> str:
    char = text.strip(" \t")[:1]
    if char in _NOTHING:
        return f"an invisible character (U+{ord(char):04X})"
    if char in _BLANKS:
        return f"an odd blank (U+{ord(char):04X})"
    return "full-width letters"
