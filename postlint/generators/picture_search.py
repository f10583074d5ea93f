"""The search for a picture's file in the places where it may be."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from postlint.generators.generator import Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl
from postlint.values.dataclass import replace

Hidden = Callable[[str], str | None]


def find_picture(
    places: Iterable[str | None], files: SiteFiles, hidden: Hidden | None = None, reason: str | None = None
) -> Resolution:
    """Look for a file in places relative to the site's root, in order; None is a place outside the site.

    `hidden` says why a file that is there is not published. `reason` goes into the verdict of a missing file.
    """
    wanted = tuple(dict.fromkeys(places))
    inside = tuple(place for place in wanted if place)
    unpublished = None
    for place in inside:
        if files.exists(place):
            why = hidden(place) if hidden else None
            if why is None:
                return Resolution("local-ok", place, tried=inside)
            unpublished = unpublished or Resolution(
                "local-missing", place, tried=inside, reason=f"not published: {why}"
            )
    for place in inside:
        found = files.find_case(place)
        if found and not (hidden and hidden(found)):
            return Resolution("local-case-mismatch", found, tried=inside, reason=_difference(place, found))
    if unpublished:
        return unpublished
    if not inside:
        return Resolution("local-outside-site", tried=(), reason="the path leads out of the site")
    return Resolution("local-missing", inside[0], tried=inside, reason=reason)


def judge_own_host(url: LocalUrl, found: Resolution, roots: Iterable[str], files: SiteFiles) -> Resolution:
    """Take a URL with the site's own host as remote where its first folder is none of this site.

    Other things than this site may be published under one host (another project's pages, an upload folder).
    """
    if not url.is_own_host or found.status != "local-missing":
        return found
    first, _, rest = url.path.lstrip("/").partition("/")
    if rest and not any(files.is_dir(f"{root}/{first}" if root else first) for root in roots):
        return Resolution("remote", reason="the site's own host, but no folder of this site")
    return found


def unknown_if_missing(found: Resolution, reason: str) -> Resolution:
    """Turn a missing file into `dynamic`: something that is not on the disk may provide it."""
    if found.status != "local-missing" or (found.reason or "").startswith("not published"):
        return found
    return replace(found, status="dynamic", path=None, reason=reason)


def _difference(wanted: str, found: str) -> str | None:
    same = unicodedata.normalize("NFC", wanted) == unicodedata.normalize("NFC", found)
    return "another Unicode normal form" if same else None
