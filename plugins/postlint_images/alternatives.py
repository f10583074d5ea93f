"""Which images of a post can have an alternative text of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postlint import ImageRef, Post
from postlint_images.pictures import Pictures

_MARKDOWN = ("markdown", "markdown-reference")
_ELEMENTS = ("html-img", "html-lazy", "mdx")


def described_pictures(post: Post) -> Iterator[ImageRef]:
    """Yield the images that readers see as such and that the post itself can describe, each once."""
    if not post.images:
        return
    pixels = {picture.image.url.span for picture in post.view(Pictures).of("pixel")}
    seen = set()
    for image in post.images:
        if image.kind in _MARKDOWN:
            yield image
        elif image.kind in _ELEMENTS and image.span not in seen and image.url.span not in pixels:
            if image.is_alternative or not _is_described(image):
                continue
            seen.add(image.span)
            yield image


def _is_described(image: ImageRef) -> bool:
    attributes = image.attributes
    if image.kind == "mdx" and "src" not in attributes:
        # an import or a template that names a file
        return False
    return not _is_hidden(attributes)


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if attributes.get("role", "").strip().lower() in ("presentation", "none"):
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true" or "hidden" in attributes:
        return True
    # a spread (`{...props}`) may bring the text
    return any(
        name in ("aria-label", "aria-labelledby", ":alt", "v-bind:alt") or name[0:1] == "{"
        for name in attributes
    )
