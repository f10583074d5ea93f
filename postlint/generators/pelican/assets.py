"""Where Pelican's pictures are: `{static}` and its kin, or what `STATIC_PATHS` copies."""

from __future__ import annotations

import re

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_path, read_url, site_address
from postlint.generators.pelican.front_matter import read_front_matter
from postlint.generators.pelican.urls import permalink
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, seen_from_page
from postlint.values.late_pattern import late_pattern

# `{static}/a.png`, `|filename|a.png`, also with escaped braces as some Markdown writers leave them
_MARK = late_pattern(r"(?:\{|%7B|\|)(static|attach|filename|photo|image)(?:\}|%7D|\|)(.*)\Z", re.DOTALL | re.IGNORECASE)


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    content = site_folders("content", facts)[0]
    mark = _MARK.match(image.url.text.strip())
    if mark:
        if mark[1].lower() in ("photo", "image"):
            return Resolution("dynamic", reason=f"a plugin reads {{{mark[1]}}}")
        url = read_path(mark[2])
        if isinstance(url, Resolution):
            return url
        folder = content if url.is_rooted else folder_of(file.path)
        return find_picture((join_path(folder, url.path.lstrip("/")),), files)
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, find_picture(_published(url.path, content, facts), files), (content,), files)
    if image.kind == "front-matter":
        places = [*_published(url.path, content, facts), join_path(folder_of(file.path), url.path.lstrip("/"))]
        return unknown_if_missing(find_picture(places, files), "the theme may find it")
    return _find_in_output(url, file, content, facts, files)


def _find_in_output(url: LocalUrl, file: PostFile, content: str, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Follow a URL that is left as it is: from the output's root, or from the article's address."""
    base = site_address(facts).base
    path: str | None = clamp_path("", url.path)
    if not url.is_rooted:
        page = permalink(file, read_front_matter(file, facts), facts)
        if page is None and "ARTICLE_URL" in facts.config:
            found = find_picture(_published(url.path, content, facts), files)
            return unknown_if_missing(found, "relative to the page, whose address is not known")
        path = seen_from_page(base, page or "/a.html", url.path)
    elif base and facts.config.get("RELATIVE_URLS") is not True:
        path = url.path[len(base) + 2 :] if url.path.startswith(f"/{base}/") else None
    if path is None:
        place = f"{content}/{clamp_path('', url.path)}"
        return Resolution("local-missing", place, reason=f"outside the site's base path /{base}/")
    if path.startswith("theme/"):
        return Resolution("dynamic", reason="a file of the theme")
    return find_picture(_published(path, content, facts), files, lambda place: _hidden(place, content, facts))


def _published(path: str, content: str, facts: SiteFacts) -> list[str | None]:
    path = clamp_path("", path)
    places: list[str | None] = [f"{content}/{path}"]
    moved = facts.config.get("EXTRA_PATH_METADATA")
    for source, options in moved.items() if isinstance(moved, dict) else ():
        target = options.get("path") if isinstance(options, dict) else None
        if isinstance(source, str) and isinstance(target, str) and target.strip("/") == path:
            places.append(f"{content}/{source.strip('/')}")
    return places


def _hidden(place: str, content: str, facts: SiteFacts) -> str | None:
    paths = facts.config.get("STATIC_PATHS", ["images"])
    rest = place[len(content) + 1 :]
    for path in paths if isinstance(paths, (list, tuple)) else ("",):
        bare = str(path).strip("/").removeprefix("./")
        if bare in ("", ".") or rest == bare or rest.startswith(f"{bare}/"):
            return None
    return None if place.startswith(f"{content}/extra/") else "no folder of STATIC_PATHS holds it"
