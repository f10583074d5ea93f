"""YAML parse events to nodes with exact spans."""

from __future__ import annotations

from typing import Any

import yaml

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Mapping, Node, Problem, Scalar, Sequence, new_scalar
from postlint.front_matter.yaml_mappings import MappingMaker
from postlint.front_matter.yaml_prepare import Prepared
from postlint.front_matter.yaml_scalars import RAISES, SCHEMAS, TYPED_STARTS, scalar_fault, scalar_value
from postlint.front_matter.yaml_tags import collection_fault, find_quote_fault, tagged_value
from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span

# the parser in C takes a tenth of the time; both give the same events
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 100
MAX_ALIASED = 10_000
_STYLES = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
# an anchor, a tag or both, with what separates them from their node
_PROPERTIES = late_pattern(r"(?:[&!][^\s]*(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*[ \t]*){1,2}")
_STARTS_DOCUMENT = late_pattern(r"---|#|-\s|[^\n]*:(?:\s|\Z)")
# these read the first document and do not look further; goccy's parser reads to where the next one starts
_FIRST_ONLY = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.GO_YAML_OLD})
_LOOKS_TWICE = RAISES | {Yaml.GO_YAML}
_ONE_DOCUMENT = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.PYYAML, Yaml.SERDE})


class LimitError(Exception):
    """A limit was reached; the arguments are an offset and a message."""


class Built(NamedTuple):
    """The first document, what the library refuses in it beyond syntax, and its repeated keys."""

    root: Node | None
    problems: list[Problem]
    duplicates: list[Entry]


class _Frame:
    """A collection whose end has not come yet."""

    __slots__ = ("anchor", "children", "is_map", "start", "style")

    def __init__(self, start: int, is_map: bool, style: str, anchor: str | None) -> None:
        self.start, self.is_map, self.style, self.anchor = start, is_map, style, anchor
        self.children: list[Node] = []


def build_nodes(prepared: Prepared, base: int, flavour: Yaml) -> Built:
    """Build the nodes of the first document; `base` is the offset of the text in the source.

    Raises yaml.YAMLError for syntax, LimitError for depth and for aliases that would grow without bound.
    """
    return _Builder(prepared, base, flavour).run()


