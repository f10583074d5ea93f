"""The reading of a post's attribution statements that rules share and `inspect` prints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from postlint import Block, Post, View
from postlint_attribution.catalogue import Catalogue, built_in
from postlint_attribution.hidden import read_alternatives, read_comment, read_definitions, read_shortcode
from postlint_attribution.options import AttributionsOptions
from postlint_attribution.reading import read_statements
from postlint_attribution.statement import Statement

_NO_BLOCKS: tuple[Block, ...] = ()


class Attributions(View[AttributionsOptions]):
    """The attribution statements in a post's body."""

    name = "attributions"

    def __init__(self, post: Post, options: AttributionsOptions) -> None:
        super().__init__(post, options)
        self._catalogue: Catalogue = built_in()

    @cached_property
    def has_cues(self) -> bool:
        """Tell whether any wording can match at all; a fast look at the text alone."""
        return self._catalogue.gate.search(self.post.text, self.post.body_start) is not None

    @cached_property
    def all(self) -> tuple[Statement, ...]:
        """Return every statement, citations included, in source order."""
        if not self.has_cues:
            return ()
        blocks = self.post.blocks
        found = read_statements(blocks, self._catalogue)
        found += self._hidden(blocks)
        found.sort(key=lambda statement: statement.span)
        return tuple(found)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements in source order, without citations."""
        return tuple(statement for statement in self.all if statement.kind != "citation")

    def of_kind(self, *kinds: str) -> tuple[Statement, ...]:
        """Return the statements of some kinds, in source order."""
        return tuple(statement for statement in self.statements if statement.kind in kinds)

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
