"""ATT013 dead-host."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Edit,
    Fix,
    Fixable,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Span,
    Valid,
    option,
)
from postlint_attribution.addresses import death_of, host_of
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class DeadHostOptions(Options):
    hosts: tuple[str, ...] = option(default=(), doc="Further hosts that are gone.")


class DeadHost(PostRule[DeadHostOptions]):
    """The link to the source leads to a host that is gone.

    Nobody can check the source any more, or find who to credit.

    Fix safety: unsafe, because the archive may not have the page.
    """

    code = "ATT013"
    name = "dead-host"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("source-link", "first-published", "photo-credit", "self-link")
    valid = (
        Valid(post="原文：https://example.org/a\n"),
        Valid(
            post="原文：https://web.archive.org/web/2008/http://www.geocities.com/a\n",
            why="the archive has it",
        ),
    )
    invalid = (
        Invalid(
            post="Original: [A walk](http://www.geocities.com/rita/walk.html)\n",
            reports=("http://www.geocities.com/rita/walk.html",),
            fixed="Original: [A walk](https://web.archive.org/web/http://www.geocities.com/rita/walk.html)\n",
        ),
        Invalid(
            post="Original: [A walk](http://gone.test/walk.html)\n",
            options={"hosts": ("gone.test",)},
            reports=("http://gone.test/walk.html",),
            fixed="Original: [A walk](https://web.archive.org/web/http://gone.test/walk.html)\n",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at the addresses of statements."""
        found = judged(post)
        if found is None:
            return
        seen: set[Span] = set()
        for statement in found.statements:
            url, span = statement.url, statement.url_span
            is_origin = statement.kind in ("source-link", "first-published", "photo-credit", "self-link")
            if url is None or span is None or span in seen or not is_origin:
                continue
            seen.add(span)
            reason = death_of(url) or ("listed as gone" if host_of(url) in self.options.hosts else None)
            if reason is None:
                continue
            fix = None
            if span.of(post.text) == url:
                fix = Fix.unsafe("link the web archive", Edit(span, f"https://web.archive.org/web/{url}"))
            yield Report(
                span,
                f"{host_of(url)} is gone ({reason})",
                hint="link a copy in a web archive",
                data={"url": url},
                fix=fix,
            )
