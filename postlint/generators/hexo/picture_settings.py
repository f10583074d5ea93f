"""The settings of a Hexo site that decide where a picture is looked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import SiteFiles
from postlint.generators.path_globs import path_globs
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of
from postlint.generators.versions import version_numbers
from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern

_RENDERER = late_pattern(r"hexo-renderer-(?:markdown|pandoc|kramdown|remark|multi-markdown|commonmark|mathjax|unified)")
# plugins that make relative paths of pictures lead to the post's asset folder
_ASSET_PLUGIN = late_pattern(
    r"hexo-(?:[\w-]*asset[\w-]*|image-link|img-path|local-image|typora[\w-]*|obsidian[\w-]*|relative[\w-]*|post-image[\w-]*)$"
)


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """`source` is the source folder, `root` the base path without slashes at the ends.

    `prepends_root` tells whether the renderer runs Markdown pictures through `url_for`, `resolves_assets`
    whether it looks into the asset folder first, `asset_by_name` whether it takes `NAME/x` as well.
    """

    source: str
    root: str
    theme: str | None
    theme_sources: tuple[str, ...]
    permalink: str
    has_asset_folders: bool
    prepends_root: bool
    resolves_assets: bool
    asset_by_name: bool
    has_asset_plugin: bool
    included: tuple[str, ...]
    excluded: tuple[str, ...]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Return the folders whose files are published at the site's root."""
        return (self.source, *self.theme_sources)

    def is_post(self, path: str) -> bool:
        """Tell whether a file is a post or a draft."""
        return path.startswith((f"{self.source}/_posts/", f"{self.source}/_drafts/"))

    def asset_folder(self, path: str) -> str:
        """Return the asset folder of a post: its path without the extension."""
        return path[: path.rfind("/") + 1] + stem_of(path)

    def hides(self, path: str) -> str | None:
        """Say why Hexo does not publish a file of the source folder."""
        folder = next((folder for folder in self.publishers if path.startswith(f"{folder}/")), None)
        if folder is None:
            return None
        rest = path[len(folder) + 1 :]
        if rest.startswith(("_posts/", "_drafts/")):
            if not self.has_asset_folders:
                return "only posts are taken from `_posts` while `post_asset_folder` is off"
            rest = rest.split("/", 1)[1]
        if rest.endswith(("~", "%")):
            return "Hexo leaves out names that end with `~` or `%`"
        if self.excluded and path_globs(self.excluded).matches(rest):
            return "the site's config excludes it"
        if "?" in rest:
            return "Hexo cuts the name of the published file at `?`"
        if any(part.startswith(("_", ".")) for part in rest.split("/")):
            if self.included and path_globs(self.included).matches(rest):
                return None
            return "Hexo leaves out names that start with `_` or `.`"
        return None

    def why_not_found_beside(self) -> str:
        """Say why a file beside the post, or in its asset folder, is not what the URL leads to."""
        if not self.has_asset_folders:
            return "not published: `post_asset_folder` is off, and the URL is read from the site's root"
        if self.resolves_assets:
            return "it is no asset of a post, and the URL is read from the site's root"
        return "the URL is read from the site's root: `marked.postAsset` is off"

    def is_asset(self, path: str, post: str, files: SiteFiles) -> bool:
        """Tell whether a file below `_posts` lies in the folder of `post` or of another post that is there."""
        if path.startswith(f"{self.asset_folder(post)}/"):
            return True
        folder = path
        while "/" in folder:
            folder = folder_of(folder)
            if folder in (f"{self.source}/_posts", f"{self.source}/_drafts"):
                return False
            if any(files.exists(f"{folder}{ending}") for ending in (".md", ".markdown", ".html")):
                return True
        return False

    def knows_theme(self, files: SiteFiles) -> bool:
        """Tell whether the theme's own files can be seen (the stock theme has no pictures of use)."""
        if self.theme in (None, "landscape"):
            return True
        # a theme need not bring files of its own; an empty folder is a submodule that was not checked out
        folders = [folder_of(folder) for folder in self.theme_sources]
        return any(files.is_dir(folder) and files.names(folder) for folder in folders)


def read_picture_settings(facts: SiteFacts) -> PictureSettings:
    """Read the settings from the config and the packages of a site."""
    config = facts.config
    packages = facts.packages
    source = site_folders("source", facts)[0]
    theme = facts.theme
    has_marked = "hexo-renderer-marked" in packages or not any(_RENDERER.match(name) for name in packages)
    has_folders = config.get("post_asset_folder") is True
    if has_marked:
        marked = _table(config.get("marked"))
        version = version_numbers(packages.get("hexo-renderer-marked", "")) or _bundled(facts.version)
        prepends = bool(marked.get("prependRoot", version[:1] >= (5,) or not version))
        prepends = prepends and version[:1] not in ((0,), (1,), (2,))
        assets = bool(marked.get("postAsset")) and prepends
        by_name = False
    else:
        images = _table(_table(config.get("markdown")).get("images"))
        assets = by_name = bool(images.get("post_asset"))
        prepends = bool(images.get("prepend_root")) or assets
    return PictureSettings(
        source=source,
        root=str(config.get("root") or "").strip("/"),
        theme=theme,
        theme_sources=(f"themes/{theme}/source", f"node_modules/hexo-theme-{theme}/source") if theme else (),
        permalink=str(config.get("permalink") or ":year/:month/:day/:title/"),
        has_asset_folders=has_folders,
        prepends_root=prepends and config.get("relative_link") is not True,
        resolves_assets=assets and has_folders,
        asset_by_name=by_name and has_folders,
        has_asset_plugin=any(_ASSET_PLUGIN.match(name) for name in packages),
        included=_texts(config.get("include")),
        excluded=(*_texts(config.get("exclude")), *_texts(config.get("ignore"))),
    )


def _bundled(hexo: tuple[int, ...]) -> tuple[int, ...]:
    """Return the renderer's version of a site that names only Hexo's: the one of that time's starter."""
    if not hexo:
        return ()
    return {3: (2,), 4: (2,), 5: (4,)}.get(hexo[0], (5,)) if hexo[0] > 2 else (0,)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()
