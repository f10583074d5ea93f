"""What an include of the site makes of a picture that is handed to it."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.body.references import ImageRef
from postlint.body.tag_scan import make_tag
from postlint.body.tags import TemplateTag
from postlint.generators.generator import PostFile, SiteFiles
from postlint.generators.jekyll.liquid_url import LiquidUrls
from postlint.generators.site_paths import folder_of, join_path
from postlint.values.late_pattern import late_pattern

_MOST_READ = 8192
_INSIDE = r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"
# where a template prints a picture's URL
_OUTLET = late_pattern(
    rf"""\b(?:src|srcset|data-[\w-]+|poster|content)\s*=\s*(?:"(?P<double>(?:{_INSIDE}|[^"{{])*)\""""
    rf"""|'(?P<single>(?:{_INSIDE}|[^'{{])*)')|!\[[^\[\]]*\]\((?P<markdown>(?:{_INSIDE}|[^()\s{{])*)"""
    rf"""|\burl\(\s*["']?(?P<css>(?:{_INSIDE}|[^()"'\s{{])*)"""
)


def printed_by_include(image: ImageRef, file: PostFile, urls: LiquidUrls, source: str, files: SiteFiles) -> list[str]:
    """Return the URLs that the include's template prints; empty where that cannot be told.

    Several where the template decides by conditions.
    """
    start, end = image.span
    tag = make_tag(file.source.text, "liquid", "{%", start, end)
    place = _template(tag, file, source)
    if place is None or not files.exists(place):
        return []
    head = files.head(place, _MOST_READ)
    if len(head) == _MOST_READ:
        return []
    template = head.decode("utf-8", "replace")
    known = urls.given(_parameters(tag, urls)).assigned(template)
    wanted = known.value_of(f"include.{image.name}")
    if wanted is None:
        return []
    printed = list(_printed(template, known, wanted, f"include.{image.name}"))
    return [] if None in printed else [url for url in printed if url]


def _template(tag: TemplateTag, file: PostFile, source: str) -> str | None:
    if not tag.arguments or tag.arguments[0].name:
        return None
    name = tag.arguments[0].value
    if "{" in name:
        return None
    if tag.name == "include_relative":
        return join_path(folder_of(file.path), name)
    return join_path(f"{source}/_includes" if source else "_includes", name)


def _parameters(tag: TemplateTag, urls: LiquidUrls) -> dict[str, str]:
    """Return the parameters whose values are known."""
    known: dict[str, str] = {}
    for argument in tag.arguments:
        is_text = argument.raw[:1] in ("'", '"')
        value = argument.value if is_text else urls.value_of(argument.value)
        if argument.name and value is not None:
            known[f"include.{argument.name}"] = value
    return known


def _printed(template: str, known: LiquidUrls, wanted: str, name: str) -> Iterator[str | None]:
    """Yield the URLs made of the parameter `name`, whose value is `wanted`; None for one that is not known."""
    for match in _OUTLET.finditer(template):
        written = (match["double"] or match["single"] or match["markdown"] or match["css"] or "").strip()
        url = known.evaluate(written)
        # the other parameters go elsewhere
        if (name in written) if url is None else (wanted.strip("/") in url):
            yield url
