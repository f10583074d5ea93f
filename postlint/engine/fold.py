"""Findings of one group as one finding: a dead host is named once, not once per picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from postlint.values.dataclass import replace
from postlint.values.diagnostic import Diagnostic, RelatedPlace

# a list for people; programs find all places in the data
_MOST_RELATED = 5


def fold_groups(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings, each group at its first place, with its number and all further places."""
    kept: list[Diagnostic] = []
    groups: defaultdict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key):
        if diagnostic.group:
            groups[diagnostic.code, diagnostic.group].append(diagnostic)
        else:
            kept.append(diagnostic)
    kept.extend(_folded(group) for group in groups.values())
    return sorted(kept, key=lambda diagnostic: diagnostic.sort_key)


def _folded(group: list[Diagnostic]) -> Diagnostic:
    first, *rest = group
    posts = len({diagnostic.path for diagnostic in group})
    places = [{"path": one.path, "line": one.location.line, "column": one.location.column} for one in group]
    data = {**first.data, "count": len(group), "posts": posts, "places": places}
    if not rest:
        return replace(first, data=data)
    where = f" in {posts} posts" if posts > 1 else ""
    related = tuple(RelatedPlace(one.path, one.location, "here, too") for one in rest[:_MOST_RELATED])
    return replace(first, message=f"{first.message} ({len(group)} times{where})", related=related, data=data)
