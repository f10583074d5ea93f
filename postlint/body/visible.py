"""Whether a body shows anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.body.mask import is_silent

if TYPE_CHECKING:
    from postlint.body.block import Block
    from postlint.body.body import Body

_EMBEDS = frozenset(
    {"img", "image", "picture", "iframe", "video", "audio", "embed", "object", "canvas", "svg", "math", "input",
     "button", "select", "textarea", "form", "progress", "meter", "script"}
)  # fmt: skip
_UNSEEN = frozenset({"definition", "comment", "rule"})


def shows_something(body: Body) -> bool:
    """Tell whether a body has text, code, a picture, an embed, a component or a tag that prints."""
    if any(tag.kind != "import" and not is_silent(tag) for tag in body.tags):
        return True
    if any(_is_seen(block) for block in body.blocks):
        return True
    return any(
        element.name in _EMBEDS
        # a component of MDX, or a custom element
        or not element.name.islower()
        or "-" in element.name
        for element in body.elements
    )


def _is_seen(block: Block) -> bool:
    return block.kind not in _UNSEEN and (block.kind == "image" or bool(block.images) or bool(block.text.strip()))
