"""YAML events to nodes with spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Problem, Scalar, Sequence
from postlint.front_matter.yaml_scalars import scalar_value
from postlint.values.instant import Civil
from postlint.values.span import Span

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 100
_MAX_SIZE = 20_000
_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_FAILS_ON_DUPLICATES = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.GO_YAML, Yaml.SERDE})
_IGNORES_TAGS = frozenset({Yaml.GO_YAML, Yaml.GO_YAML_OLD, Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.YAML_1_2})
_TAKES_FIRST_DOCUMENT = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.GO_YAML, Yaml.GO_YAML_OLD})
_STANDARD = "tag:yaml.org,2002:"
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*)+")

# what PyYAML refuses or takes for a line end: swapped for private characters of the same length
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS_IN_1_1 = frozenset("\x85\u2028\u2029")
_STAND_IN = 0xF0000


def parse_yaml(text: str, block: Span, flavour: Yaml) -> Parsed:
    """Parse `text` under `block` as one library would; spans are offsets into `text`."""
    raw = text[block.start : block.end]
    clean, problems = prepare(raw, block.start, flavour)
    if clean.startswith("\ufeff"):
        # PyYAML drops it, and its marks would be off by one
        clean = f"\n{clean[1:]}"
    builder = _Builder(raw, block.start, flavour)
    try:
        root = builder.run(clean)
    except yaml.YAMLError as error:
        return _recover(raw, block, flavour, error, problems)
    except _Stop as stop:
        return _recover(raw, block, flavour, stop.problem, problems)
    return Parsed(root, (*problems, *builder.problems), tuple(builder.duplicates))


def prepare(raw: str, start: int, flavour: Yaml) -> tuple[str, list[Problem]]:
    """Return text that PyYAML takes, of the same length, and what this flavour refuses of it."""
    if raw.isascii() and raw.isprintable():
        return raw, []
    if not _ODD.search(raw):
        return raw, []
    problems = []
    bad = None if flavour is Yaml.GO_YAML else _CONTROL.search(raw)
    if bad:
        where = Span(start + bad.start(), start + bad.end())
        shown = f"U+{ord(bad.group()):04X}"
        problems.append(Problem(where, f"the control character {shown} is not allowed here", "delete it"))
    keeps_breaks = flavour in (Yaml.PYYAML, Yaml.PSYCH, Yaml.SAFE_YAML)

    def swap(match: re.Match[str]) -> str:
        char = match.group()
        if keeps_breaks and char in _BREAKS_IN_1_1:
            return char
        return chr(_STAND_IN + ord(char))

    return _ODD.sub(swap, raw), problems


def restore(value: str) -> str:
    """Undo the stand-ins of `prepare`."""
    if not value or max(value) < "\U000f0000":
        return value
    return "".join(chr(ord(c) - _STAND_IN) if 0xF0000 <= ord(c) <= 0xFFFFF else c for c in value)


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass
class _Open:
    """A collection whose end has not come yet."""

    is_map: bool
    start: int
    style: str
    anchor: str | None
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    key: Node | None = None
    has_key: bool = False


class _Builder:
    """Builds nodes from the events of one block, without recursion."""

    def __init__(self, raw: str, start: int, flavour: Yaml) -> None:
        self.raw, self.start, self.flavour = raw, start, flavour
        self.problems: list[Problem] = []
        self.duplicates: list[Entry] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._size = 0

    def run(self, clean: str) -> Node | None:
        """Return the root node. Raises yaml.YAMLError where PyYAML does, and _Stop."""
        loader = _LOADER(clean)
        documents = 0
        scalar_event, map_start, map_end = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.MappingEndEvent
        try:
            while loader.check_event():
                event = loader.get_event()
                kind = type(event)
                if kind is scalar_event:
                    self._put(self._scalar(event), event.anchor)
                elif kind is map_start or kind is yaml.SequenceStartEvent:
                    self._push(event, is_map=kind is map_start)
                elif kind is map_end or kind is yaml.SequenceEndEvent:
                    self._pop(event)
                elif kind is yaml.AliasEvent:
                    self._alias(event)
                elif kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._second_document(event)
                        break
        finally:
            loader.dispose()
        return self._root

    def _span(self, event: Any) -> Span:
        return Span(self.start + event.start_mark.index, self.start + event.end_mark.index)

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        raw = self.raw
        if event.anchor or event.tag:
            match = _PROPERTIES.match(raw, start, end)
            start = match.end() if match else start
        style = _STYLES[event.style]
        if style in ("literal", "folded", "plain"):
            while end > start and raw[end - 1] in " \t\r\n":
                end -= 1
        written = raw[start:end]
        span = Span(self.start + start, self.start + end)
        if style == "plain" and (event.tag is None or event.tag == "!"):
            text = written if "\n" not in written and "\r" not in written else restore(event.value)
            if not written:
                return Scalar(span, "", None, "empty")
            return Scalar(span, written, self._typed(text, span), "plain")
        return Scalar(span, written, self._tagged(event, restore(event.value), span), style)

    def _typed(self, text: str, span: Span) -> Any:
        value = scalar_value(text, self.flavour)
        if isinstance(value, Civil) and self.flavour is Yaml.PYYAML and not value.is_real:
            message = f'date "{text}" does not exist'
            self.problems.append(Problem(span, message, "write a date that is on the calendar"))
        return value

    def _tagged(self, event: Any, value: str, span: Span) -> Any:
        tag = event.tag
        if not tag or tag == "!":
            return value
        name = tag.removeprefix(_STANDARD)
        if name == tag or name.startswith("python/"):
            self._unknown_tag(tag, event)
            return scalar_value(value, self.flavour) if event.style in (None, "") else value
        if name in ("int", "float", "bool", "null", "timestamp"):
            return scalar_value(value, self.flavour)
        return value

    def _unknown_tag(self, tag: str, event: Any) -> None:
        if self.flavour not in _IGNORES_TAGS:
            span = self._span(event)
            shown = tag.removeprefix(_STANDARD)
            self.problems.append(
                Problem(
                    Span(span.start, min(span.end, span.start + max(1, len(shown)))),
                    f'"{shown}" is read as a YAML tag that nobody knows'[:100],
                    "quote the value: it starts with an exclamation mark",
                )
            )

    def _push(self, event: Any, *, is_map: bool) -> None:
        start = event.start_mark.index
        if len(self._stack) >= _MAX_DEPTH:
            raise _Stop(Problem(self._span(event), f"nested deeper than {_MAX_DEPTH} levels", "flatten it", "limit"))
        if event.tag and event.tag.removeprefix(_STANDARD) not in ("map", "seq", "omap", "set", "pairs", "!"):
            self._unknown_tag(event.tag, event)
        style = "flow" if event.flow_style else "block"
        self._stack.append(_Open(is_map, start, style, event.anchor))

    def _pop(self, event: Any) -> None:
        top = self._stack.pop()
        end = event.end_mark.index
        if top.style == "block":
            while end > top.start and self.raw[end - 1] in " \t\r\n":
                end -= 1
            last = top.entries[-1].span.end if top.entries else top.items[-1].span.end if top.items else 0
            end = max(last - self.start, top.start) if last else end
        span = Span(self.start + top.start, self.start + end)
        node: Node
        if top.is_map:
            node = Mapping(span, tuple(self._merged(top.entries)), top.style)
        else:
            node = Sequence(span, tuple(top.items), top.style)
        self._put(node, top.anchor)

    def _put(self, node: Node, anchor: str | None) -> None:
        self._size += 1
        if anchor:
            self._anchors[anchor] = (node, _size(node))
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if not top.is_map:
            top.items.append(node)
        elif not top.has_key:
            top.key, top.has_key = node, True
        else:
            key = top.key
            top.has_key = False
            if key is not None:
                self._add(top, key, node)

    def _add(self, top: _Open, key: Node, node: Node) -> None:
        name = key_text(key)
        entry = Entry(name, key.span, node, Span(key.span.start, max(key.span.end, node.span.end)))
        if name != "<<" and any(other.key == name for other in top.entries):
            self.duplicates.append(entry)
            if self.flavour in _FAILS_ON_DUPLICATES:
                message = f'the key "{name[:40]}" stands twice'
                self.problems.append(Problem(key.span, message, "delete one of them", "duplicate-key"))
        top.entries.append(entry)

    def _merged(self, entries: list[Entry]) -> Iterator[Entry]:
        """Yield entries with `<<` replaced by what it merges; explicit keys win, so they come last."""
        own = {entry.key for entry in entries}
        for entry in entries:
            maps = entry.node.items if isinstance(entry.node, Sequence) else (entry.node,)
            if entry.key == "<<" and all(isinstance(item, Mapping) for item in maps):
                for item in maps:
                    if isinstance(item, Mapping):
                        yield from (inner for inner in item.entries if inner.key not in own)
            else:
                yield entry

    def _alias(self, event: Any) -> None:
        span = self._span(event)
        found = self._anchors.get(event.anchor)
        if found is None:
            name = str(event.anchor)[:40]
            if self.flavour is not Yaml.SAFE_YAML:
                hint = "quote the value: it starts with an asterisk"
                self.problems.append(Problem(span, f'"*{name}" is read as an alias of nothing', hint))
            self._put(Scalar(span, span_text(self.raw, span, self.start), f"*{name}"), None)
            return
        node, size = found
        self._size += size
        if self._size > _MAX_SIZE:
            raise _Stop(Problem(span, f"aliases blow the block up beyond {_MAX_SIZE} values", "write it out", "limit"))
        self._put(replace(node, span=span), None)

    def _second_document(self, event: Any) -> None:
        if self.flavour not in _TAKES_FIRST_DOCUMENT:
            span = self._span(event)
            self.problems.append(Problem(span, "a second document starts inside the block", "delete the line"))


def span_text(raw: str, span: Span, start: int) -> str:
    """Return the stretch of a block's text under an absolute span."""
    return raw[span.start - start : span.end - start]


def _size(node: Node) -> int:
    """Return how many nodes a node holds; aliases below it were counted when they were put."""
    if isinstance(node, Scalar):
        return 1
    if isinstance(node, Sequence):
        return 1 + sum(_size(item) for item in node.items)
    return 1 + sum(_size(entry.node) for entry in node.entries)


def key_text(key: Node) -> str:
    """Return a key as text: plain ones as written, `null` where there is none."""
    if isinstance(key, Scalar):
        if key.style == "empty":
            return "null"
        return key.value if isinstance(key.value, str) else key.raw
    return str(key.value)


def _recover(raw: str, block: Span, flavour: Yaml, error: yaml.YAMLError | Problem, problems: list[Problem]) -> Parsed:
    from postlint.front_matter.yaml_problems import recover

    return recover(raw, block, flavour, error, problems)
