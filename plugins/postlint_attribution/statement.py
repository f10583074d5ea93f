"""One attribution statement."""

from __future__ import annotations

import re

from postlint import Span, dataclass, late_pattern

_PLACEHOLDER = late_pattern(
    r"^[\[【<{(#]*\s*(?:译者|校对者?|作者|选题人?|你的名字|您的名字|姓名|用户名|"
    r"your ?name|author ?name|name|translator|username)"
    r"\s*(?:ID|id|名|1|2)?\s*[\]】>})#]*$",
    re.IGNORECASE,
)
_BRACKETED = late_pattern(
    r"[\[【<{#](?:译者|校对者?|作者|选题人?|你的名字|您的名字|your name)[^\]】>}#\n]{0,6}[\]】>}#]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a post that says where something comes from, who made it or what may be done with it.

    `subject` is `post`, `part`, `image` or `quote`. `span` covers the statement in the source, `text` is what a
    reader sees of it. `url_span` is that of the address. `role` is that of the address (empty where there is none).
    A link that leads nowhere (`undefined`) is no address. `licence` is an SPDX identifier where kind and version
    are known, else what is written. `cue` is the wording that gave it away, `block` the number of its block.
    `is_empty` marks a cue with nothing behind it, `is_hidden` a comment or link definition, `is_glued` one that
    runs on from a paragraph of text. `link_kind` is that of the link that holds the address.
    """

    kind: str
    subject: str
    span: Span
    text: str
    language: str
    block: int
    source: str | None = None
    url: str | None = None
    url_span: Span | None = None
    role: str = ""
    author: str | None = None
    translator: str | None = None
    licence: str | None = None
    cue: str = ""
    is_empty: bool = False
    is_hidden: bool = False
    is_glued: bool = False

    @property
    def quoted(self) -> str:
        """Return the text for a message: on one line, at most 32 code points, in quotes."""
        text = " ".join(self.text.split())
        return f'"{text[:31]}…"' if len(text) > 32 else f'"{text}"'


def is_unfilled(statement: Statement) -> bool:
    """Tell whether a credit is a template's field with the template's own word in it (`[译者ID]`)."""
    name = statement.author or ""
    return bool(_BRACKETED.search(statement.text) or (name and _PLACEHOLDER.match(name)))
