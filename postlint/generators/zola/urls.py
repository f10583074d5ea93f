"""Where Zola's pages will be (0.22, `page.rs`)."""

from __future__ import annotations

import re

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.page_address import slashed, text_of, values_of
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of
from postlint.values.late_pattern import late_pattern

_DATE = late_pattern(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?[_-]")


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page, without the base path; None where a name would be transliterated."""
    values = values_of(reading)
    own = text_of(values.get("path"))
    if own is not None:
        return slashed(f"{own.strip('/')}/")
    content = site_folders("content", facts)[0]
    path = file.path[len(content) + 1 :] if file.path.startswith(f"{content}/") else file.path
    folder, stem = folder_of(path), stem_of(path)
    if stem.split(".")[0] == "_index":
        return slashed(f"{folder}/")
    if stem.split(".")[0] == "index" and folder:
        stem, folder = folder.rsplit("/", 1)[-1], folder_of(folder)
    slug = text_of(values.get("slug"))
    name = slugify(slug if slug is not None else _DATE.sub("", stem, count=1))
    return slashed(f"{folder}/{name}/") if name else None


def slugify(text: str) -> str | None:
    """Return the slug of a text as the crate `slug` makes it; None for anything but ASCII."""
    if not text.isascii():
        return None
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
