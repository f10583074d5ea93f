"""The settings of a Jekyll site that decide where a picture is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.local_url import site_address
from postlint.generators.path_globs import path_globs
from postlint.generators.roles import site_folders
from postlint.values.dataclass import dataclass

_FILE_LINKS = frozenset({"jekyll-relative-links", "jekyll-postfiles", "jekyll-post-files", "jekyll-assets"})

# as Jekyll 4 `configuration.rb`, whatever `exclude` says
_NEVER_PUBLISHED = (
    "node_modules/", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
    ".sass-cache/", ".jekyll-cache/",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """`source` is the source folder (empty: the root), `base` the baseurl without slashes at the ends."""

    source: str
    base: str
    collections: tuple[str, ...]
    collections_folder: str
    excluded: tuple[str, ...]
    included: tuple[str, ...]
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
        if rest.startswith(_NEVER_PUBLISHED):
            return "Jekyll leaves out the folders of packages"
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


def read_picture_settings(facts: SiteFacts) -> PictureSettings:
    """Read the settings from the config of a site."""
    config = facts.config
    collections = config.get("collections")
    plugins = {*_texts(config.get("plugins")), *_texts(config.get("gems")), *facts.packages}
    return PictureSettings(
        source=site_folders("", facts)[0],
        base=site_address(facts).base if isinstance(config.get("baseurl"), str) else "",
        collections=_published_collections(collections),
        collections_folder=str(config.get("collections_dir") or "").strip("/"),
        excluded=_texts(config.get("exclude")),
        included=_texts(config.get("include")),
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
