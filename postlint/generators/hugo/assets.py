"""Where Hugo's pictures are: `static`, page bundles, `assets` where a render hook looks there."""

from __future__ import annotations

import re

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.hugo.front_matter import read_front_matter
from postlint.generators.hugo.picture_settings import PictureSettings, read_picture_settings
from postlint.generators.hugo.raw_shortcodes import is_printed_raw
from postlint.generators.hugo.shortcode_urls import printed_by_shortcode
from postlint.generators.hugo.urls import permalink
from postlint.generators.local_url import LocalUrl, read_path, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups, seen_from_page, stem_of

# core's own shortcode that shows a picture
_FIGURE = "figure"


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
        return _find_for_shortcode(image, url, file, facts, settings, files)
    if image.kind not in ("markdown", "markdown-reference"):
        resource = _find_resource(url, file, settings, files) if image.kind == "hugo-shortcode" else None
        return resource or _find_for_browser(url, file, facts, settings, files, is_markdown=False)
    found = _find_of_markdown(url, file, facts, settings, files)
    if found.status != "local-ok" and is_printed_raw(image, file, settings, files):
        return Resolution("dynamic", reason="the shortcode around it prints it as text")
    return found


def _find_for_shortcode(
    image: ImageRef, url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    printed = printed_by_shortcode(image, file, settings.themes, site_address(facts).base, files)
    if printed is None:
        found = _find_anywhere(url, file, settings, files)
        return unknown_if_missing(found, "a shortcode of the site or the theme may find it")
    if printed.is_resource:
        resource = _find_resource(url, file, settings, files, with_assets=printed.reads_assets)
        if resource or not printed.urls:
            reason = "the shortcode looks for a resource of the page"
            return resource or Resolution("local-missing", join_path(folder_of(file.path), url.path), reason=reason)
    ways = []
    for text in printed.urls:
        way = read_path(text)
        if isinstance(way, LocalUrl):
            way = _find_for_browser(way, file, facts, settings, files, is_markdown=False)
        ways.append(way)
    return next((way for way in ways if way.status == "local-ok"), ways[0])


def _find_of_markdown(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    if settings.has_hook:
        return _find_for_hook(url, file, facts, settings, files)
    resource = _find_resource(url, file, settings, files) if settings.has_embedded_hook else None
    return resource or _find_for_browser(url, file, facts, settings, files, is_markdown=True)


def _find_for_browser(
    url: LocalUrl,
    file: PostFile,
    facts: SiteFacts,
    settings: PictureSettings,
    files: SiteFiles,
    *,
    is_markdown: bool,
) -> Resolution:
    if url.is_rooted:
        may_rewrite = settings.rewrites_urls or (is_markdown and not settings.knows_theme)
        found = _find_rooted(url, facts, settings, files, may_rewrite=may_rewrite)
        own = _find_below_page(url, file, facts, files)
        if own is not None or not _is_in_own_bundle(found, file, facts):
            return own or found
        reason = "the page, and what belongs to it, is published elsewhere"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    return _find_from_page(url, file, facts, settings, files)


def _find_for_hook(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Follow what a render hook makes of a URL: it looks for a resource, and else mostly leaves it as written."""
    resource = _find_resource(url, file, settings, files, with_assets=settings.hook_reads_assets)
    written = resource or _find_for_browser(url, file, facts, settings, files, is_markdown=True)
    if written.status == "local-ok" or settings.hook_is_plain:
        found = written
    else:
        found = _find_anywhere(url, file, settings, files)
    return unknown_if_missing(found, "a render hook may find it") if settings.hook_is_opaque else found


def _is_figure(image: ImageRef, file: PostFile) -> bool:
    """Tell whether the shortcode is core's `figure`: the tag's text starts with that name."""
    tag = file.source.text[image.span.start : image.span.start + 24]
    return re.match(rf"\{{\{{[<%]\s*{_FIGURE}\b", tag) is not None


def _is_bundle(file: PostFile) -> bool:
    return stem_of(file.path).split(".")[0] in ("index", "_index")


def _find_resource(
    url: LocalUrl, file: PostFile, settings: PictureSettings, files: SiteFiles, *, with_assets: bool = True
) -> Resolution | None:
    """Find a page resource or a global one, as `figure` does before it takes the source for a URL."""
    path = clamp_path("", url.path)
    if _is_bundle(file):
        # a page looks its resources up whatever their case, and with or without a slash before them
        own = join_path(folder_of(file.path), path)
        found = own if own and files.exists(own) else files.find_case(own or "")
        found = found or _find_of_language(own, file, settings, files)
        if found:
            return Resolution("local-ok", found, tried=(found,))
    places = [f"{folder}/{path}" for folder in settings.assets] if with_assets else []
    return next((Resolution("local-ok", place, tried=(place,)) for place in places if files.exists(place)), None)


def _find_of_language(own: str | None, file: PostFile, settings: PictureSettings, files: SiteFiles) -> str | None:
    """Find `a.de.png`, which is `a.png` to the page `index.de.md`."""
    language = stem_of(file.path).rpartition(".")[2].lower()
    if own is None or language not in settings.languages or "." not in own.rpartition("/")[2]:
        return None
    stem, _, extension = own.rpartition(".")
    place = f"{stem}.{language}.{extension}"
    return place if files.exists(place) else None


def _published(path: str, settings: PictureSettings) -> tuple[str, ...]:
    """Return the places from which a path below the site's root is published."""
    path = clamp_path("", path)
    places = [f"{folder}/{path}" for folder in (*settings.statics, *settings.contents)]
    places += [f"{source}{path[len(at) :]}" for source, at in settings.mounts if path.startswith(f"{at}/")]
    language, _, rest = path.partition("/")
    if rest and language.lower() in settings.languages:
        places += [f"{folder}/{rest}" for folder in settings.contents]
    return tuple(places)


def _find_rooted(
    url: LocalUrl, facts: SiteFacts, settings: PictureSettings, files: SiteFiles, *, may_rewrite: bool
) -> Resolution:
    path = url.path.lstrip("/")
    base = site_address(facts).base
    if base and path.startswith(f"{base}/"):
        path = path[len(base) + 1 :]
    elif base and not may_rewrite:
        reason = f"outside the site's base path /{base}/, which Hugo does not put before it"
        return Resolution("local-missing", _published(path, settings)[0], reason=reason)
    found = _find_published(path, settings, files)
    top = path.partition("/")[0]
    if found.status == "local-missing" and top in ("static", "assets", "content"):
        reason = f"`{top}` is a folder of the source, not of the site"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    return found


def _find_below_page(url: LocalUrl, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution | None:
    """Find `/2021/10/a/b.png` in the bundle that is published as `/2021/10/a/`."""
    if not _is_bundle(file):
        return None
    page = permalink(file, read_front_matter(file, facts), facts)
    base = site_address(facts).base
    whole = f"/{base}{page}" if base else page
    if not page or not whole or not whole.endswith("/") or not url.path.startswith(whole):
        return None
    place = join_path(folder_of(file.path), url.path[len(whole) :])
    return Resolution("local-ok", place, tried=(place,)) if place and files.exists(place) else None


def _is_in_own_bundle(found: Resolution, file: PostFile, facts: SiteFacts) -> bool:
    """Tell whether a file is one of the page's own bundle, and the page's address is known."""
    if found.status != "local-ok" or not _is_leaf(file) or found.path is None:
        return False
    page = permalink(file, read_front_matter(file, facts), facts)
    return page is not None and found.path.startswith(f"{folder_of(file.path)}/")


def _is_leaf(file: PostFile) -> bool:
    return stem_of(file.path).split(".")[0] == "index"


def _find_published(path: str, settings: PictureSettings, files: SiteFiles) -> Resolution:
    found = find_picture(_published(path, settings), files)
    if found.status == "local-case-mismatch" and found.path is not None:
        # Hugo writes the folders of pages in lower case
        in_content = found.path.startswith(tuple(f"{name}/" for name in settings.contents))
        folder, _, name = path.rpartition("/")
        if in_content and found.path.endswith(f"/{name}") and folder == folder.lower():
            return Resolution("local-ok", found.path, tried=found.tried)
    return found


def _find_from_page(
    url: LocalUrl, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution:
    """Resolve against the page's own address, which has a folder more than a single file."""
    folder = folder_of(file.path)
    if _is_bundle(file) and leading_ups(url.path) == 0:
        # the files of a bundle follow its page, wherever that is
        own = find_picture((join_path(folder, url.path),), files)
        if own.status != "local-missing":
            return own
    page = permalink(file, read_front_matter(file, facts), facts)
    beside = join_path(folder, url.path)
    if page is None:
        return unknown_if_missing(find_picture((beside,), files), "the address of the page is not known")
    target = seen_from_page(site_address(facts).base, page, url.path)
    if target is None:
        return Resolution("local-missing", beside, reason=f"from the page it leads out of {site_address(facts).base}/")
    found = _find_published(target, settings, files)
    if found.status != "local-missing":
        return found
    if beside and beside not in found.tried and files.exists(beside):
        if not settings.knows_theme:
            return Resolution("local-ok", beside, tried=found.tried, reason="if the theme has a render hook")
        reason = f"from the page it leads to /{target}"
        return Resolution("local-missing", beside, tried=found.tried, reason=reason)
    return found


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
