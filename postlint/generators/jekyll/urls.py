"""Where Jekyll's pages will be (Jekyll 4.3, `url_drop.rb`, `utils.rb`, `page.rb`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.jekyll.outcome import judge
from postlint.generators.page_address import date_parts, fill, text_of, values_of
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of
from postlint.generators.zones import find_zone, machine_zone
from postlint.values.late_pattern import late_pattern

# https://jekyllrb.com/docs/permalinks/#built-in-formats
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATED = late_pattern(r"\d{2,4}-\d{1,2}-\d{1,2}-(.*)\Z", re.DOTALL)
_PRETTY = frozenset("._~!$&'()+,;=@")


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page, without the `baseurl`; None if it cannot be told."""
    values = values_of(reading)
    source = site_folders("", facts)[0]
    path = file.path[len(source) + 1 :] if source else file.path
    own = text_of(values.get("permalink")) or _default(path, facts)
    folders = path.split("/")[:-1]
    if "_posts" in folders or "_drafts" in folders:
        return _post(file, reading, facts, own or _site_style(facts, "posts"), values, path)
    if path.startswith("_"):
        label = folders[0][1:]
        return _document(path, label, own or _collection_template(facts, label), values)
    return _page(path, own, _site_style(facts, "pages"))


def _post(
    file: PostFile,
    reading: FrontMatterReading,
    facts: SiteFacts,
    template: str | None,
    values: Mapping[str, Any],
    path: str,
) -> str | None:
    template = _STYLES.get(template or "date", template or _STYLES["date"])
    stem = stem_of(path)
    named = _DATED.fullmatch(stem)
    slug = text_of(values.get("slug")) or (named[1] if named else stem).rstrip(".")
    known: dict[str, str | None] = {
        "title": slugify(slug, _PRETTY, keep_case=True),
        "slug": slugify(slug),
        "name": slugify(stem),
        "collection": "posts",
        "output_ext": ".html",
        "path": re.sub(r"\.[^./]+\Z", "", path.split("_posts/", 1)[-1]),
    }
    categories = _categories(values, path)
    known["categories"] = "/".join(dict.fromkeys(name.lower() for name in categories))
    known["slugified_categories"] = "/".join(dict.fromkeys(slugify(name) for name in categories))
    if any(f":{name}" in template for name in _DATE_NAMES):
        date = judge(file, reading, facts).date
        if date is None:
            return None
        zone = find_zone(str(facts.config.get("timezone") or "")) or machine_zone()
        parts = date_parts(date.civil(zone.offset_at(date)))
        known.update({name: _date_part(name, parts) for name in _DATE_NAMES})
    return _finish(fill(template, known))


_DATE_NAMES = (
    "year", "month", "day", "hour", "minute", "second", "i_day", "i_month", "short_month", "long_month",
    "short_year", "y_day", "short_day", "long_day", "w_day",
)  # fmt: skip


def _date_part(name: str, parts: Mapping[str, str]) -> str:
    if name in parts:
        return parts[name]
    return {
        "short_month": parts["monthname"][:3],
        "long_month": parts["monthname"],
        "short_year": parts["year"][-2:],
        "y_day": parts["year_day"].zfill(3),
        "short_day": parts["weekday"][:3],
        "long_day": parts["weekday"],
        "w_day": parts["weekday_number"],
    }[name]


def _document(path: str, label: str, template: str, values: Mapping[str, Any]) -> str | None:
    stem = stem_of(path)
    slug = text_of(values.get("slug")) or stem
    return _finish(
        fill(
            template,
            {
                "collection": label,
                "path": re.sub(r"\.[^./]+\Z", "", path.partition("/")[2]),
                "name": slugify(stem),
                "title": slugify(slug, _PRETTY, keep_case=True),
                "slug": slugify(slug),
                "output_ext": ".html",
            },
        )
    )


def _page(path: str, own: str | None, style: str | None) -> str | None:
    stem, folder = stem_of(path), folder_of(path)
    if own is not None:
        values = {"path": folder, "basename": stem, "output_ext": ".html"}
        return _finish(fill(own, values))
    if stem == "index":
        return f"/{folder}/" if folder else "/"
    is_folder = style == "pretty" or (style or "").endswith("/")
    return _finish(f"/{folder}/{stem}/" if is_folder else f"/{folder}/{stem}.html")


def _categories(values: Mapping[str, Any], path: str) -> list[str]:
    before = re.sub(r"(?:\A|/)_(?:posts|drafts)/.*", "", path, flags=re.DOTALL)
    found = [part for part in before.split("/") if part] if not path.startswith(("_posts/", "_drafts/")) else []
    single, several = values.get("category"), values.get("categories")
    if isinstance(single, str):
        found.append(single)
    for value in (
        single if isinstance(single, list) else (),
        several.split() if isinstance(several, str) else several or (),
    ):
        found += (
            [text for item in value if (text := text_of(item)) is not None] if isinstance(value, (list, tuple)) else []
        )
    return list(dict.fromkeys(found))


def _default(path: str, facts: SiteFacts) -> str | None:
    """Return the permalink that the config's `defaults` give to a path; the last fitting scope wins."""
    defaults = facts.config.get("defaults")
    found = None
    for item in defaults if isinstance(defaults, list) else ():
        scope = item.get("scope") if isinstance(item, Mapping) else None
        values = item.get("values") if isinstance(item, Mapping) else None
        if isinstance(scope, Mapping) and isinstance(values, Mapping) and "permalink" in values:
            prefix = str(scope.get("path") or "").strip("/")
            kind = scope.get("type")
            is_kind = kind is None or f"_{kind}/" in f"/{path}" or (kind == "pages" and "_" not in path[:1])
            if "*" not in prefix and is_kind and (not prefix or path == prefix or path.startswith(f"{prefix}/")):
                found = text_of(values["permalink"])
    return found


def _collection_template(facts: SiteFacts, label: str) -> str:
    collections = facts.config.get("collections")
    options = collections.get(label) if isinstance(collections, Mapping) else None
    own = text_of(options.get("permalink")) if isinstance(options, Mapping) else None
    style = text_of(facts.config.get("permalink")) or "date"
    # as `add_permalink_suffix`: only the end of the site's style counts
    suffix = "/" if style == "pretty" or style.endswith("/") else ":output_ext"
    return own or f"/:collection/:path{suffix if style in _STYLES or style.endswith(('/', ':output_ext')) else ''}"


def _site_style(facts: SiteFacts, label: str) -> str | None:
    collections = facts.config.get("collections")
    options = collections.get(label) if isinstance(collections, Mapping) else None
    own = text_of(options.get("permalink")) if isinstance(options, Mapping) else None
    return own or text_of(facts.config.get("permalink"))


def _finish(address: str | None) -> str | None:
    if address is None:
        return None
    address = re.sub(r"/{2,}", "/", f"/{address}".replace("..", "/")).replace("./", "")
    return address.removesuffix("index.html") if address.endswith("/index.html") else address


@lru_cache(maxsize=4096)
def _is_letter(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char)[0] in "LM" or unicodedata.category(char) == "Nd"


def slugify(text: str, kept: frozenset[str] = frozenset(), *, keep_case: bool = False) -> str:
    """Return the text as Jekyll's `slugify` makes it; `kept` are signs that stay (`pretty`)."""
    slug = re.sub(r"\0+", "-", "".join(char if _is_letter(char) or char in kept else "\0" for char in text))
    slug = slug.removeprefix("-").removesuffix("-")
    return slug if keep_case else slug.lower()
