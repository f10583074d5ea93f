"""ATT012 proxy-link."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_attribution.addresses import find_detour, host_of
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class ProxyLink(PostRule[Options]):
    """The link to the source goes through somebody in between.

    A shortener, redirect, proxy or cache hides where the text comes from, and the link dies with it.

    Fix safety: unsafe, and offered only where the address carries its target whole: what is in between may
    have a reason (a login, a region).
    """

    code = "ATT012"
    name = "proxy-link"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("source-link", "first-published", "photo-credit", "self-link")
    valid = (
        Valid(post="原文：https://example.org/a?page=2\n"),
        Valid(
            post="原文：https://web.archive.org/web/2019/https://example.org/a\n",
            why="an archive is kept on purpose",
        ),
    )
    invalid = (
        Invalid(
            post="原文：[山路](https://link.zhihu.com/?target=https%3A//example.org/a)\n",
            reports=("https://link.zhihu.com/?target=https%3A//example.org/a",),
            fixed="原文：[山路](https://example.org/a)\n",
            message="the link of the credit goes through the redirect link.zhihu.com",
        ),
        Invalid(post="原文：[山路](https://t.cn/AbCdE)\n", reports=("https://t.cn/AbCdE",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at the addresses of sources and credits."""
        found = judged(post)
        if found is None:
            return
        seen: set[Span] = set()
        for statement in found.statements:
            span = statement.url_span
            if statement.url is None or span is None or span in seen:
                continue
            if statement.kind not in ("source-link", "first-published", "photo-credit", "self-link"):
                continue
            seen.add(span)
            detour = find_detour(statement.url)
            if detour is None:
                continue
            fix = None
            if detour.target and span.of(post.text) == statement.url:
                fix = Fix.unsafe("link the target itself", Edit(span, detour.target))
            yield Report(
                span,
                f"the link of the credit goes through the {detour.what} {host_of(statement.url)}",
                hint="link the page itself",
                data={"url": statement.url, "target": detour.target},
                fix=fix,
            )
