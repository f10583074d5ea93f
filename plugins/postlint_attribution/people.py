"""The people that a credit names, one or several, linked or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from postlint import late_pattern
from postlint_attribution.values import REFERENCE, Link, clean_name, person_name, reads_as_sentence

_BETWEEN_PEOPLE = late_pattern(r"\s*[,，、;；/]?\s*(?:&{1,2}|和|and|与|與|及)?\s*")
_NAMES_BEFORE_LINK = late_pattern(r"[^\W\d][\w .·'’-]{0,40}\s*[,，、&和与及]\s*")
_MOST_NAMES = 200


def people_in(text: str, start: int, end: int, links: Sequence[Link]) -> str | None:
    """Return the names in `text[start:end]` of people that are links, as they are written, broken links among them.

    Blanks between them become a comma.
    """
    written = list(REFERENCE.finditer(text, start, end)) if text.find("[", start, end) >= 0 else []
    named = [(first, last, text[first:last].strip()) for first, last, _ in links if not _is_within(first, written)]
    named += [(*found.span(), found[1].strip()) for found in written]
    named.sort()
    if not named or not named[0][2]:
        return None
    lead, joined = text[start : named[0][0]] if named[0][0] > start else "", named[0][2]
    if lead and (reads_as_sentence(lead) or not _NAMES_BEFORE_LINK.fullmatch(lead)):
        return None
    name = person_name(joined)
    if name is None or joined.startswith("www."):
        return None
    if name != clean_name(joined):
        joined = name
    for (_, last, _), (first, _, name) in pairwise(named):
        between = text[last:first]
        if between.strip() == "的" and name:
            # a member of a team
            joined = name
            continue
        if not name or not _BETWEEN_PEOPLE.fullmatch(between):
            break
        joined += (between if between.strip() else ", ") + name
    joined = lead + joined
    return joined if len(joined) <= _MOST_NAMES else None


def _is_within(at: int, written: Sequence[re.Match[str]]) -> bool:
    return any(found.start() < at < found.end() for found in written)
