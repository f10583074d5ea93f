"""Where Zola's pictures are: beside `index.md` or `_index.md`, or in `static`."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups, seen_from_page, stem_of
from postlint.generators.zola.front_matter import read_front_matter
from postlint.generators.zola.urls import permalink


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, find_picture(_published(url.path, facts), files), ("static", "content"), files)
    if image.kind in ("front-matter", "zola-shortcode"):
        return _find_for_template(image, url, file, facts, files)
    if url.is_rooted:
        return _find_rooted(url, facts, files)
    folder = folder_of(file.path)
    if stem_of(file.path).split(".")[0] in ("index", "_index") and leading_ups(url.path) == 0:
        return find_picture((join_path(folder, url.path),), files)
    page = permalink(file, read_front_matter(file, facts), facts)
    beside = join_path(folder, url.path)
    if page is None:
        return unknown_if_missing(find_picture((beside,), files), "the address of the page is not known")
    target = seen_from_page(site_address(facts).base, page, url.path)
    if target is None:
        return Resolution("local-missing", beside, reason="from the page it leads out of the site")
    found = find_picture(_published(target, facts), files)
    if found.status == "local-missing" and beside and beside not in found.tried and files.exists(beside):
        reason = "only files beside `index.md` are published with a page"
        return Resolution("local-missing", beside, tried=found.tried, reason=reason)
    return found


def _find_for_template(
    image: ImageRef, url: LocalUrl, file: PostFile, facts: SiteFacts, files: SiteFiles
) -> Resolution:
    """Look where templates do: beside the page, in what is published, and, for `resize_image`, from the root."""
    is_shortcode = image.kind == "zola-shortcode"
    places = [
        join_path(folder_of(file.path), url.path) if not url.is_rooted else None,
        *_published(url.path, facts),
        clamp_path("", url.path) if is_shortcode else None,
    ]
    found = find_picture([place for place in places if place], files)
    if url.is_rooted and not is_shortcode:
        return found
    return unknown_if_missing(found, "a template of the site or the theme may find it")


def _published(path: str, facts: SiteFacts) -> list[str | None]:
    path = clamp_path("", path)
    theme = [f"themes/{facts.theme}/static/{path}"] if facts.theme else []
    return [f"static/{path}", f"{site_folders('content', facts)[0]}/{path}", *theme]


def _find_rooted(url: LocalUrl, facts: SiteFacts, files: SiteFiles) -> Resolution:
    path = clamp_path("", url.path)
    base = site_address(facts).base
    if base:
        if not path.startswith(f"{base}/"):
            reason = f"outside the base path /{base}/, which Zola does not put before it"
            return Resolution("local-missing", f"static/{path}", reason=reason)
        path = path[len(base) + 1 :]
    return find_picture(_published(path, facts), files)
