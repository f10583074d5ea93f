"""Dates in file names, as `new_post_name:` of the site's config puts them (`processor/post.ts`)."""

from __future__ import annotations

import re
from functools import lru_cache

from postlint.generators.facts import SiteFacts
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_SEGMENTS = {
    ":year": r"(?P<year>\d{4})",
    ":month": r"(?P<month>\d{2})",
    ":i_month": r"(?P<month>\d{1,2})",
    ":day": r"(?P<day>\d{2})",
    ":i_day": r"(?P<day>\d{1,2})",
    ":hash": r"[0-9a-f]{12}",
}
_PART = late_pattern(r":[a-z_]+|[^:]+|:")
_FOLDERS = ("source/_posts/", "source/_drafts/")


def file_name_date(path: str, facts: SiteFacts) -> Civil | None:
    """Return the day that a post's path names; None where the site's pattern has none or does not fit."""
    pattern = facts.config.get("new_post_name")
    folder = next((folder for folder in _FOLDERS if path.startswith(folder)), None)
    if not isinstance(pattern, str) or ":year" not in pattern or folder is None:
        return None
    match = _compile(pattern.rpartition(".")[0] or pattern).fullmatch(path[len(folder) :].rpartition(".")[0])
    groups = match.groupdict() if match else {}
    if not groups.get("year") or not groups.get("month") or not groups.get("day"):
        return None
    return Civil(int(groups["year"]), int(groups["month"]), int(groups["day"]), date_only=True)


@lru_cache(maxsize=16)
def _compile(pattern: str) -> re.Pattern[str]:
    seen: set[str] = set()
    parts = []
    for part in _PART.findall(pattern):
        name = part.removeprefix(":").removeprefix("i_")
        known = _SEGMENTS.get(part)
        if known is None:
            parts.append(".+?" if part.startswith(":") and len(part) > 1 else re.escape(part))
        elif name in seen:
            parts.append(r"\d+")
        else:
            seen.add(name)
            parts.append(known)
    return re.compile("".join(parts))
