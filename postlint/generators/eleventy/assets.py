"""Where Eleventy's pictures are: what the config copies to the output."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups, relative_folder, stem_of

_GUESSES = ("public", "static", "src", "src/static", "src/public", "assets")


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is. Which files are copied is code: where it can only be guessed, a file is enough."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    path = clamp_path("", url.path)
    base = site_address(facts).base
    if base and path.startswith(f"{base}/") and not url.is_own_host:
        path = path[len(base) + 1 :]
    places = _published(path, facts)
    if not url.is_rooted:
        places = [*_relative(url, file, facts), *places]
    found = find_picture(places, files)
    if url.is_own_host:
        return judge_own_host(url, found, ("", *site_folders("", facts), *_GUESSES), files)
    if image.kind in ("front-matter", "liquid-include") and not url.is_rooted:
        return unknown_if_missing(found, "the layout may find it")
    return found


def _published(path: str, facts: SiteFacts) -> list[str | None]:
    places: list[str | None] = []
    for source, target in facts.config.get("passthrough") or ():
        folder = relative_folder(source)
        to = (target or _output(folder or "", facts)).strip("/").removeprefix("./")
        if folder is not None and (path == to or not to or path.startswith(f"{to}/")):
            places.append(f"{folder}/{path[len(to) :].lstrip('/')}".rstrip("/") if path != to else folder)
    roots = (*site_folders("", facts), "", *_GUESSES)
    return [*places, *(f"{root}/{path}" if root else path for root in roots)]


def _output(folder: str, facts: SiteFacts) -> str:
    """Return where a copied folder goes: its path below the input folder."""
    source = site_folders("", facts)[0]
    return folder[len(source) + 1 :] if source and folder.startswith(f"{source}/") else folder


def _relative(url: LocalUrl, file: PostFile, facts: SiteFacts) -> list[str | None]:
    """Return what a relative URL may lead to: from the file, and from the page, a folder deeper."""
    folder = folder_of(file.path)
    page = folder if stem_of(file.path) == "index" else f"{folder}/{stem_of(file.path)}"
    places = [join_path(folder, url.path), join_path(page, url.path)]
    if leading_ups(url.path):
        places += [join_path(folder_of(folder), url.path)]
    return places
