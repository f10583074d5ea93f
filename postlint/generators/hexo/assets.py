"""Where Hexo's pictures are (Hexo 8, `post_asset`, `url_for`; hexo-renderer-marked, -markdown-it)."""

from __future__ import annotations

from urllib.parse import unquote

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.hexo.front_matter import read_front_matter
from postlint.generators.hexo.picture_settings import PictureSettings, read_picture_settings
from postlint.generators.hexo.post_assets import find_asset, find_asset_by_url, is_in_block_tag, is_printed
from postlint.generators.hexo.urls import permalink
from postlint.generators.local_url import LocalUrl, read_url
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.site_paths import clamp_path, folder_of, join_path, seen_from_page
from postlint.values.instant import Instant
from postlint.values.late_pattern import late_pattern

_ASSET_TAGS = frozenset({"asset_img", "asset_image", "asset_path", "asset_link"})
_URL_TAGS = frozenset({"img", "image"})
# what the `img` tag takes for an address; other words are class names to it
_TAG_URL = late_pattern(r"[A-Za-z]{3,9}:|www\.|[-;:&=+$,\w]+@|/")
_EPOCH = Instant(0)
_MARKDOWN = frozenset({"markdown", "markdown-reference"})


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is: in `source`, in the post's asset folder, in the theme's `source`."""
    if image.kind == "hexo-tag" and image.name in _ASSET_TAGS and not image.is_dynamic:
        if is_printed(image, file):
            return Resolution("local-missing", reason="Hexo does not run a tag in a Markdown URL or without quotes")
        return find_asset(image.url.text.strip(), file, read_picture_settings(facts), files)
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    settings = read_picture_settings(facts)
    if url.is_own_host:
        found = _find_published(url.path, file, facts, settings, files)
        return judge_own_host(url, found, (settings.source, *settings.theme_sources), files)
    if image.kind == "front-matter":
        return _find_for_theme(url, file, facts, settings, files)
    if image.kind == "hexo-tag" and image.name in _URL_TAGS and not _TAG_URL.match(url.written):
        return Resolution("local-missing", reason=f"`{image.name}` takes this for a class name, not for a URL")
    if image.kind in _MARKDOWN and settings.prepends_root:
        return _find_prepended(url, image, file, facts, settings, files)
    if image.kind == "hexo-tag":
        return _find_for_tag(url, file, facts, settings, files)
    return _find_raw(url, file, facts, settings, files)


def _find_prepended(
    url: LocalUrl, image: ImageRef, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Follow a Markdown picture as `url_for` rewrites it: `root` before it, most escapes decoded."""
    in_tag = settings.resolves_assets and is_in_block_tag(image, file)
    if not url.is_rooted and settings.resolves_assets and settings.is_post(file.path) and not in_tag:
        name = url.written.replace("\\", "/")
        place = None if url.has_query or url.has_fragment else join_path(settings.asset_folder(file.path), name)
        if (
            place
            and files.exists(place)
            and settings.hides(place) is None
            and settings.is_asset(place, file.path, files)
        ):
            return Resolution("local-ok", place, tried=(place,))
    found = _find_with_plugins(url, file, settings, files)
    if found is not None:
        return found
    path = _decoded_by_hexo(url)
    if path is None:
        return Resolution("local-missing", reason="Hexo decodes %23 and %3F, which then end the path")
    if not url.is_rooted and seen_from_page(settings.root, "/", path) is None:
        reason = f"Hexo puts the root /{settings.root}/ before it, and `..` leads out again"
        return Resolution("local-missing", f"{settings.source}/{clamp_path('', path)}", reason=reason)
    rooted = clamp_path("", path)
    found = _find_published(rooted, file, facts, settings, files, near=None if url.is_rooted else url.path)
    if in_tag and found.status == "local-missing" and found.path and settings.asset_folder(file.path) in found.path:
        reason = "Hexo does not look for assets of the post within a block tag"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    if found.status != "local-missing" or found.reason or not settings.root:
        return found
    if rooted.startswith(f"{settings.root}/"):
        reason = f"Hexo puts the root /{settings.root}/ before it once more"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    return found


def _decoded_by_hexo(url: LocalUrl) -> str | None:
    decoded = unquote(url.written, errors="replace")
    return None if "#" in decoded or "?" in decoded else decoded


