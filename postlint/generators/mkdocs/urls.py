"""Where MkDocs' pages will be (1.6), and the posts of Material's blog plugin (9.7)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.mkdocs.outcome import judge
from postlint.generators.page_address import slashed, text_of, values_of
from postlint.generators.roles import blog_folders, site_folders
from postlint.generators.site_paths import folder_of, stem_of


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page, without the base path; None where the blog's config makes it its own way."""
    docs = site_folders("docs", facts)[0]
    path = file.path[len(docs) + 1 :] if file.path.startswith(f"{docs}/") else file.path
    if file.role == "post" and blog_folders(facts):
        found = _post(file, reading, facts, path)
        if found is None:
            return None
        path = f"{found}.md"
    folder, stem = folder_of(path), stem_of(path)
    if stem in ("index", "README"):
        return slashed(f"{folder}/")
    deep = facts.config.get("use_directory_urls", True) is not False
    return slashed(f"{folder}/{stem}/" if deep else f"{folder}/{stem}.html")


def _post(file: PostFile, reading: FrontMatterReading, facts: SiteFacts, path: str) -> str | None:
    blog = next((folder for folder in blog_folders(facts) if path.startswith(f"{folder}/posts/".lstrip("/"))), None)
    options = _options(facts)
    if blog is None or any(
        key in options for key in ("post_slugify", "post_slugify_separator", "post_url_date_format")
    ):
        return None
    outcome = judge(file, reading, facts)
    template = str(options.get("post_url_format", "{date}/{slug}"))
    title = text_of(outcome.title)
    slug = text_of(values_of(reading).get("slug")) or (slugify(title) if title else None)
    if slug is None or outcome.date is None or "{categories}" in template:
        return None
    day = outcome.date.civil()
    values = {"date": f"{day.year:04d}/{day.month:02d}/{day.day:02d}", "slug": slug, "file": stem_of(path)}
    return f"{blog}/" + re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template).strip("/")


def _options(facts: SiteFacts) -> Mapping[str, Any]:
    plugins = facts.config.get("plugins")
    items: list[Any] = [plugins] if isinstance(plugins, Mapping) else plugins if isinstance(plugins, list) else []
    for item in items:
        for key, options in item.items() if isinstance(item, Mapping) else ():
            if key in ("blog", "material/blog") and isinstance(options, Mapping):
                return options
    return {}


def slugify(text: str) -> str:
    """Return the slug that pymdownx's `slugify(case="lower")` makes of a title."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^<>]*>", "", text)).strip()
    return re.sub(r"[^\w\- ]", "", text).lower().strip().replace(" ", "-")
