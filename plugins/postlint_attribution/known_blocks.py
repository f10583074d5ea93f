"""Blocks whose statements were read before: posts of one site begin and end with the same lines."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from postlint import Block, Span, dataclass, replace
from postlint_attribution.statement import Statement
from postlint_attribution.surroundings import Surroundings

# more are not kept, and neither are longer ones: those are prose, and seldom the same
_MOST = 2048
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class _Known:
    """The statements of a block at `start`, read in surroundings that gave some answers."""

    start: int
    statements: tuple[Statement, ...]
    answers: tuple[tuple[str, object], ...]


class KnownBlocks:
    """What was read in blocks, by all that they hold. It counts where the surroundings give the same answers."""

    def __init__(self) -> None:
        self._known: dict[Hashable, list[_Known]] = {}

    def find(self, key: Hashable, around: Surroundings, number: int) -> list[Statement] | None:
        """Return the statements of block `number`; None if they are not known."""
        for known in self._known.get(key, ()):
            if all(getattr(around, name) == answer for name, answer in known.answers):
                shift = around.block.span.start - known.start
                return [_moved(statement, shift, number) for statement in known.statements]
        return None

    def keep(self, key: Hashable, around: Surroundings, statements: Sequence[Statement]) -> None:
        """Keep what was read in a block, unless other blocks had a say in it."""
        answers = tuple(around.answers.items())
        if any(isinstance(answer, Block) for _, answer in answers):
            return
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known.setdefault(key, []).append(_Known(around.block.span.start, tuple(statements), answers))


def content(block: Block, text: str) -> Hashable | None:
    """Return all that a block in a source's text holds, but for where it stands; None if it reaches elsewhere."""
    start, end = block.span
    if block.images or end - start > _LONGEST:
        return None
    urls: list[str] = []
    for _, _, link in block.links:
        if not link.span.holds(link.url.span):
            # that of a reference stands elsewhere
            return None
        urls.append(link.url.text)
        # that of an item of a list may be behind the last of its text
        end = max(end, link.span.end)
    return block.kind, block.containers, block.text, text[start:end], *urls


def _moved(statement: Statement, shift: int, number: int) -> Statement:
    span, url = statement.span, statement.url_span
    return replace(
        statement,
        span=Span(span.start + shift, span.end + shift),
        url_span=Span(url.start + shift, url.end + shift) if url is not None else None,
        block=number,
    )
