"""Where MkDocs' pictures are: beside the page in `docs`."""

from __future__ import annotations

from collections.abc import Iterable

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
        return judge_own_host(url, _find((f"{docs}/{path}",), docs, files), (docs,), files)
    if image.kind == "front-matter":
        places = [f"{docs}/{path}", join_path(folder_of(file.path), url.path.lstrip("/"))]
        return unknown_if_missing(_find(places, docs, files), "the theme may find it")
    if url.is_rooted:
        return _find_rooted(path, docs, facts, files)
    return _find_relative(image, url.path, docs, file, facts, files)


def _find(places: Iterable[str | None], docs: str, files: SiteFiles) -> Resolution:
    def hides(place: str) -> str | None:
        parts = place[len(docs) + 1 :].split("/")
        is_hidden = parts[0] == "templates" or any(part.startswith(".") for part in parts)
        return "MkDocs leaves out `templates` and names that start with `.`" if is_hidden else None

    return find_picture(places, files, hides)


def _find_rooted(path: str, docs: str, facts: SiteFacts, files: SiteFiles) -> Resolution:
    base = site_address(facts).base
    if base:
        if not path.startswith(f"{base}/"):
            reason = f"outside the site's base path /{base}/"
            return Resolution("local-missing", f"{docs}/{path}", reason=reason)
        path = path[len(base) + 1 :]
    found = _find((f"{docs}/{path}",), docs, files)
    # the theme publishes files of its own there
    return unknown_if_missing(found, "a file of the theme") if path.startswith("assets/images/") else found


def _find_relative(
    image: ImageRef, path: str, docs: str, file: PostFile, facts: SiteFacts, files: SiteFiles
) -> Resolution:
    """Look beside the file, for Markdown only: HTML is left as it is, and so is what is not found there."""
    beside = _find((join_path(folder_of(file.path), path),), docs, files)
    is_rewritten = image.kind in ("markdown", "markdown-reference") or _rewrites_html(facts)
    if is_rewritten and beside.status in ("local-ok", "local-case-mismatch"):
        return beside
    page = permalink(file, read_front_matter(file, facts), facts)
    if page is None:
        return beside if is_rewritten else unknown_if_missing(beside, "relative to the post's address")
    target = seen_from_page(site_address(facts).base, page, path)
    if target is None:
        return Resolution("local-missing", beside.path, reason="from the page it leads out of the site")
    found = _find((f"{docs}/{target}",), docs, files)
    if found.status == "local-ok" or (is_rewritten and beside.status == "local-outside-site"):
        return found if found.status == "local-ok" else beside
    if beside.status == "local-ok":
        reason = f"HTML is not rewritten: from the page it leads to {docs}/{target}"
        return Resolution("local-missing", beside.path, tried=found.tried, reason=reason)
    return beside if is_rewritten else found


def _rewrites_html(facts: SiteFacts) -> bool:
    return any("macros" in str(item) or "glightbox" in str(item) for item in facts.config.get("plugins") or ())
