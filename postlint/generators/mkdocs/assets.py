"""Where MkDocs' pictures are: beside the page in `docs`."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import blog_folders, site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups, stem_of


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    docs = site_folders("docs", facts)[0]
    path = clamp_path("", url.path)
    if url.is_own_host:
        return judge_own_host(url, find_picture((f"{docs}/{path}",), files), (docs,), files)
    if url.is_rooted or image.kind == "front-matter":
        base = site_address(facts).base
        places: list[str | None] = [f"{docs}/{path}"]
        if base and path.startswith(f"{base}/"):
            places = [f"{docs}/{path[len(base) + 1 :]}"]
        elif base and image.kind != "front-matter":
            reason = f"outside the site's base path /{base}/"
            return Resolution("local-missing", places[0], reason=reason)
        if image.kind == "front-matter":
            places.append(join_path(folder_of(file.path), url.path.lstrip("/")))
            return unknown_if_missing(find_picture(places, files), "the theme may find it")
        found = find_picture(places, files)
        # the theme publishes files of its own there
        return unknown_if_missing(found, "a file of the theme") if path.startswith("assets/images/") else found
    if image.kind in ("markdown", "markdown-reference"):
        return find_picture((join_path(folder_of(file.path), url.path),), files)
    return _find_from_page(url.path, docs, file, facts, files)


def _find_from_page(path: str, docs: str, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Follow HTML, which is left as it is: relative to the page, a folder deeper than the file."""
    folder, stem = folder_of(file.path), stem_of(file.path)
    beside = find_picture((join_path(folder, path),), files)
    if any("macros" in str(item) or "glightbox" in str(item) for item in facts.config.get("plugins") or ()):
        return beside
    if file.role == "post" and blog_folders(facts):
        return unknown_if_missing(beside, "relative to the post's address")
    deep = facts.config.get("use_directory_urls", True) is not False and stem not in ("index", "README")
    page = f"{folder}/{stem}" if deep else folder
    place = f"{docs}/{clamp_path(page[len(docs) :].strip('/'), path)}"
    found = find_picture((place,), files)
    if found.status == "local-missing" and beside.status == "local-ok":
        reason = f"HTML is not rewritten: from the page it leads to {place}"
        return Resolution("local-missing", beside.path, tried=found.tried, reason=reason)
    if found.status == "local-ok" and deep and leading_ups(path) == 0:
        return found
    return found
