"""Will it be published? The tables of `check --statistics`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from postlint import Post, Record, SiteRecord, Span, Statistic, Table

_ROLES = ("post", "page", "section", "draft")


class Publication(Statistic):
    """What a default build of each site makes of its posts."""

    name = "publication"

    def collect(self, post: Post) -> Iterable[Record]:
        """Yield generator, role, outcome and reason of a post."""
        outcome = post.outcome
        profile = post.generator.profile
        version = post.facts.version_text or profile.newest_version
        reason = "" if outcome.status == "published" else _general(outcome.reason or "")
        yield Record(Span(0, 0), [f"{profile.title} {version}".strip(), post.role, outcome.status, reason])

    def tabulate(self, records: Sequence[SiteRecord]) -> Iterable[Table]:
        """Yield posts by generator, role and outcome, and the reasons of those that are not published."""
        counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        reasons: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for record in records:
            generator, role, status, reason = record.data
            counts[generator, role][status] += 1
            if reason:
                reasons[generator, status, reason].append(record.path)
        rows = tuple(
            (generator, role, count.total(), count["published"], count["left-out"], count["build-fails"])
            for (generator, role), count in sorted(counts.items(), key=lambda item: (item[0][0], _rank(item[0][1])))
        )
        yield Table(
            "Will it be published?", ("generator", "role", "posts", "published", "left out", "build fails"), rows
        )
        if reasons:
            why = tuple(
                (generator, status.replace("-", " "), reason, len(paths), min(paths))
                for (generator, status, reason), paths in sorted(
                    reasons.items(), key=lambda item: (-len(item[1]), item[0])
                )
            )
            yield Table("Why posts are not published", ("generator", "outcome", "reason", "posts", "first"), why)


def _rank(role: str) -> int:
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def _general(reason: str) -> str:
    """Return a reason without what is particular to one post's front matter."""
    head, colon, _ = reason.partition(": ")
    return head if colon and head.startswith("the front matter is not valid") else reason
