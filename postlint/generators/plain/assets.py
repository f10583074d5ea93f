"""Where the pictures of files without a generator may be."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_url
from postlint.generators.picture_search import find_picture
from postlint.generators.site_paths import clamp_path, folder_of, join_path

_ROOTS = ("source", "static", "public", "docs", "")


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is: from the file, or below the nearest folder that looks like a site's root."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if not url.is_rooted:
        places = [join_path(folder_of(file.path), url.path)]
        if image.kind == "front-matter":
            places += _below_roots(url, file)
        return find_picture(places, files)
    found = find_picture(_below_roots(url, file), files)
    first, _, rest = url.path.lstrip("/").partition("/")
    if found.status == "local-missing" and rest and not any(map(files.is_dir, _below_roots(url, file, first))):
        return Resolution("dynamic", reason="what `/` means is not known here", tried=found.tried)
    return found


def _below_roots(url: LocalUrl, file: PostFile, path: str | None = None) -> list[str]:
    """Return the path below `source`, `static`, … of each folder above the file, nearest first."""
    path = clamp_path("", url.path) if path is None else path
    folder = folder_of(file.path)
    places = []
    while True:
        for root in _ROOTS:
            place = "/".join(part for part in (folder, root, path) if part)
            places.append(place)
        if not folder:
            return places
        folder = folder_of(folder)
