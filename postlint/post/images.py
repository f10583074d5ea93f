"""Pictures that front matter names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postlint.body.picture_attributes import names_a_picture
from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.front_matter.nodes import Entry, Mapping, Node, Scalar, Sequence
from postlint.post.front_matter import FrontMatter
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# keys of a nested map that hold the picture itself, as themes read them
_INNER_KEYS = ("image", "url", "src", "path", "image_path", "img", "file")
# what themes of any generator read; a value counts if it ends as a picture's name does
COMMON_KEYS = (
    "cover", "image", "images", "img", "thumbnail", "thumb", "banner", "headimg", "top_img", "index_img", "feature",
    "featured_image", "featuredImage", "featureImage", "feature_image", "header.teaser", "header.overlay_image",
    "header.image", "cover-img", "coverImage", "cover_image", "heroImage", "hero", "hero.image", "og_image", "ogImage",
    "photos", "gallery", "resources", "poster", "avatar", "background", "teaser", "social_image", "socialImage",
    "share_image", "lead_image", "thumbnailImage", "splash", "logo", "params.gallery", "params.hero", "params.cover",
)  # fmt: skip
_COMMON = {
    head: tuple(key for key in COMMON_KEYS if key.partition(".")[0] == head)
    for head in {key.partition(".")[0] for key in COMMON_KEYS}
}
_COLOUR = late_pattern(
    r"(#[0-9a-f]{3,8}|(rgb|hsl)a?\(.*\)|(linear|radial|conic)-gradient\(.*\)|transparent|none)", re.IGNORECASE
)
_FLAGS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "~"})


def find_front_matter_images(front_matter: FrontMatter | None, keys: Iterable[str]) -> tuple[ImageRef, ...]:
    """Return the pictures under the given dotted keys and under common ones, in order of the text."""
    if front_matter is None:
        return ()
    names = {entry.key for entry in front_matter.entries}
    unique: dict[Span, ImageRef] = {}
    for head in _COMMON.keys() & names:
        for key in _COMMON[head]:
            found = _all_images(front_matter, key)
            unique.update({image.url.span: image for image in found if names_a_picture(image.url.text.strip())})
    for key in keys:
        if key.partition(".")[0].partition("[")[0] in names:
            unique.update({image.url.span: image for image in _all_images(front_matter, key)})
    return tuple(sorted(unique.values(), key=lambda image: image.url.span))


def _all_images(front_matter: FrontMatter, key: str) -> Iterator[ImageRef]:
    for entry, node in _nodes(front_matter, key):
        yield from _images(key, entry, node)


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
        if isinstance(node.value, str) and _may_be_url(node.value) and not _is_pattern(key, node.value):
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


def _is_pattern(key: str, value: str) -> bool:
    """Tell whether a value names many files: Hugo's `resources` take patterns."""
    return key == "resources" and any(char in value for char in "*?[{")


def _inside_quotes(node: Scalar) -> Span:
    quote = next((mark for mark in ("'''", '"""', "'", '"') if node.raw.startswith(mark)), "")
    if quote and node.raw.endswith(quote) and len(node.raw) >= 2 * len(quote):
        return Span(node.span.start + len(quote), node.span.end - len(quote))
    return node.span


def _may_be_url(value: str) -> bool:
    text = value.strip()
    if " " in text and not names_a_picture(text) and "://" not in text:
        # a sentence
        return False
    return bool(text) and text.casefold() not in _FLAGS and not _COLOUR.fullmatch(text)
