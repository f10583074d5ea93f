"""Keys and values of YAML to entries: merge keys, keys that are no text, repeated keys."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Entries

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Mapping, Node, Problem, Scalar, Sequence, key_of, new_entry
from postlint.front_matter.yaml_scalars import key_text, scalar_value
from postlint.values.span import Span

# in YAML 1.2 `<<` is a key like any other
_NO_MERGE = frozenset({Yaml.YAML_1_2, Yaml.SERDE})
_NO_DUPLICATES = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.GO_YAML, Yaml.SERDE})
_SCALAR_KEYS = frozenset({Yaml.PYYAML, Yaml.GO_YAML, Yaml.GO_YAML_OLD})
_Pair = tuple[Node, Node]
_JS = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3})


class MappingMaker:
    """Makes the entries of mappings, and gathers what repeats and what is refused."""

    def __init__(self, flavour: Yaml, problems: list[Problem]) -> None:
        self._flavour, self._problems = flavour, problems
        self.duplicates: list[Entry] = []

    def entries(self, children: list[Node], text: str, base: int) -> list[Entry]:
        """Return the entries of keys and values that alternate; offsets of `text` start at `base`."""
        entries: list[Entry] = []
        merges: list[tuple[int, Entry]] = []
        pairs = list(zip(children[::2], children[1::2], strict=True))
        if self._flavour is Yaml.GO_YAML:
            pairs = self._as_goccy(pairs, text, base)
        for key, node in pairs:
            entry = new_entry(self._key(key, text, base), *key.span, node)
            if entry.key == "<<" and self._merges(key, node):
                merges.append((len(entries), entry))
            else:
                entries.append(entry)
        self.note_duplicates(entries)
        for position, entry in reversed(merges):
            # to Ruby a merge is one step after another: it takes the place of what stands above it
            last_wins = self._flavour in (Yaml.PSYCH, Yaml.SAFE_YAML)
            known = {other.key for other in (entries[position:] if last_wins else entries)}
            entries[position:position] = self._merged(entry, known)
        return entries

    def _merges(self, key: Node, node: Node) -> bool:
        if isinstance(node, Scalar) and self._flavour in (Yaml.PSYCH, Yaml.SAFE_YAML):
            return False
        return self._flavour not in _NO_MERGE and isinstance(key, Scalar) and key.style == "plain"

    def _as_goccy(self, pairs: list[_Pair], text: str, base: int) -> list[_Pair]:
        """Return pairs as goccy reads them: a bare tag takes what follows it, `{a:b}` is a map."""
        for at, (key, node) in enumerate(pairs):
            if not isinstance(node, Scalar) or node.style != "empty":
                continue
            is_tagged = text[key.span.end - base : node.span.start - base].lstrip(" :").startswith("!")
            if is_tagged and at + 1 < len(pairs):
                rest = [part for pair in pairs[at + 1 :] for part in pair]
                span = Span(rest[0].span.start, rest[-1].span.end)
                return [*pairs[:at], (key, Mapping(span, tuple(self.entries(rest, text, base))))]
            if isinstance(key, Scalar) and key.style == "plain" and ":" in key.raw:
                pairs[at] = self._split_key(key)
        return pairs

    def _split_key(self, key: Scalar) -> _Pair:
        name, _, rest = key.raw.partition(":")
        middle = key.span.start + len(name)
        value = Scalar(Span(middle + 1, key.span.end), rest, scalar_value(rest, self._flavour))
        return Scalar(Span(key.span.start, middle), name, name), value

    def _key(self, key: Node, text: str, base: int) -> str:
        if isinstance(key, Scalar):
            if isinstance(key.value, str):
                return key.value
            return key_text(key.raw, key.value, self._flavour)
        raw = text[key.span.start - base : key.span.end - base]
        if self._flavour in _SCALAR_KEYS:
            kind = "list" if isinstance(key, Sequence) else "map"
            self._problems.append(Problem(key.span, f"a {kind} stands where a key should", "quote the value"))
        if self._flavour in _JS:
            return "[object Object]" if isinstance(key, Mapping) else ",".join(_texts(key))
        return raw

    def note_duplicates(self, entries: Entries[Entry]) -> None:
        """Gather the entries that repeat a key."""
        if len({entry.key for entry in entries}) == len(entries):
            return
        seen: set[str] = set()
        for entry in entries:
            if entry.key in seen:
                self.duplicates.append(entry)
                if self._flavour in _NO_DUPLICATES:
                    message = f"key `{entry.key[:60]}` is there twice"
                    self._problems.append(Problem(entry.key_span, message, "remove one of the two", "duplicate-key"))
            seen.add(entry.key)

    def _merged(self, entry: Entry, known: set[str]) -> Iterator[Entry]:
        """Yield the entries that a merge key adds: they stand at the key, their nodes at the anchor."""
        node = entry.node
        sources = node.items if isinstance(node, Sequence) else (node,)
        for source in sources:
            if not isinstance(source, Mapping):
                self._refuse_merge(entry)
                continue
            for inner in source.entries:
                if inner.key not in known:
                    known.add(inner.key)
                    yield Entry(inner.key, entry.key_span, inner.node, entry.span)

    def _refuse_merge(self, entry: Entry) -> None:
        if self._flavour not in (Yaml.PSYCH, Yaml.SAFE_YAML):
            message = "`<<` takes a map, or a list of maps"
            self._problems.append(Problem(entry.node.span, message, "name an anchor that stands before a map"))


def _texts(node: Sequence) -> Iterator[str]:
    for item in node.items:
        if isinstance(item, Scalar):
            yield item.raw if item.style == "plain" else str(item.value)


def find_duplicates(entries: tuple[Entry, ...], flavour: Yaml, problems: list[Problem]) -> tuple[Entry, ...]:
    """Return the entries that repeat a key, and add a problem for each where the library fails on them."""
    if len(set(map(key_of, entries))) == len(entries):
        return ()
    maker = MappingMaker(flavour, problems)
    maker.note_duplicates(entries)
    return tuple(maker.duplicates)
