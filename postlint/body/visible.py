"""Whether a body shows anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postlint.body.mask import is_silent

if TYPE_CHECKING:
    from postlint.body.body import Body

_EMBEDS = frozenset(
    {"img", "image", "picture", "iframe", "video", "audio", "embed", "object", "canvas", "svg", "math", "input",
     "button", "select", "textarea", "form", "progress", "meter", "amp-img", "model-viewer"}
)  # fmt: skip
_UNSEEN = frozenset({"definition", "comment", "rule"})


def shows_something(body: Body) -> bool:
    """Tell whether a body has text, code, a picture, an embed, a component or a tag that prints."""
    if any(tag.kind != "import" and not is_silent(tag) for tag in body.tags):
        return True
    if any(block.kind not in _UNSEEN for block in body.blocks):
        return True
    return any(
        element.name in _EMBEDS
        # a component of MDX, a custom element, or a script that puts an embed in its own place
        or not element.name.islower()
        or "-" in element.name
        or (element.name == "script" and element.attribute("src") is not None)
        for element in body.elements
    )
