"""Pictures that front matter names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.front_matter.nodes import Entry, Mapping, Node, Scalar, Sequence
from postlint.post.front_matter import FrontMatter
from postlint.values.span import Span

# keys of a nested map that hold the picture itself, as themes read them
_INNER_KEYS = ("image", "url", "src", "path", "image_path", "img", "file")
_COLOUR = re.compile(
    r"(#[0-9a-f]{3,8}|(rgb|hsl)a?\(.*\)|(linear|radial|conic)-gradient\(.*\)|transparent|none)", re.IGNORECASE
)
_FLAGS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~"})


def find_front_matter_images(front_matter: FrontMatter | None, keys: Iterable[str]) -> tuple[ImageRef, ...]:
    """Return the pictures under the given dotted keys, in order of the text."""
    if front_matter is None:
        return ()
    found: list[ImageRef] = []
    names = {entry.key for entry in front_matter.entries}
    for key in keys:
        if key.partition(".")[0].partition("[")[0] not in names:
            continue
        for entry, node in _nodes(front_matter, key):
            found.extend(_images(key, entry, node))
    unique = {image.url.span: image for image in found}
    return tuple(sorted(unique.values(), key=lambda image: image.url.span))


def _nodes(front_matter: FrontMatter, key: str) -> Iterator[tuple[Entry, Node]]:
    """Yield what stands under a dotted key; `gallery[].url` looks into the items of a list."""
    head, _, rest = key.partition("[].")
    entry = front_matter.find_dotted(head)
    if entry is None:
        return
    if not rest:
        yield entry, entry.node
    elif isinstance(entry.node, Sequence):
        for item in entry.node.items:
            inner = item.find(*rest.split(".")) if isinstance(item, Mapping) else None
            if inner is not None:
                yield inner, inner.node


def _images(key: str, entry: Entry, node: Node, alt: str | None = None) -> Iterator[ImageRef]:
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and _may_be_url(node.value):
            span = _inside_quotes(node)
            yield ImageRef("front-matter", Url(node.value, span, node.raw), entry.span, alt, name=key)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _images(key, entry, item)
    else:
        written = node.find("alt")
        text = written.value if written is not None and isinstance(written.value, str) else None
        for name in _INNER_KEYS:
            inner = node.find(name)
            if inner is not None:
                yield from _images(key, inner, inner.node, text)


def _inside_quotes(node: Scalar) -> Span:
    quote = next((mark for mark in ("'''", '"""', "'", '"') if node.raw.startswith(mark)), "")
    if quote and node.raw.endswith(quote) and len(node.raw) >= 2 * len(quote):
        return Span(node.span.start + len(quote), node.span.end - len(quote))
    return node.span


def _may_be_url(value: str) -> bool:
    text = value.strip()
    return bool(text) and text.casefold() not in _FLAGS and not _COLOUR.fullmatch(text)
