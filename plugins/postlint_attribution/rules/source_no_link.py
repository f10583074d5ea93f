"""ATT002 source-no-link."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class SourceNoLink(PostRule[Options]):
    """A source is named, and no address leads to it.

    A name does not let a reader, or the rights holder, find the original; feed imports leave it because the
    link was an attribute of the page and not part of the text.

    Limits: an address anywhere in the post's statements or in a front matter key for sources counts for all
    names.
    """

    code = "ATT002"
    name = "source-no-link"
    severity = Severity.WARNING
    about = Attributions
    topics = SOURCE_KINDS
    valid = (
        Valid(post="来源：[晨光日报](https://example.org/a)\n"),
        Valid(
            post="---\ntitle: 山路\noriginal_url: https://example.org/a\n---\n来源：晨光日报\n",
            why="front matter holds the address",
        ),
        Valid(
            post="来源：晨光题库\n链接：https://example.org/a\n著作权归晨光题库所有。\n",
            why="a line of its own gives the address",
        ),
        Valid(post="本文首发于个人博客\n", why="a place of the writer's own that has no name"),
        Valid(post="来源：网络\n", why="nobody is named: that is `vague-source`"),
    )
    invalid = (
        Invalid(post="正文。\n\n【来源：晨光日报】\n", reports=("【来源：晨光日报】",)),
        Invalid(
            post="This story originally appeared in The Morning Wire.\n",
            reports=("originally appeared in The Morning Wire",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at named sources while no address is given at all."""
        found = judged(post)
        if found is None or not found.sources:
            return
        named = [s for s in found.named if s.url is None and s.kind != "source-link"]
        if not named or found.has_address:
            return
        for statement in named:
            yield Report(
                statement.span,
                f'source "{shorten(statement.source)}" is named without an address',
                hint="link the page that the text comes from",
                data={"source": statement.source},
            )


def shorten(name: str | None) -> str:
    """Return a name short enough for a message."""
    name = name or ""
    return name if len(name) <= 40 else name[:39] + "…"
