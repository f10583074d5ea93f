"""Where Zola's pictures are: beside `index.md` or `_index.md`, or in `static`."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, stem_of


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, find_picture(_published(url.path, facts), files), ("static", "content"), files)
    if image.kind == "front-matter":
        places = [
            join_path(folder_of(file.path), url.path) if not url.is_rooted else None,
            *_published(url.path, facts),
        ]
        found = find_picture([place for place in places if place], files)
        return found if url.is_rooted else unknown_if_missing(found, "the template may find it")
    if url.is_rooted:
        return _find_rooted(url, facts, files)
    folder, stem = folder_of(file.path), stem_of(file.path).split(".")[0]
    page = folder if stem in ("index", "_index") else f"{folder}/{stem}"
    content = site_folders("content", facts)[0]
    address = clamp_path(page[len(content) :].strip("/"), url.path)
    found = find_picture((join_path(page, url.path), f"static/{address}"), files)
    beside = join_path(folder, url.path)
    if found.status == "local-missing" and page != folder and beside and files.exists(beside):
        reason = "only files beside `index.md` are published with a page"
        return Resolution("local-missing", beside, tried=found.tried, reason=reason)
    return found


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
