"""Where Hugo's pictures are: `static`, page bundles, `assets` where a render hook looks there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.hugo.picture_settings import PictureSettings, read_picture_settings
from postlint.generators.local_url import LocalUrl, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.site_paths import clamp_path, folder_of, join_path, stem_of

# core's own shortcode that shows a picture
_FIGURE = "figure"
_OWN_URL = re.compile(r"^\s*\"?url\"?\s*[:=]", re.MULTILINE | re.IGNORECASE)


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    settings = read_picture_settings(facts, files)
    if url.is_own_host:
        found = find_picture(_published(url.path, settings), files)
        return judge_own_host(url, found, (*settings.statics, *settings.contents), files)
    if image.kind == "front-matter":
        found = _find_anywhere(url, file, settings, files)
        return found if settings.knows_theme else unknown_if_missing(found, "the theme is not on the disk")
    if image.kind == "hugo-shortcode" and not _is_figure(image, file):
        found = _find_anywhere(url, file, settings, files)
        return unknown_if_missing(found, "a shortcode of the site or the theme may find it")
    if settings.has_hook and image.kind in ("markdown", "markdown-reference"):
        found = _find_anywhere(url, file, settings, files)
        return unknown_if_missing(found, "a render hook may find it") if settings.hook_is_opaque else found
    if image.kind == "hugo-shortcode" and (resource := _find_resource(url, file, settings, files)):
        return resource
    if url.is_rooted:
        return _find_rooted(url, facts, settings, files)
    return _find_beside_page(url, file, settings, files)


def _is_figure(image: ImageRef, file: PostFile) -> bool:
    """Tell whether the shortcode is core's `figure`: the tag's text starts with that name."""
    tag = file.source.text[image.span.start : image.span.start + 24]
    return re.match(rf"\{{\{{[<%]\s*{_FIGURE}\b", tag) is not None


def _is_bundle(file: PostFile) -> bool:
    return stem_of(file.path).split(".")[0] in ("index", "_index")


def _find_resource(url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles) -> Resolution | None:
    """Find a page resource or a global one, as `figure` does before it takes the source for a URL."""
    places = [f"{folder}/{clamp_path('', url.path)}" for folder in settings.assets]
    own = join_path(folder_of(file.path), url.path) if _is_bundle(file) and not url.is_rooted else None
    return next(
        (Resolution("local-ok", place, tried=(place,)) for place in (own, *places) if place and files.exists(place)),
        None,
    )


def _published(path: str, settings: PictureSettings) -> tuple[str, ...]:
    """Return the places from which a path below the site's root is published."""
    path = clamp_path("", path)
    places = [f"{folder}/{path}" for folder in (*settings.statics, *settings.contents)]
    language, _, rest = path.partition("/")
    if rest and language.lower() in settings.languages:
        places += [f"{folder}/{rest}" for folder in settings.contents]
    return tuple(places)


def _find_rooted(url: LocalUrl, facts: SiteFacts, settings: PictureSettings, files: SiteFiles) -> Resolution:
    path = url.path.lstrip("/")
    base = site_address(facts).base
    reason = None
    if base and path.startswith(f"{base}/"):
        path = path[len(base) + 1 :]
    elif base and not settings.rewrites_urls:
        reason = f"outside the site's base path /{base}/, which Hugo does not put before it"
        return Resolution("local-missing", _published(path, settings)[0], reason=reason)
    found = _find_published(path, settings, files)
    top = path.partition("/")[0]
    if found.status == "local-missing" and top in ("static", "assets", "content"):
        reason = f"`{top}` is a folder of the source, not of the site"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    return found


def _find_published(path: str, settings: PictureSettings, files: SiteFiles) -> Resolution:
    found = find_picture(_published(path, settings), files)
    if found.status == "local-case-mismatch" and found.path is not None:
        # Hugo writes the folders of pages in lower case
        in_content = found.path.startswith(tuple(f"{name}/" for name in settings.contents))
        if in_content and found.path.rsplit("/", 1)[-1] == path.rsplit("/", 1)[-1]:
            return Resolution("local-ok", found.path, tried=found.tried)
    return found


def _find_beside_page(url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles) -> Resolution:
    """Resolve against the page's own URL, which has a folder more than a single file."""
    folder = folder_of(file.path)
    page = folder
    if not _is_bundle(file) and not settings.has_ugly_urls:
        page = f"{folder}/{stem_of(file.path)}"
    found = find_picture(_seen_from(page, url.path, settings), files)
    if found.status != "local-missing" or _is_bundle(file):
        return found
    beside = join_path(folder, url.path)
    one_up = join_path(folder_of(folder), url.path)
    near = next((place for place in (beside, one_up) if place and files.exists(place)), None)
    if near is None:
        return found
    if settings.has_permalinks or _OWN_URL.search(file.source.text[:3000]):
        return unknown_if_missing(found, "the page's address is not that of its file")
    if not settings.knows_theme:
        return Resolution("local-ok", near, tried=(*found.tried, near), reason="if the theme has a render hook")
    reason = f"the page is a folder deeper than its file, so this leads to {found.path}"
    return Resolution("local-missing", near, tried=found.tried, reason=reason)


def _seen_from(page: str, path: str, settings: PictureSettings) -> Iterable[str | None]:
    """Return what a relative URL on a page leads to, in the content and in the static folders."""
    place = join_path(page, path)
    yield place
    content = next((name for name in settings.contents if page == name or page.startswith(f"{name}/")), None)
    if content is not None:
        address = clamp_path(page[len(content) :].strip("/"), path)
        for folder in (*settings.statics, *settings.contents):
            yield f"{folder}/{address}"


def _find_anywhere(url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles) -> Resolution:
    """Look where themes, hooks and shortcodes look: the bundle, `assets`, `static`, the content."""
    folder = folder_of(file.path)
    places: list[str | None] = []
    if not url.is_rooted:
        places += [join_path(folder, url.path), join_path(f"{folder}/{stem_of(file.path)}", url.path)]
    path = clamp_path("", url.path)
    places += _published(path, settings)
    places += [f"{name}/{path}" for name in settings.assets]
    # `assets/x` and `static/x` are taken by some
    places.append(path if path.startswith(("assets/", "static/")) and settings.has_hook else None)
    return find_picture([place for place in places if place is not None] or [None], files)
