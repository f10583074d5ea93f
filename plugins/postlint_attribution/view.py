"""The reading of a post's attribution statements that rules share and `inspect` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from postlint import Block, Passage, Post, View, lazy
from postlint_attribution.catalogue import Catalogue, built_in
from postlint_attribution.gate import Hits, believable, find_hits, may_hold, outside
from postlint_attribution.hidden import hidden_places, read_alternatives, read_comment, read_definitions, read_shortcode
from postlint_attribution.options import AttributionsOptions
from postlint_attribution.own_wordings import has_own, read_own
from postlint_attribution.reading import read_statements
from postlint_attribution.statement import Statement


class Attributions(View[AttributionsOptions]):
    """The attribution statements in a post's body."""

    name = "attributions"

    def __init__(self, post: Post, options: AttributionsOptions) -> None:
        super().__init__(post, options)
        self._catalogue: Catalogue = built_in()

    @lazy
    def _cues(self) -> Hits:
        return find_hits(self.post.text, self.post.body_start, self._catalogue)

    @lazy
    def _hits(self) -> Hits:
        text, cues = self.post.text, self._cues
        if cues and ("```" in text or "~~~" in text):
            # what is said in listings is said to nobody
            cues = outside(cues, self.post.body.fences)
        return believable(text, cues, self._catalogue)

    @lazy
    def _hidden_places(self) -> list[int]:
        return hidden_places(self.post.text, self.post.body_start)

    @lazy
    def has_cues(self) -> bool:
        """Tell whether the text may hold a statement; a look at the text alone, without its blocks."""
        last = self._cues[-1][0] if self._cues else 0
        if may_hold(self.post.body_start, self._hits, last, self._catalogue) or self._hidden_places:
            return True
        return bool(self.options.wordings) and has_own(self.post.text, self.options.wordings)

    @lazy
    def _passages(self) -> tuple[Passage, ...]:
        if not self.has_cues:
            return ()
        if self.options.wordings:
            return (Passage(self.post.blocks),)
        return self.post.passages([position for position, _ in self._hits], self._hidden_places)

    @lazy
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks that hold statements and what is near them, which `Statement.block` counts."""
        return tuple(block for passage in self._passages for block in passage.blocks)

    @lazy
    def all(self) -> tuple[Statement, ...]:
        """Return every statement, citations included, in source order."""
        found: list[Statement] = []
        number = 0
        for passage in self._passages:
            found += read_statements(passage, number, self.post.text, self._catalogue, self._hits, self._cues)
            number += len(passage.blocks)
        if self.blocks:
            found += self._hidden(self.blocks)
            if self.options.wordings:
                found += read_own(self.blocks, self.options.wordings)
        # a notice names itself before what it says
        found.sort(key=lambda one: (one.span.start, one.kind != "rights-notice", one.span.end))
        return tuple(found)

    @lazy
    def is_empty(self) -> bool:
        """Tell whether the post holds no statement."""
        return not self.all

    @lazy
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements in source order, without citations."""
        return tuple(statement for statement in self.all if statement.kind != "citation")

    def holds(self, topic: str) -> bool:
        """Tell whether there is a statement of a kind."""
        return topic in self._by_kind

    def of_kind(self, *kinds: str) -> tuple[Statement, ...]:
        """Return the statements of some kinds, in source order."""
        by_kind = self._by_kind
        if len(kinds) == 1:
            return by_kind.get(kinds[0], ())
        if not any(kind in by_kind for kind in kinds):
            return ()
        return tuple(statement for statement in self.statements if statement.kind in kinds)

    @lazy
    def _by_kind(self) -> dict[str, tuple[Statement, ...]]:
        grouped: dict[str, tuple[Statement, ...]] = {}
        for statement in self.statements:
            grouped[statement.kind] = (*grouped.get(statement.kind, ()), statement)
        return grouped

    def _hidden(self, blocks: Sequence[Block]) -> list[Statement]:
        text = self.post.text
        found: list[Statement] = []
        for at, block in enumerate(blocks):
            if block.images:
                found += read_alternatives(block, at, text)
            if block.text.startswith(("{{<", "{{%", "{%")):
                found += read_shortcode(block, at)
            if block.kind == "comment":
                found += read_comment(block, at, text)
            elif "]:" in block.text and block.kind in ("definition", "paragraph"):
                found += read_definitions(block, at, text)
        return found

    def to_json(self) -> list[dict[str, Any]]:
        """Return the statements as `inspect` prints them."""
        lines = self.post.source.lines
        return [_to_json(statement, lines.position(statement.span.start)) for statement in self.statements]


def _to_json(statement: Statement, position: tuple[int, int]) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "text": statement.text,
        "source": statement.source,
        "url": statement.url,
        "author": statement.author,
        "offset": list(statement.span),
        "location": {"line": position[0], "column": position[1]},
        "subject": statement.subject,
        "language": statement.language,
        "role": statement.role or None,
        "translator": statement.translator,
        "licence": statement.licence,
    }
