"""Pictures and links that template tags name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postlint.body.picture_attributes import LAZY, names_a_picture
from postlint.body.references import ImageRef, LinkRef
from postlint.body.tags import TagArgument, TemplateTag
from postlint.body.url import Url
from postlint.values.dataclass import replace
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_HEXO_IMAGE_TAGS = frozenset(
    {"img", "image", "asset_img", "asset_image", "inlineimage", "inlineimg", "fancybox", "gi", "figure",
     "pic", "picture", "fimage", "kbimg", "photo", "asset_path", "ghimg", "lazyimg"}
)  # fmt: skip
_HEXO_LINK_TAGS = frozenset({"link", "post_link", "post_path", "asset_link", "url_for", "full_url_for"})
_SHORTCODES = {"hugo": "hugo-shortcode", "jinja": "zola-shortcode"}
_SHORTCODE_IMAGE = late_pattern(r"(?:^|[-_/])(?:img|image|images|figure|fig|picture|pic|photo|imgproc|thumb)", re.I)
# under these names a picture is one whatever the tag is called
_PICTURE_NAMES = ("src", "image", "img")
_URL_NAMES = ("src", "url", "image_path", "path", "image", "img", "file", "filename", "link_src", "data-src")
_LIQUID_IMAGE = late_pattern(r"figure|image|img|picture|photo|thumb|gallery|pic\b", re.I)
_ALT_NAMES = ("alt", "caption", "title")
# to a picture or not, these lead there
_LINK_NAMES = frozenset({"href", "link", "to"})
_INCLUDES = frozenset({"include", "include_relative", "include_cached", "render"})
_LINK_SHORTCODES = frozenset({"ref", "relref"})
_LINK_TAGS = frozenset({"link", "post_url"})
_VARIABLE = late_pattern(r"[A-Za-z_]\w*(?:\.\w+)*")
_NUMBER = late_pattern(r"\d+(?:px|%|x\d+)?$")
_CLASS_WORD = late_pattern(r"[A-Za-z][\w-]*$")


def template_images(tag: TemplateTag) -> Iterator[ImageRef]:
    """Yield the pictures that a tag shows."""
    if tag.closing:
        return
    if tag.language == "hexo":
        yield from _hexo_images(tag)
    elif tag.language in _SHORTCODES:
        yield from _shortcode_images(tag, _SHORTCODES[tag.language])
    elif tag.kind == "tag":
        yield from list(_include_images(tag)) or _include_arguments(tag)
    elif tag.kind == "attributes":
        for argument in tag.arguments:
            if argument.name.lower() in LAZY:
                yield _image(tag, "html-lazy", argument, None, argument.name.lower())


def _hexo_images(tag: TemplateTag) -> Iterator[ImageRef]:
    if tag.name.lower() not in _HEXO_IMAGE_TAGS:
        return
    arguments = tag.arguments
    for number, argument in enumerate(arguments):
        value = argument.value
        # to the tags for a post's own files, any last word is the name of one
        is_name = len(arguments) == 1 and tag.name in ("asset_img", "asset_image")
        if "." in value or "/" in value or is_name:
            if tag.name == "asset_path" and not names_a_picture(value):
                return
            alt = _hexo_alt(arguments[number + 1 :])
            yield _image(tag, "hexo-tag", argument, alt, tag.name)
            return
        if not _CLASS_WORD.match(value):
            return


def _hexo_alt(rest: tuple[TagArgument, ...]) -> TagArgument | None:
    words = [argument for argument in rest if not _NUMBER.match(argument.value)]
    quoted = [argument for argument in words if argument.raw[:1] in "\"'" and len(argument.raw) > 1]
    if quoted:
        # `"title" "alt"`, or one text for both
        return quoted[1] if len(quoted) > 1 else quoted[0]
    return None


def _shortcode_images(tag: TemplateTag, kind: str) -> Iterator[ImageRef]:
    found = list(_images_by_name(tag, kind))
    yield from found if found or tag.language != "hugo" else _picture_arguments(tag, kind, tag.arguments)


def _images_by_name(tag: TemplateTag, kind: str) -> Iterator[ImageRef]:
    if _SHORTCODE_IMAGE.search(tag.name):
        yield from _named_or_first(tag, kind, tag.arguments)
    elif tag.name:
        named = [argument for argument in tag.arguments if argument.name]
        if any(argument.name.lower() in _PICTURE_NAMES and names_a_picture(argument.value) for argument in named):
            yield from _named_or_first(tag, kind, tuple(named))


def _include_images(tag: TemplateTag) -> Iterator[ImageRef]:
    if tag.name in _INCLUDES and tag.arguments:
        if _LIQUID_IMAGE.search(tag.arguments[0].value):
            yield from _named_or_first(tag, "liquid-include", tag.arguments[1:])
    elif tag.name in ("img", "image", "picture", "figure", "responsive_image", "asset_img"):
        yield from _named_or_first(tag, "liquid-include", tag.arguments)


def _include_arguments(tag: TemplateTag) -> Iterator[ImageRef]:
    if tag.name in _INCLUDES:
        yield from _picture_arguments(tag, "liquid-include", tag.arguments[1:])


def _picture_arguments(tag: TemplateTag, kind: str, arguments: tuple[TagArgument, ...]) -> Iterator[ImageRef]:
    """Yield the arguments that name a picture and nothing else: the template alone knows what they are for."""
    for argument in arguments:
        value = argument.value
        if names_a_picture(value) and " " not in value and argument.name.lower() not in _LINK_NAMES:
            alt = next((tag.named(name) for name in _ALT_NAMES if tag.named(name)), None)
            yield _image(tag, kind, argument, alt, argument.name or tag.name)


def _named_or_first(tag: TemplateTag, kind: str, arguments: tuple[TagArgument, ...]) -> Iterator[ImageRef]:
    named = {argument.name.lower(): argument for argument in reversed(arguments) if argument.name}
    alt = next((named[name] for name in _ALT_NAMES if name in named), None)
    for name in _URL_NAMES:
        if name in named:
            yield _image(tag, kind, named[name], alt, name)
            return
    for number, argument in enumerate(arguments):
        if not argument.name and ("." in argument.value or "/" in argument.value):
            if alt is None and tag.language == "hugo":
                alt = next(iter(arguments[number + 1 :]), None)
            yield _image(tag, kind, argument, alt, tag.name)
            return


def _image(tag: TemplateTag, kind: str, argument: TagArgument, alt: TagArgument | None, name: str) -> ImageRef:
    dynamic = _is_expression(tag, argument)
    return ImageRef(
        kind,
        Url(argument.value, argument.span, argument.written),
        tag.span,
        alt.value if alt else None,
        alt.span if alt else None,
        name,
        {found.name.lower(): found.value for found in tag.arguments if found.name},
        dynamic,
    )


def merged(images: Iterable[ImageRef]) -> list[ImageRef]:
    """Return the images without those whose whole URL is a tag that is listed itself (`asset_path`).

    Element, attributes and alternative text of the image go to the tag's.
    """
    found = list(images)
    tags = {image.span: number for number, image in enumerate(found) if image.kind == "hexo-tag"}
    dropped = set()
    for number, image in enumerate(found):
        inner = tags.get(image.url.span) if image.is_dynamic else None
        if inner is not None:
            dropped.add(number)
            found[inner] = replace(
                found[inner], span=image.span, alt=image.alt, alt_span=image.alt_span, attributes=image.attributes
            )
    return [image for number, image in enumerate(found) if number not in dropped]


def _is_expression(tag: TemplateTag, argument: TagArgument) -> bool:
    """Tell whether a value is a variable: unquoted in Liquid, or made of a nested output."""
    if "{{" in argument.value or "${" in argument.value:
        return True
    if tag.kind == "attributes" or tag.language in ("hexo", "hugo", "jinja") or argument.raw[:1] in ("'", '"'):
        return False
    return _VARIABLE.fullmatch(argument.value) is not None


def template_links(tag: TemplateTag) -> Iterator[LinkRef]:
    """Yield the links that a tag makes."""
    if tag.closing or not tag.arguments:
        return
    if tag.language == "hexo":
        yield from _hexo_links(tag)
    elif (tag.language == "hugo" and tag.name in _LINK_SHORTCODES) or (
        tag.language == "liquid" and tag.kind == "tag" and tag.name in _LINK_TAGS
    ):
        argument = tag.arguments[0]
        # `{% link a.md %}` takes a path as it stands
        dynamic = tag.name == "post_url" or "{{" in argument.value
        yield _link(tag, argument, "", dynamic)


def _hexo_links(tag: TemplateTag) -> Iterator[LinkRef]:
    if tag.name not in _HEXO_LINK_TAGS:
        return
    if tag.name == "link":
        # `{% link text… url [external] [title] %}`
        for number, argument in enumerate(tag.arguments):
            if "/" in argument.value:
                text = " ".join(word.value for word in tag.arguments[:number])
                yield _link(tag, argument, text, False)
                return
        return
    argument = tag.arguments[0]
    text = " ".join(word.value for word in tag.arguments[1:])
    yield _link(tag, argument, text, tag.name in ("post_link", "post_path"))


def _link(tag: TemplateTag, argument: TagArgument, text: str, dynamic: bool) -> LinkRef:
    span = argument.span
    text_span = Span(tag.span.start, tag.span.end)
    return LinkRef("template", Url(argument.value, span, argument.written), tag.span, text_span, text, dynamic)