def _find_raw(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Follow a URL that nothing rewrites: a browser resolves it against the page."""
    found = _find_with_plugins(url, file, settings, files)
    if found is not None:
        return found
    if url.is_rooted:
        path = url.path.lstrip("/")
        if settings.root:
            if not path.startswith(f"{settings.root}/"):
                reason = f"outside the site's root /{settings.root}/, which Hexo does not put before it here"
                return Resolution("local-missing", f"{settings.source}/{path}", reason=reason)
            path = path[len(settings.root) + 1 :]
        return _find_published(path, file, facts, settings, files)
    return _find_from_page(url, file, facts, settings, files)


def _find_from_page(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Follow a relative URL from the page, whose address the front matter may decide."""
    own = settings.asset_folder(file.path)
    page = permalink(file, read_front_matter(file, facts), facts, _EPOCH)
    if page is None:
        places = [join_path(own, url.path), f"{settings.source}/{clamp_path('', url.path)}"]
        reason = "the address of the page is not known"
        return unknown_if_missing(find_picture(places, files, settings.hides), reason)
    target = seen_from_page(settings.root, page, url.path)
    if target is None:
        return Resolution("local-missing", reason=f"from the page it leads out of /{settings.root}/")
    published = page.removesuffix(".html").strip("/")
    if settings.is_post(file.path) and target.startswith(f"{published}/"):
        asset = f"{own}/{target[len(published) + 1 :]}"
        if settings.has_asset_folders:
            return find_picture((asset,), files, settings.hides, "relative to the post's page")
        if files.exists(asset):
            return find_picture((asset,), files, settings.hides)
    found = _find_published(target, file, facts, settings, files)
    if found.status == "local-missing" and not found.reason:
        reason = f"from the page it leads to /{target}"
        return Resolution(found.status, found.path, tried=found.tried, reason=reason)
    return found


def _find_for_tag(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    found = _find_published(url.path, file, facts, settings, files, near=None if url.is_rooted else url.path)
    if found.status == "local-missing" and settings.has_asset_folders and not url.is_rooted:
        found = find_picture(
            (join_path(settings.asset_folder(file.path), url.path), *found.tried), files, settings.hides
        )
    # tags of themes and plugins do as they like
    return found if url.is_rooted else unknown_if_missing(found, "the tag of a theme or plugin may find it")


def _find_for_theme(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Themes mostly call `url_for`; some look into the asset folder."""
    path = url.path.lstrip("/")
    places = [path]
    if settings.root and path.startswith(f"{settings.root}/"):
        places.append(path[len(settings.root) + 1 :])
    wanted: list[str | None] = [
        f"{folder}/{clamp_path('', place)}" for place in places for folder in settings.publishers
    ]
    if not url.is_rooted:
        wanted.append(join_path(settings.asset_folder(file.path), url.path))
        wanted.append(join_path(folder_of(file.path), url.path))
    found = find_picture(wanted, files, settings.hides)
    if found.status == "local-missing":
        if asset := find_asset_by_url(path, file, facts, settings, files):
            return asset
        if not settings.knows_theme(files):
            return unknown_if_missing(found, "the theme, which is not on the disk, may bring it")
    return found


def _find_published(
    path: str,
    file: PostFile,
    facts: SiteFacts,
    settings: PictureSettings,
    files: SiteFiles,
    near: str | None = None,
) -> Resolution:
    """Look up a path below the site's root; `near` is the same as written, for what is not published there."""
    path = clamp_path("", path)
    wanted: list[str | None] = [f"{folder}/{path}" for folder in settings.publishers]
    found = find_picture(wanted, files, settings.hides)
    if found.status != "local-missing" or found.reason:
        return found
    if asset := find_asset_by_url(path, file, facts, settings, files):
        return asset
    if near is not None and settings.is_post(file.path):
        beside = join_path(folder_of(file.path), near)
        own = join_path(settings.asset_folder(file.path), near)
        for place in (own, beside):
            if place and files.exists(place):
                reason = settings.why_not_found_beside()
                return Resolution("local-missing", place, tried=found.tried, reason=reason)
    return found


def _find_with_plugins(url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles) -> Resolution | None:
    """Return what a plugin for post assets finds, if one is installed; None if it finds nothing."""
    if url.is_rooted or not (settings.has_asset_plugin or settings.asset_by_name):
        return None
    folder = settings.asset_folder(file.path)
    places: list[str | None] = [join_path(folder, url.path)]
    name = folder.rsplit("/", 1)[-1]
    if clamp_path("", url.path).startswith(f"{name}/"):
        places.append(join_path(folder_of(folder), clamp_path("", url.path)))
    if settings.has_asset_plugin:
        places.append(join_path(folder_of(file.path), url.path))
    return next(
        (Resolution("local-ok", place, tried=(place,)) for place in places if place and files.exists(place)), None
    )