class _Builder:
    def __init__(self, prepared: Prepared, base: int, flavour: Yaml) -> None:
        self._prepared, self._base, self._flavour = prepared, base, flavour
        self._text = prepared.original
        self._schema = SCHEMAS[flavour]
        self._stack: list[_Frame] = []
        self._anchors: dict[str, Node | None] = {}
        self._sizes: dict[int, int] = {}
        self._aliased = 0
        self._root: Node | None = None
        self._problems: list[Problem] = []
        self._maps = MappingMaker(flavour, self._problems)

    def run(self) -> Built:
        parser = _PARSER(self._prepared.text)
        next_event = parser.get_event
        scalar_event, stack = yaml.ScalarEvent, self._stack
        documents = 0
        # most blocks need no way back to the original text, and no second look at their scalars
        is_direct = not (self._prepared.cuts or self._prepared.stand_ins or self._flavour in _LOOKS_TWICE)
        while (event := next_event()) is not None:
            kind = event.__class__
            if kind is scalar_event:
                if is_direct and stack and not event.style and event.tag is None and event.anchor is None:
                    stack[-1].children.append(self._plain(event))
                else:
                    self._attach(self._scalar(event), event.anchor)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(event)
            elif kind is yaml.AliasEvent:
                self._attach(self._alias(event), None)
            elif kind is yaml.DocumentEndEvent:
                if self._is_last_document(event):
                    break
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    if self._flavour in _ONE_DOCUMENT:
                        self._refuse(event.start_mark.index, "a second YAML document starts here", "delete this line")
                    break
        return Built(self._root, self._problems, self._maps.duplicates)

    def _at(self, index: int) -> int:
        return self._base + self._prepared.original_index(index)

    def _refuse(self, index: int, message: str, hint: str | None = None) -> None:
        at = self._at(index)
        self._problems.append(Problem(Span(at, at + 1), message, hint))

    def _is_last_document(self, event: Any) -> bool:
        """Tell whether the library looks no further; goccy does where `...` stands, and finds text amiss."""
        if event.explicit and self._flavour is Yaml.GO_YAML:
            self._refuse_rest(event.end_mark.index)
            return True
        return self._flavour in _FIRST_ONLY

    def _refuse_rest(self, index: int) -> None:
        """Refuse what goccy does not take behind `...`: a text that is neither map nor list nor a fence."""
        rest = self._prepared.text[index:].lstrip()
        if rest and _STARTS_DOCUMENT.match(rest) is None:
            start = len(self._prepared.text) - len(rest)
            self._refuse(start, "text stands behind the end of the YAML document", "delete the line `...`")

    def _attach(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            if isinstance(node, Scalar):
                self._note_anchor(anchor, node.span.start)
            self._anchors[anchor] = node
        if self._stack:
            self._stack[-1].children.append(node)
        elif self._root is None:
            self._root = node

    def _note_anchor(self, name: str, at: int) -> None:
        if name in self._anchors and self._flavour is Yaml.PYYAML:
            message = f"the anchor `&{name[:60]}` is defined twice"
            self._problems.append(Problem(Span(at, at), message, "rename one of the two, or quote the value"))

    def _node_start(self, event: Any) -> int:
        start: int = self._prepared.original_index(event.start_mark.index)
        if event.anchor is not None or event.tag is not None:
            found = _PROPERTIES.match(self._text, start)
            if found is not None:
                return found.end()
        return start

    def _plain(self, event: Any) -> Scalar:
        """Return a plain scalar without properties, the short way."""
        start, end, value = event.start_mark.index, event.end_mark.index, event.value
        base = self._base
        if not value:
            # the parser may have got one line end more
            at = base + min(start, len(self._text))
            return new_scalar(at, at, "", None, "empty")
        if value[0] in TYPED_STARTS:
            value = self._schema.read(value)
        return new_scalar(base + start, base + end, self._text[start:end], value)

    def _scalar(self, event: Any) -> Scalar:
        start = self._node_start(event)
        end = max(self._prepared.original_index(event.end_mark.index), start)
        text = self._prepared.restore(event.value)
        style = _STYLES.get(event.style, "plain")
        if style in ("literal", "folded"):
            end = start + len(self._text[start:end].rstrip())
        elif style == "plain":
            text = self._prepared.key_at(start, end, text)
            if self._flavour is Yaml.GO_YAML and "\t" in text:
                # goccy drops them
                text = text.replace("\t", "")
        span = Span(self._base + start, self._base + end)
        value, fault = self._value(event, text, style == "plain")
        if self._flavour is Yaml.YAML_1_2 and fault is None and style != "plain":
            fault = find_quote_fault(self._text, start, end)
        if fault is not None:
            self._problems.append(Problem(span, fault, "quote the value"))
        if style == "plain" and start == end:
            style = "empty"
        return Scalar(span, self._text[start:end], value, style)

    def _value(self, event: Any, text: str, is_plain: bool) -> tuple[Any, str | None]:
        if event.tag is not None:
            return tagged_value(event.tag, text, is_plain, self._flavour)
        if not is_plain:
            return text, None
        value = scalar_value(text, self._flavour)
        if text in ("<<", "=") and self._flavour is Yaml.PYYAML:
            if self._is_key():
                return value, None
            if text == "<<":
                return value, "`<<` is a merge key, and PyYAML does not take it for a value"
        return value, scalar_fault(text, value, self._flavour)

    def _is_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].is_map and len(self._stack[-1].children) % 2 == 0

    def _open(self, event: Any, is_map: bool) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise LimitError(self._at(event.start_mark.index), f"front matter is nested more than {MAX_DEPTH} deep")
        start = self._node_start(event)
        if event.tag is not None:
            fault = collection_fault(event.tag, self._flavour)
            if fault is not None:
                self._refuse(event.start_mark.index, fault, "remove the tag, or quote the value")
        if event.anchor is not None:
            self._note_anchor(event.anchor, self._base + start)
            self._anchors[event.anchor] = None
        self._stack.append(_Frame(start, is_map, "flow" if event.flow_style else "block", event.anchor))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        children = frame.children
        start = self._base + frame.start
        if frame.style == "flow":
            end = self._at(event.end_mark.index)
            if self._flavour is Yaml.YAML_1_2 and self._text.startswith("#", end - self._base):
                self._refuse(event.end_mark.index, "a comment follows a bracket", "put a blank before #")
        else:
            # an end mark of the block style lies behind blank lines and comments
            end = children[-1].span[1] if children else start
        span = Span(start, max(end, start))
        if not frame.is_map:
            node: Node = Sequence(span, tuple(children), frame.style)
        else:
            node = Mapping(span, tuple(self._maps.entries(children, self._text, self._base)), frame.style)
        self._attach(node, frame.anchor)

    def _alias(self, event: Any) -> Node:
        start = self._at(event.start_mark.index)
        span = Span(start, max(self._at(event.end_mark.index), start))
        raw = self._text[span.start - self._base : span.end - self._base]
        if event.anchor not in self._anchors:
            if self._flavour is not Yaml.SAFE_YAML:
                self._problems.append(
                    Problem(
                        span, f"`{raw}` is read as an alias, and there is no anchor of that name", "quote the value"
                    )
                )
            return Scalar(span, raw, raw)
        target = self._anchors[event.anchor]
        if target is None:
            self._problems.append(Problem(span, f"alias `{raw}` stands inside its own anchor", "write it out"))
            return Scalar(span, raw, None)
        self._aliased += self._size(target)
        if self._aliased > MAX_ALIASED:
            raise LimitError(start, f"aliases expand to more than {MAX_ALIASED:,} values")
        if isinstance(target, Scalar):
            return Scalar(span, raw, target.value)
        if isinstance(target, Sequence):
            return Sequence(span, target.items, target.style)
        return Mapping(span, target.entries, target.style)

    def _size(self, node: Node) -> int:
        """Return the number of values below a node as if every alias were written out."""
        if isinstance(node, Scalar):
            return 1
        content = node.items if isinstance(node, Sequence) else node.entries
        known = self._sizes.get(id(content))
        if known is None:
            nodes = node.items if isinstance(node, Sequence) else [entry.node for entry in node.entries]
            known = self._sizes[id(content)] = 1 + sum(self._size(child) for child in nodes)
        return known
