"""The front matter that rules judge, its keys that hold text, and how a change of it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint import Edit, FrontMatter, Node, Post, Scalar, Sequence, Span

YAML_FORMATS = ("yaml", "hexo-old")
PROSE_KEYS = frozenset({"title", "subtitle", "description", "summary", "excerpt", "heading", "tagline", "abstract"})
"""Keys whose value is a sentence or a heading for readers, in small letters."""

TERM_KEYS = frozenset(
    {"tags", "tag", "categories", "category", "keywords", "keyword", "authors", "author", "series", "topics"}
)
"""Keys whose values are names that readers see, in small letters."""

TEXT_KEYS = PROSE_KEYS | TERM_KEYS | {"lang", "language", "locale", "country", "version", "slug", "permalink", "url"}
"""Keys whose value is text, in small letters."""


def read_block(post: Post) -> FrontMatter | None:
    """Return the front matter that the generator reads and that was meant as such."""
    block = post.front_matter
    if block is None or not block.reading.is_read or block.reading.is_swallowed:
        return None
    return block


def scalars_of(name: str, node: Node) -> Iterator[tuple[str, Scalar]]:
    """Yield every scalar at or below a node with the name of the key that it stands under."""
    if isinstance(node, Scalar):
        yield name, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_of(name, item)
    else:
        for entry in node.entries:
            yield from scalars_of(entry.key, entry.node)


def is_copy(text: str, node: Node) -> bool:
    """Tell whether a node is written elsewhere: it is an alias."""
    return text.startswith("*", node.span.start)


def keeps_the_rest(post: Post, edits: Iterable[Edit], *changed: str) -> bool:
    """Tell whether the generator reads every other key as before once some edits are made."""
    before = post.front_matter
    after = post.revised(*edits).front_matter
    if before is None or after is None or not after.is_read:
        return False
    data, new = dict(before.data), dict(after.data)
    for key in changed:
        data.pop(key, None)
        new.pop(key, None)
    return data == new


def line_end(text: str, at: int) -> int:
    """Return where the line of an offset ends, without its line end."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    return min(ends, default=len(text))


def line_span(text: str, at: int) -> Span:
    """Return the line of an offset, without its line end."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return Span(start, line_end(text, at))
