"""The settings of a Jekyll site that decide where a picture is looked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile
from postlint.generators.local_url import site_address
from postlint.generators.path_globs import path_globs
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of

STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)\Z")
_OWN_ADDRESS = re.compile(r"^(?:permalink|categor(?:y|ies)|date|slug)\s*:", re.MULTILINE)
_OWN_PERMALINK = re.compile(r"^permalink\s*:", re.MULTILINE)
_FILE_LINKS = frozenset({"jekyll-relative-links", "jekyll-postfiles", "jekyll-post-files", "jekyll-assets"})


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """`source` is the source folder (empty: the root), `base` the baseurl without slashes at the ends."""

    source: str
    base: str
    permalink: str
    collections: tuple[str, ...]
    collections_folder: str
    excluded: tuple[str, ...]
    included: tuple[str, ...]
    has_defaults: bool
    has_file_links: bool
    has_cdn: bool

    def published(self, path: str) -> tuple[str, ...]:
        """Return the places from which a path below the site's root is published."""
        places = [_join(self.source, path)]
        if path.partition("/")[0] in self.collections:
            places.append(_join(self.source, _join(self.collections_folder, f"_{path}")))
        return tuple(places)

    def hides(self, path: str) -> str | None:
        """Say why Jekyll does not publish a file."""
        rest = path[len(self.source) + 1 :] if self.source else path
        if self.excluded and path_globs(self.excluded).matches(rest):
            return "it is excluded in the config"
        below = rest[len(self.collections_folder) + 1 :] if self.collections_folder else rest
        first = below.partition("/")[0]
        parts = rest.split("/")
        if first[:1] == "_" and first[1:] in self.collections:
            parts = below.split("/")[1:]
        if any(part.startswith(("_", ".", "#")) or part.endswith("~") for part in parts):
            if self.included and path_globs(self.included).matches(rest):
                return None
            return "Jekyll leaves out names that start with `_`, `.` or `#`"
        return None

    def page_folder(self, file: PostFile) -> str | None:
        """Return the folder of a post's or page's address; None if its front matter or defaults decide it."""
        head = file.source.text[:3000]
        path = file.path[len(self.source) + 1 :] if self.source else file.path
        folder = folder_of(path)
        if self.has_defaults or _OWN_PERMALINK.search(head):
            return None
        if "_posts" not in path.split("/")[:-1]:
            if path.startswith("_"):
                return None
            stem = stem_of(path)
            is_folder = self.permalink in ("pretty", STYLES["pretty"]) or self.permalink.endswith("/")
            return folder if stem == "index" or not is_folder else _join(folder, stem)
        name = _NAME.fullmatch(stem_of(path))
        before = path.split("_posts/")[0]
        if name is None or before or _OWN_ADDRESS.search(head):
            return None
        template = STYLES.get(self.permalink, self.permalink).replace(":categories/", "")
        values = {"year": name[1], "month": name[2].zfill(2), "day": name[3].zfill(2), "title": name[4]}
        address = re.sub(r":([a-z_]+?)(?=[^a-z_]|:|\Z|output)", lambda key: values.get(key[1], key[0]), template)
        return folder_of(address.strip("/") + ("/" if address.endswith("/") else "")).strip("/")


def read_picture_settings(facts: SiteFacts) -> PictureSettings:
    """Read the settings from the config of a site."""
    config = facts.config
    collections = config.get("collections")
    posts = collections.get("posts") if isinstance(collections, Mapping) else None
    permalink = posts.get("permalink") if isinstance(posts, Mapping) else None
    plugins = {*_texts(config.get("plugins")), *_texts(config.get("gems")), *facts.packages}
    return PictureSettings(
        source=site_folders("", facts)[0],
        base=site_address(facts).base if isinstance(config.get("baseurl"), str) else "",
        permalink=str(permalink or config.get("permalink") or "date"),
        collections=_published_collections(collections),
        collections_folder=str(config.get("collections_dir") or "").strip("/"),
        excluded=_texts(config.get("exclude")),
        included=_texts(config.get("include")),
        has_defaults="permalink" in str(config.get("defaults") or "") or "categor" in str(config.get("defaults") or ""),
        has_file_links=not _FILE_LINKS.isdisjoint(plugins) or "github-pages" in plugins,
        has_cdn=bool(config.get("cdn") or config.get("img_cdn")),
    )


def _published_collections(value: object) -> tuple[str, ...]:
    if not isinstance(value, Mapping):
        return ()
    return tuple(str(name) for name, options in value.items() if _is_output(options) and name != "posts")


def _is_output(options: Any) -> bool:
    return isinstance(options, Mapping) and options.get("output") is True


def _join(folder: str, path: str) -> str:
    return f"{folder}/{path}" if folder else path


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
