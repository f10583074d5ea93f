"""Where Docusaurus' pages will be (3.10, `blogUtils.js` parseBlogFileName, `docs.js`, `slug.js`)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.page_address import slashed, text_of, values_of
from postlint.generators.roles import profile_path
from postlint.generators.site_paths import relative_folder
from postlint.values.late_pattern import late_pattern

_DATED = late_pattern(r"(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:/index)?\.mdx?\Z", re.DOTALL)
_NUMBERED = late_pattern(r"\d+\s*[-_.]+\s*(?=[^\d\s._-])")


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page, without the `baseUrl`; None where it is not known."""
    slug = text_of(values_of(reading).get("slug"))
    place = profile_path(file.path, facts) or file.path
    if place.startswith("blog/"):
        return _blog(place[5:], slug, _route(file, facts, "blog"))
    if place.startswith("docs/"):
        return _doc(place[5:], slug, _route(file, facts, "docs"), values_of(reading))
    if place.startswith("src/pages/"):
        path = re.sub(r"\.mdx?\Z", "", place[10:])
        return slashed(re.sub(r"(?:\A|/)index\Z", "", path))
    return None


def _route(file: PostFile, facts: SiteFacts, kind: str) -> str:
    """Return the `routeBasePath` of the plugin instance whose folder holds the file."""
    for instance in facts.config.get(kind) or ():
        if isinstance(instance, Mapping):
            folder = relative_folder(str(instance.get("path", kind)))
            if folder and file.path.startswith(f"{folder}/"):
                return str(instance.get("routeBasePath", kind)).strip("/")
    return kind


def _blog(path: str, slug: str | None, route: str) -> str:
    if slug is None:
        dated = _DATED.fullmatch(path)
        if dated:
            slug = f"/{dated[2].replace('-', '/')}/{dated[1]}{dated[3]}"
        else:
            slug = re.sub(r"(?:/index)?\.mdx?\Z", "", path)
    return slashed(f"{route}/{slug}")


def _doc(path: str, slug: str | None, route: str, values: Mapping[str, Any]) -> str:
    *folders, name = path.split("/")
    folders = [_NUMBERED.sub("", folder, count=1) if _NUMBERED.match(folder) else folder for folder in folders]
    stem = re.sub(r"\.mdx?\Z", "", name)
    stem = _NUMBERED.sub("", stem, count=1) if _NUMBERED.match(stem) else stem
    folder = "/".join(folders)
    if slug is not None:
        return slashed(posixpath.normpath(f"/{route}/{slug if slug.startswith('/') else f'{folder}/{slug}'}"))
    own = text_of(values.get("id"))
    is_index = own is None and (stem.lower() in ("index", "readme") or (folders and stem == folders[-1]))
    return slashed(f"{route}/{folder}/{'' if is_index else own or stem}")
