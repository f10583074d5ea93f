"""ATT007 forbid-on-repost."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid, late_pattern
from postlint_attribution.addresses import domain_of, host_of
from postlint_attribution.admission import admissions
from postlint_attribution.folding import fold
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_FOR_AUTHOR = late_pattern(fold(r"作者|author|저자|著者|出处|出典|来源|source|출처"), re.IGNORECASE)
_PART_ONLY = late_pattern(r"图片|素材|视频|照片|image|photo", re.IGNORECASE)


_TAKEN = ("", "reposted-from", "home")


class ForbidOnRepost(PostRule[Options]):
    """The post forbids reposting, or sets terms for it, though it is a repost itself.

    Only who holds the rights can forbid. On a text of somebody else the notice is either copied along, and
    then this copy breaks it, or it is a claim that is not the site's to make.

    Limits: terms on a translation are the translator's own and are left alone, unless the post says that there is
    no permission for it; so are terms that send readers to the author.
    """

    code = "ATT007"
    name = "forbid-on-repost"
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    about = Attributions
    topics = ("repost-forbidden", "reuse-terms")
    valid = (
        Valid(post="原创文章，未经授权，禁止转载。\n"),
        Valid(
            post="译者：林小溪\n\n原文：https://example.org/a\n\n未经授权，禁止转载。\n",
            why="the translator's own terms",
        ),
        Valid(
            post="来源：[山间小屋](https://example.org/a)\n\n转载请注明：[山路](https://example.org/a)\n",
            why="the terms are those of the source",
        ),
    )
    invalid = (
        Invalid(
            post="この記事は [山の話](https://example.org/a) の無断翻訳です。\n\n正文。\n\n無断転載を禁じます。\n",
            reports=("無断転載を禁じます",),
            why="a translation that nobody allowed has no terms of its own",
        ),
        Invalid(post="本文转自 [晨光社区](https://example.org/a)\n\n谢绝转载。\n", reports=("谢绝转载",)),
        Invalid(
            post="本文转自 [晨光社区](https://example.org/a)\n\n欢迎转载。\n",
            reports=("欢迎转载",),
            severity="warning",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at prohibitions and terms next to a source that the text was taken from."""
        found = judged(post)
        if found is None:
            return
        limits = found.attributions.of_kind("repost-forbidden", "reuse-terms")
        if not limits:
            return
        is_admitted = any(admissions(found))
        source = next(
            (s for s in found.foreign if s.subject == "post" and (is_admitted or s.role in _TAKEN)),
            None,
        )
        if source is None or (not is_admitted and _is_allowed(found)):
            return
        for statement in limits:
            if not _speaks_for_site(statement) or _leads_to(statement, source):
                continue
            is_forbidden = statement.kind == "repost-forbidden"
            yield Report(
                statement.span,
                "reposting is forbidden on a repost" if is_forbidden else "terms for reposting are set on a repost",
                hint="leave it to who holds the rights, or state the permission",
                severity=Severity.ERROR if is_forbidden else Severity.WARNING,
                related=(Related(source.span, "the text is from here"),),
            )


def _is_allowed(found: Provenance) -> bool:
    return any(s.kind in ("translator-credit", "permission-obtained", "originality-claim") for s in found.statements)


def _leads_to(statement: Statement, source: Statement) -> bool:
    """Tell whether terms send readers to where the text is from: they are that site's own."""
    hosts = [domain_of(host_of(url)) for url in (statement.url, source.url) if url]
    return len(hosts) == 2 and hosts[0] == hosts[1]


def _speaks_for_site(statement: Statement) -> bool:
    text = fold(statement.text)
    if _PART_ONLY.search(text):
        return False
    return statement.kind == "repost-forbidden" or not _FOR_AUTHOR.search(text)
