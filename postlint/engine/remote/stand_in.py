"""Pictures that a host shows in the place of the one that was asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

from postlint.values.late_pattern import late_pattern
from postlint.values.request import Response

_NAME = late_pattern(
    r"(?:^|[-_. ])(?:expired|removed|not-?_?found|404|no-?_?image|no-?_?photo|placeholder|default"
    r"|(?:anti-?)?hot-?link\w*|forbidden|deleted|unavailable)(?:[-_. ]|$)|^favicon\.ico$",
    re.IGNORECASE,
)
_FOLDER = late_pattern(r"/(?:hot-?link\w*|forbidden|removed|deleted|not-?found|no-?image)/", re.IGNORECASE)
_LAST = late_pattern(r"/([^/?]*)(?:\?|$)")
_PICTURE_NAME = late_pattern(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$", re.IGNORECASE)
_SEVERAL = 2
_SEVERAL_UNNAMED = 3


def leads_to_stand_in(first: str, final: str) -> bool:
    """Tell whether a redirect ends at a picture named like a notice, or at the front page."""
    if first == final:
        return False
    before, after = _name(first), _name(final)
    if not after:
        return "?" not in final and bool(before)
    if _NAME.search(after) and not _NAME.search(before):
        return True
    return bool(_FOLDER.search(_path(final))) and not _FOLDER.search(_path(first))


def shared_ends(answers: Iterable[tuple[str, Response]]) -> set[str]:
    """Return the final URLs at which different pictures of one host end: no list is needed to know these.

    `answers` are pairs of the address asked for and its answer. A host does so in one way: with the same statuses,
    and in the same words. An end that somebody asks for by its own address is a picture of its own.
    """
    by_end: defaultdict[tuple[str, str, tuple[object, ...]], set[str]] = defaultdict(set)
    asked = set()
    for first, answer in answers:
        asked.add(first)
        if answer.redirects and answer.url != first:
            words = (value for name, value in answer.headers if name == "location")
            way = (*(status for _, status in answer.redirects), *words)
            by_end[_host(first), answer.url, way].add(_path(first))
    return {end for (_, end, _), paths in by_end.items() if end not in asked and _are_other_pictures(paths, end)}


def _are_other_pictures(paths: set[str], end: str) -> bool:
    names = [unquote(path.rpartition("/")[2]) for path in paths]
    if _name(end) in names:
        return False
    pictures = sum(1 for name in names if _PICTURE_NAME.search(name))
    return pictures >= _SEVERAL or len(names) >= _SEVERAL_UNNAMED


def _path(url: str) -> str:
    after = url.partition("//")[2]
    return "/" + after.partition("/")[2].partition("?")[0]


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0]


def _name(url: str) -> str:
    found = _LAST.search(_path(url))
    return unquote(found[1]) if found else ""
