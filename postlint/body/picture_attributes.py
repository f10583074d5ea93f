"""Which attributes of which HTML elements name a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.body.elements import Attribute
from postlint.values.late_pattern import late_pattern

# Attributes from which scripts load the picture when the reader scrolls to it
LAZY = (
    "data-src", "data-original", "data-actualsrc", "data-lazy-src", "data-echo", "data-original-src",
    "data-url", "data-lazy", "data-default-watermark-src", "data-canonical-src", "_src", "real_src",
    "original", "loading-src", "zoomfile", "file",
)  # fmt: skip
# of elements of SVG, the last as JSX has it
_LINKS = ("href", "xlink:href", "xlinkhref")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset")
_LAZY_BACKGROUNDS = ("data-bg", "data-background-image", "data-background")
_META_PICTURES = frozenset(
    {"og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "image", "thumbnail",
     "thumbnailurl", "msapplication-tileimage"}
)  # fmt: skip
_BACKGROUND_ELEMENTS = frozenset({"table", "td", "th", "tr", "tbody", "thead", "tfoot", "body"})
_IMAGE_NAMES = frozenset({"img", "image", "amp-img"})
_IMAGE_SUFFIX = late_pattern(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico|tiff?|apng)(?:[?#]|$)", re.I)


def names_a_picture(url: str) -> bool:
    """Tell whether the path of a URL ends as a picture's does."""
    return _IMAGE_SUFFIX.search(url) is not None


def picture_kinds(name: str, attributes: dict[str, Attribute]) -> Iterator[tuple[str, str]]:
    """Yield the attributes of an element that name pictures, each with the kind of reference."""
    if "style" in attributes and "url(" in attributes["style"].value.lower():
        yield "style", "css-background"
    if name in _IMAGE_NAMES:
        yield from _kinds_of_image(name, attributes)
    elif name == "source":
        yield "srcset", "html-source"
        yield from ((key, "html-source") for key in _LAZY_SETS)
        if _is_picture_source(attributes):
            yield "src", "html-source"
    elif name == "video":
        yield "poster", "html-poster"
    elif name in ("input", "object", "embed"):
        yield from _kinds_of_embedded(name, attributes)
    elif name == "link" and _links_a_picture(attributes):
        yield "href", "html-source"
        yield "imagesrcset", "html-source"
    elif name == "meta" and _describes_a_picture(attributes):
        yield "content", "html-source"
    elif name == "use" and any(key in attributes and names_a_picture(attributes[key].value) for key in _LINKS):
        # a sprite in a file of its own; `#icon` alone is one of the page
        yield from ((key, "svg-image") for key in _LINKS if key in attributes)
    elif name in _BACKGROUND_ELEMENTS:
        yield "background", "css-background"
    yield from ((key, "html-lazy") for key in _LAZY_BACKGROUNDS)


def _kinds_of_image(name: str, attributes: dict[str, Attribute]) -> Iterator[tuple[str, str]]:
    if name == "image" and "src" not in attributes:
        yield from ((key, "svg-image") for key in _LINKS)
        return
    yield "src", "html-img"
    yield "srcset", "html-srcset"
    yield "lowsrc", "html-img"
    for key in (*LAZY, *_LAZY_SETS):
        if key in attributes and attributes[key].value.strip():
            yield key, "html-lazy"


def _kinds_of_embedded(name: str, attributes: dict[str, Attribute]) -> Iterator[tuple[str, str]]:
    key = "data" if name == "object" else "src"
    kind = attributes["type"].value.lower() if "type" in attributes else ""
    if name == "input":
        is_picture = kind == "image"
    else:
        is_picture = kind.startswith("image/") or (key in attributes and names_a_picture(attributes[key].value))
    if is_picture:
        yield key, "html-img"


def _links_a_picture(attributes: dict[str, Attribute]) -> bool:
    """Tell whether a `link` loads a picture: an icon, or one that is needed soon."""
    rel = attributes["rel"].value.lower().split() if "rel" in attributes else []
    use = attributes["as"].value.lower() if "as" in attributes else ""
    return "icon" in rel or "apple-touch-icon" in rel or ("preload" in rel and use == "image")


def _describes_a_picture(attributes: dict[str, Attribute]) -> bool:
    """Tell whether a `meta` names the page's picture, as services that show previews read it."""
    names = (attributes[key].value.strip().lower() for key in ("property", "name", "itemprop") if key in attributes)
    return any(name in _META_PICTURES for name in names)


def _is_picture_source(attributes: dict[str, Attribute]) -> bool:
    kind = attributes.get("type")
    if kind is not None:
        return kind.value.lower().startswith("image/")
    return "src" in attributes and names_a_picture(attributes["src"].value)


def other_sizes(kinds: dict[str, str]) -> set[str]:
    """Name the attributes that hold another size, or the placeholder, of a picture that is listed too."""
    extra = {key for key, kind in kinds.items() if key.endswith("srcset") and kind != "html-source"}
    if any(kind == "html-lazy" and key not in _LAZY_BACKGROUNDS for key, kind in kinds.items()):
        extra.add("src")
    return extra | {"lowsrc"}
