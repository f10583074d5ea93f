"""Where a front matter block stands in a text."""

from __future__ import annotations

from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span


class Split(NamedTuple):
    """A block and the body after it.

    `format` is `yaml`, `toml`, `json`, `hexo-json`, `hexo-old` (no opening fence), `meta` (bare
    `Key: value` lines) or `org`. `span` includes the fences, `block` is what the parser gets (without
    fences and the line end before the closing one), `body` is where the body starts. `opening` and
    `closing` are the fence lines without their line ends; empty where there is none.
    """

    format: str
    span: Span
    block: Span
    body: int
    opening: Span
    closing: Span

    @property
    def is_closed(self) -> bool:
        """Tell whether there is a closing fence."""
        return len(self.closing) > 0
