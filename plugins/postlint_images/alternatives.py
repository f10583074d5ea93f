"""Which images of a post can have an alternative text of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from postlint import ImageRef
from postlint_images.pictures import Picture

_MARKDOWN = ("markdown", "markdown-reference")
_ELEMENTS = ("html-img", "html-lazy", "mdx")


def described_pictures(images: Iterable[ImageRef], pixels: Iterable[Picture]) -> Iterator[ImageRef]:
    """Yield the images that readers see as such and that the post itself can describe, each once.

    `pixels` are the pictures among them that nobody is meant to see.
    """
    unseen = {picture.image.span for picture in pixels}
    for image in images:
        if not image.url.text.strip():
            # no picture at all, and reported as that
            continue
        if image.kind in _MARKDOWN and image.span not in unseen:
            yield image
        elif image.kind in _ELEMENTS and image.span not in unseen and not image.is_alternative:
            unseen.add(image.span)
            if _is_described(image):
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
        name in ("aria-label", "aria-labelledby", ":alt", "v-bind:alt") or name[0:1] == "{" for name in attributes
    )
