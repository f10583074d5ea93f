"""Where Jekyll's pictures are: below the source folder, relative ones below the post's permalink."""

from __future__ import annotations

import re

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.jekyll.front_matter import read_front_matter
from postlint.generators.jekyll.include_urls import printed_by_include
from postlint.generators.jekyll.liquid_url import LiquidUrls
from postlint.generators.jekyll.picture_settings import PictureSettings, read_picture_settings
from postlint.generators.jekyll.urls import permalink
from postlint.generators.local_url import LocalUrl, read_path, read_url
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.site_paths import clamp_path, folder_of, join_path, seen_from_page
from postlint.values.late_pattern import late_pattern

_SUBPATH = late_pattern(r"^(?:media_subpath|img_path)\s*:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)
# how far variables are looked for: keeps posts with many pictures linear
_MOST_ASSIGNING = 20_000


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    settings = read_picture_settings(facts)
    printed = _printed(image, file, facts, settings, files)
    if printed:
        found = [_find_printed(url, file, facts, settings, files) for url in printed]
        return next((way for way in found if way.status == "local-ok"), found[0])
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, _find_published(url, settings, files), (settings.source,), files)
    if settings.has_cdn:
        return unknown_if_missing(_find_published(url, settings, files), "the theme puts a `cdn` before it")
    if image.kind in ("front-matter", "liquid-include"):
        return _find_for_theme(image, url, file, settings, files)
    if subpath := _SUBPATH.search(file.source.text[:4000]):
        return _find_below(subpath[1], url, settings, files)
    if url.is_rooted:
        return _find_rooted(url, settings, files)
    return _find_relative(url, file, facts, settings, files)


def _printed(
    image: ImageRef, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> list[str]:
    """Return the URLs that a page may get of a picture written with Liquid, where they can be told; else none."""
    text = image.url.text.strip()
    has_liquid = "{{" in text or "{%" in text
    if image.kind == "front-matter" or (not has_liquid and image.kind != "liquid-include"):
        return []
    urls = LiquidUrls(settings.base, link_has_base=not facts.version or facts.version >= (4,))
    if image.kind != "liquid-include" and (url := urls.evaluate(text)):
        return [url]
    urls = urls.given(_page_values(file, facts))
    if "{% assign" in file.source.text or "{%- assign" in file.source.text:
        urls = urls.assigned(file.source.text[:_MOST_ASSIGNING])
    if image.kind == "liquid-include":
        return printed_by_include(image, file, urls, settings.source, files)
    url = urls.evaluate(text)
    return [url] if url else []


def _page_values(file: PostFile, facts: SiteFacts) -> dict[str, str]:
    entries = read_front_matter(file, facts).entries
    values = {f"page.{key}": entry.node.value for key, entry in entries.items()}
    return {key: value for key, value in values.items() if isinstance(value, str)}


def _find_printed(
    text: str, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    url = read_path(text)
    if isinstance(url, Resolution):
        return url
    if url.is_rooted:
        return _find_rooted(url, settings, files)
    return _find_relative(url, file, facts, settings, files)


def _find_published(url: LocalUrl, settings: PictureSettings, files: SiteFiles) -> Resolution:
    return find_picture(settings.published(clamp_path("", url.path)), files, settings.hides)


def _find_rooted(url: LocalUrl, settings: PictureSettings, files: SiteFiles) -> Resolution:
    path = clamp_path("", url.path)
    if settings.base:
        if not path.startswith(f"{settings.base}/"):
            reason = f"outside the baseurl /{settings.base}, which Jekyll does not put before it"
            return Resolution("local-missing", settings.published(path)[0], reason=reason)
        path = path[len(settings.base) + 1 :]
    return find_picture(settings.published(path), files, settings.hides)


def _find_for_theme(
    image: ImageRef, url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Includes and layouts mostly put the baseurl before a path and take it from the root."""
    path = clamp_path("", url.path)
    places: list[str | None] = [*settings.published(path)]
    if settings.base and path.startswith(f"{settings.base}/"):
        places += settings.published(path[len(settings.base) + 1 :])
    if subpath := _SUBPATH.search(file.source.text[:4000]):
        places += settings.published(clamp_path(subpath[1].strip("/"), path))
    if not url.is_rooted:
        places.append(join_path(folder_of(file.path), url.path))
    found = find_picture(places, files, settings.hides)
    if image.kind == "liquid-include" or not url.is_rooted:
        return unknown_if_missing(found, "the theme or the include may find it")
    return found


def _find_below(subpath: str, url: LocalUrl, settings: PictureSettings, files: SiteFiles) -> Resolution:
    """Look below the folder that the theme Chirpy puts before the pictures of a post."""
    path = clamp_path("", url.path)
    places = (*settings.published(clamp_path(subpath.strip("/"), path)), *settings.published(path))
    return find_picture(places, files, settings.hides)


def _find_relative(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    if settings.has_file_links:
        beside = join_path(folder_of(file.path), url.path)
        if beside and files.exists(beside):
            return Resolution("local-ok", beside, tried=(beside,))
    page = permalink(file, read_front_matter(file, facts), facts)
    if page is None:
        found = find_picture(settings.published(clamp_path("", url.path)), files, settings.hides)
        return unknown_if_missing(found, "relative to the page, whose address is not known")
    target = seen_from_page(settings.base, page, url.path)
    if target is None:
        return Resolution("local-missing", reason=f"from the page it leads out of /{settings.base}")
    found = find_picture(settings.published(target), files, settings.hides)
    if found.status == "local-missing" and not found.reason:
        reason = f"from the page it leads to /{target}"
        return Resolution(found.status, found.path, tried=found.tried, reason=reason)
    return found
