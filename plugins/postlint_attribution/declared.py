"""What front matter says of source, author, translator and licence."""

from __future__ import annotations

from postlint import Entry, Post, Scalar, Sequence, Span, dataclass
from postlint_attribution.folding import fold_name
from postlint_attribution.keys import ALIASES, HEXO_OVERWRITES, OWN_TABLES


@dataclass(frozen=True, slots=True)
class Fact:
    """One value under a key: `concept` is a key of `keys.ALIASES`, `span` that of the value."""

    concept: str
    key: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Declared:
    """The facts in a post's front matter, and the keys that are there but empty."""

    facts: tuple[Fact, ...] = ()
    empty: tuple[Fact, ...] = ()

    def of(self, *concepts: str) -> tuple[Fact, ...]:
        """Return the facts of some concepts."""
        return tuple(fact for fact in self.facts if fact.concept in concepts)

    def has_key(self, *concepts: str) -> bool:
        """Tell whether front matter has a key for one of some concepts, even an empty one."""
        return any(fact.concept in concepts for fact in (*self.facts, *self.empty))


def read_declared(post: Post) -> Declared:
    """Return what the front matter of a post states; nothing for a post without any."""
    front_matter = post.front_matter
    if front_matter is None:
        return Declared()
    facts: list[Fact] = []
    empty: list[Fact] = []
    generator = post.generator.profile.name
    tables = [table for table in OWN_TABLES if front_matter.find_dotted(table) is not None]
    for concept, keys in ALIASES.items():
        for key in keys:
            if key in HEXO_OVERWRITES and generator == "hexo":
                continue
            for place in (key, *(f"{table}.{key}" for table in tables)):
                entry = front_matter.find_dotted(place)
                if entry is not None:
                    _add(concept, place, entry, facts, empty)
    return Declared(tuple(_settle(facts)), tuple(empty))


def _add(concept: str, key: str, entry: Entry, facts: list[Fact], empty: list[Fact]) -> None:
    nodes = entry.node.items if isinstance(entry.node, Sequence) else (entry.node,)
    for node in nodes:
        if not isinstance(node, Scalar):
            continue
        if node.value is None or node.value == "":
            empty.append(Fact(concept, key, "", node.span))
        elif isinstance(node.value, str):
            facts.append(Fact(concept, key, node.value.strip(), node.span))


def _settle(facts: list[Fact]) -> list[Fact]:
    """Return the facts with addresses and names under the right concept."""
    settled: list[Fact] = []
    for fact in facts:
        is_address = fact.value.startswith(("http://", "https://", "//"))
        if fact.concept == "source_name" and is_address:
            settled.append(Fact("source_url", fact.key, fact.value, fact.span))
        elif fact.concept in ("source_url", "canonical") and not is_address:
            if fact.concept == "source_url" and "/" not in fact.value and fact.value:
                settled.append(Fact("source_name", fact.key, fact.value, fact.span))
        else:
            settled.append(fact)
    return settled


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: equal when folded, or one inside the other."""
    first, second = fold_name(one), fold_name(other)
    if not first or not second:
        return False
    return first == second or (min(len(first), len(second)) >= 2 and (first in second or second in first))
