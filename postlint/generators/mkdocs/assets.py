"""Where MkDocs' pictures are: beside the page in `docs`."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import read_url, site_address
from postlint.generators.mkdocs.front_matter import read_front_matter
from postlint.generators.mkdocs.urls import permalink
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, seen_from_page


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
    beside = find_picture((join_path(folder_of(file.path), path),), files)
    if any("macros" in str(item) or "glightbox" in str(item) for item in facts.config.get("plugins") or ()):
        return beside
    page = permalink(file, read_front_matter(file, facts), facts)
    if page is None:
        return unknown_if_missing(beside, "relative to the post's address")
    target = seen_from_page(site_address(facts).base, page, path)
    if target is None:
        return Resolution("local-missing", beside.path, reason="from the page it leads out of the site")
    found = find_picture((f"{docs}/{target}",), files)
    if found.status == "local-missing" and beside.status == "local-ok":
        reason = f"HTML is not rewritten: from the page it leads to {docs}/{target}"
        return Resolution("local-missing", beside.path, tried=found.tried, reason=reason)
    return found
